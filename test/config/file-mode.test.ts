import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { isOpenToOthers } from '../../src/config/file-mode.js';
import { load } from './support.js';

const SECRET = { access_token: 'made-up-token' };

describe('a file that others can read', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'file-mode-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, mode: number): string => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(SECRET));
    chmodSync(path, mode);
    return path;
  };

  for (const mode of [0o644, 0o640, 0o604, 0o620, 0o777]) {
    it(`is recognized by its mode ${mode.toString(8)}`, async function () {
      if (process.platform === 'win32') this.skip();
      expect(await isOpenToOthers(write('settings.json', mode))).to.be.true;
    });
  }

  for (const mode of [0o600, 0o400, 0o700]) {
    it(`does not have mode ${mode.toString(8)}`, async () => {
      expect(await isOpenToOthers(write('settings.json', mode))).to.be.false;
    });
  }

  it('is accepted if Meltano made it for one run', async () => {
    expect(await isOpenToOthers(write('.meltano/run/tap-linkedin-pages/1/tap.config.json', 0o644))).to.be.false;
  });

  it('is never a pipe, a folder or a missing file', async function () {
    if (process.platform === 'win32') this.skip();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', ['-m', '644', pipe]);
    for (const path of [pipe, folder, '/dev/null', join(folder, 'missing')])
      expect(await isOpenToOthers(path)).to.be.false;
  });

  it('causes a warning if it contains a secret, in whatever form', async () => {
    for (const content of [SECRET, { credentials: SECRET }, { access_token: null, client_secret: 'made-up' }]) {
      const files = { 'ours.json': SECRET, 'theirs.json': content };
      const { warnings } = await load({ files, exposed: true, paths: ['ours.json', 'theirs.json'] });
      expect(warnings).to.deep.equal(
        ['ours.json', 'theirs.json'].map(
          (path) => `${path} holds secrets, and other users of this machine may read it: chmod 600 ${path}`,
        ),
      );
    }
  });

  it('causes none if it contains no secret, nor does the environment', async () => {
    const files = { 'settings.json': { max_tries: 2, client_id: 'made-up-id', access_token: null } };
    const env = { TAP_LINKEDIN_PAGES_ACCESS_TOKEN: 'made-up-token' };
    const { warnings } = await load({ files, env, exposed: true, paths: ['settings.json', 'ENV'] });
    expect(warnings).to.be.empty;
  });
});
