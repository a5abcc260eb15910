import { expect } from 'chai';
import { needsProxy } from '../../src/linkedin/agents.js';

const API = 'https://api.linkedin.com/rest/posts';

describe('NO_PROXY', () => {
  for (const [exception, url] of [
    ['*', API],
    ['api.linkedin.com', API],
    ['linkedin.com', API],
    ['.linkedin.com', API],
    ['*.linkedin.com', API],
    ['linkedin.com:443', API],
    ['gateway.example:8443', 'https://gateway.example:8443'],
    ['10.1.2.3', 'https://10.1.2.3/linkedin'],
    ['[2001:db8::1]', 'https://[2001:db8::1]/'],
  ] as const) {
    it(`${exception} bypasses the proxy for ${url}`, () =>
      expect(needsProxy(new URL(url), { exceptions: ['', 'other.example', exception] })).to.be.false);
  }

  for (const [exception, url] of [
    ['', API],
    ['.', API],
    ['www.linkedin.com', API],
    ['inkedin.com', API],
    ['linkedin.com:8443', API],
    ['com.linkedin', API],
    ['linkedin.com', 'https://linkedin.com.evil.example/'],
  ] as const) {
    it(`"${exception}" still uses the proxy for ${url}`, () =>
      expect(needsProxy(new URL(url), { exceptions: [exception] })).to.be.true);
  }

  for (const url of ['https://localhost:8443', 'https://127.0.0.1', 'https://[::1]:8080', 'http://localhost:8080']) {
    it(`need not list ${url}`, () => expect(needsProxy(new URL(url), { exceptions: [] })).to.be.false);
  }
});
