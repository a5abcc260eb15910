import { execFile, execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { printedOf, scriptOf } from '../interop/readme/blocks.js';
import { makeFolder } from '../support/folders.js';
import { NOW } from '../support/sandboxes.js';
import { startSandbox } from '../../src/sandbox/index.js';

/** A folder, and a PATH that includes the tap. */
function workplace(): { cwd: string; PATH: string } {
  const programs = makeFolder();
  symlinkSync(fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot)), join(programs, 'tap-linkedin-pages'));
  const PATH = [programs, dirname(process.execPath), process.env['PATH']].join(delimiter);
  return { cwd: makeFolder(), PATH };
}

const countRecords = (file: string): number =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{"type":"RECORD"')).length;

describe('the commands of docs/sandbox.md, as written', () => {
  for (const name of ['beside']) {
    it(`print what is shown, even in a folder used before: ${name}`, () => {
      const { cwd, PATH } = workplace();
      const run = () =>
        execFileSync('bash', ['-c', `set -eo pipefail\n${scriptOf('docs/sandbox.md', name)}`], {
          cwd,
          env: { PATH },
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
      const expected = printedOf('docs/sandbox.md', name);
      expect([run(), run()]).to.deep.equal([expected, expected]);
    });
  }
});

describe('the commands of docs/recording.md, as written', () => {
  it('record a run, whose replay has as many records', async () => {
    const sandbox = await startSandbox({ now: NOW, organizations: 1 });
    try {
      const { cwd, PATH } = workplace();
      const config = join(cwd, 'config.json');
      writeFileSync(config, JSON.stringify({ ...sandbox.config, start_date: '10 days ago' }));
      await promisify(execFile)('bash', ['-c', `set -eo pipefail\n${scriptOf('docs/recording.md', 'record')}`], {
        cwd,
        env: { PATH, SANDBOX_CONFIG: config },
      });
      const [pages, again] = ['pages.jsonl', 'again.jsonl'].map((name) => countRecords(join(cwd, name)));
      expect(again).to.equal(pages).above(1000);
    } finally {
      await sandbox.close();
    }
  });
});
