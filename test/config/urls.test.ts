import { expect } from 'chai';
import { parseBaseUrl } from '../../src/config/urls.js';
import { configOf, linesFor } from './support.js';

describe('api_url and oauth_url', () => {
  for (const [text, url] of [
    ['https://api.linkedin.com/', 'https://api.linkedin.com'],
    ['https://proxy.contoso.example:8443/linkedin//', 'https://proxy.contoso.example:8443/linkedin'],
    ['HTTPS://API.LinkedIn.com', 'https://api.linkedin.com'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://127.255.0.9', 'http://127.255.0.9'],
    ['http://[::1]:8080/oauth', 'http://[::1]:8080/oauth'],
  ] as const) {
    it(`take ${text} as ${url}`, () => expect(parseBaseUrl(text)).to.equal(url));
  }

  for (const text of [
    '',
    'api.linkedin.com',
    'localhost:8080',
    'ftp://localhost',
    'file:///tmp',
    'https://',
    'http://api.linkedin.com',
    'http://127.0.0.1.contoso.example',
    'http://localhost.contoso.example',
    'http://128.0.0.1',
    'http://0.0.0.0',
    'https://ada:pass@api.linkedin.com',
    'https://ada@api.linkedin.com',
    'https://api.linkedin.com/?',
    'https://api.linkedin.com/?a=1',
    'https://api.linkedin.com/#',
  ]) {
    it(`reject ${text || 'nothing'}`, () => expect(parseBaseUrl(text)).to.be.undefined);
  }

  it('end up in the config without their trailing slash', async () => {
    const config = await configOf({ api_url: 'http://localhost:80/', oauth_url: 'https://contoso.example/oauth/v2/' });
    expect(config).to.include({ apiUrl: 'http://localhost', oauthUrl: 'https://contoso.example/oauth/v2' });
  });

  for (const [text, end] of [
    ['https://api.linkedin.com/rest', '/rest'],
    ['https://proxy.contoso.example/linkedin/rest/', '/rest'],
    ['https://api.linkedin.com/v2', '/v2'],
  ] as const) {
    it(`may be a base, but not ${text}, for which LinkedIn would say that each page is gone`, async () => {
      expect(await linesFor({ api_url: text })).to.deep.equal([`api_url must not end in ${end}: the tap adds /rest`]);
    });
  }

  it('are not shown in a fault, because they may hold a password', async () => {
    const [line] = await linesFor({ oauth_url: 'https://ada:lovelace@contoso.example' });
    expect(line)
      .to.match(/^oauth_url must be an https URL/)
      .and.not.include('lovelace');
  });
});
