import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { dirname, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { printedOf, scriptOf } from '../interop/readme/blocks.js';
import { makeFolder } from '../support/folders.js';

describe('the commands of docs/sandbox.md, as written', () => {
  for (const name of ['beside']) {
    it(`print what is shown, in a folder used before as well: ${name}`, () => {
      const programs = makeFolder();
      const tap = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));
      symlinkSync(tap, join(programs, 'tap-linkedin-pages'));
      const PATH = [programs, dirname(process.execPath), process.env['PATH']].join(delimiter);
      const cwd = makeFolder();
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
