import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { setTokens, storeTokens, StoreError } from '../../src/config/store.js';

const NEW = { accessToken: 'new-access', refreshToken: 'new-refresh' };

describe('stored tokens', () => {
  it('leave other settings unchanged: order, unknown ones, the spelling of numbers', () => {
    const text = '\uFEFF{\r\n\t"b": 1.0,\r\n\t"10": 12345678901234567890,\r\n\t"access_token": "old"\r\n}\r\n';
    expect(setTokens(text, NEW)).to.equal(
      '\uFEFF{\r\n\t"b": 1.0,\r\n\t"10": 12345678901234567890,\r\n\t"access_token": "new-access",\r\n\t"refresh_token": "new-refresh"\r\n}\r\n',
    );
  });

  it('are written where the file has them: inside credentials, outside, or both', () => {
    const put = (content: object, tokens: Parameters<typeof setTokens>[1] = NEW): unknown =>
      JSON.parse(setTokens(JSON.stringify(content), tokens));
    const both = { access_token: 'new-access', refresh_token: 'new-refresh' };
    expect(put({ credentials: { client_id: 'a' } })).to.deep.equal({ credentials: { client_id: 'a', ...both } });
    expect(put({ refresh_token: 'old', credentials: { refresh_token: 'older', access_token: 'x' } })).to.deep.equal({
      refresh_token: 'new-refresh',
      credentials: both,
    });
    expect(put({ credentials: null })).to.deep.equal({ credentials: null, ...both });
  });

  it('remove an old refresh token if none was granted, and say which credentials count', () => {
    const alone = { accessToken: 'new-access', refreshToken: null };
    const given = { credentials: { auth_method: 'oAuth2.0', refresh_token: 'old' }, refresh_token: 'old' };
    expect(JSON.parse(setTokens(JSON.stringify(given), alone))).to.deep.equal({
      credentials: { auth_method: 'access_token', access_token: 'new-access' },
    });
  });

  describe('in a file', () => {
    let folder: string;
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'tap-linkedin-pages-store-'));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it('replace the target of a link, readable only by its owner, and leave no other files', async () => {
      const [target, link] = [join(folder, 'target.json'), join(folder, 'link.json')];
      writeFileSync(target, '{}', { mode: 0o644 });
      symlinkSync(target, link);
      await storeTokens(link, NEW);
      expect(lstatSync(link).isSymbolicLink()).to.equal(true);
      expect(statSync(target).mode & 0o777).to.equal(0o600);
      expect(JSON.parse(readFileSync(target, 'utf8'))).to.include({ access_token: 'new-access' });
      expect(readdirSync(folder)).to.have.members(['target.json', 'link.json']);
    });

    it('are an error with a code if the file is gone', async () => {
      const error = await storeTokens(join(folder, 'gone.json'), NEW).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(StoreError).and.to.include({ code: 'CONFIG_NOT_STORED' });
    });
  });
});
