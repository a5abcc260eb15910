import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { makeFolder } from '../support/folders.js';

const TAP = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));
const page = readFileSync(new URL('docs/scale.md', packageRoot), 'utf8');

/** The page's fenced blocks with this mark, in order. */
function blocksOf(mark: string): string {
  const blocks = [...page.matchAll(/^<!-- (.+) -->\n+```\w+\n([^]+?)^```$/gm)].filter(([, found]) => found === mark);
  return blocks.map(([, , block]) => block!).join('');
}

/** What a script prints, run in its own folder with the tap on its PATH. */
async function printedBy(script: string): Promise<string> {
  const bin = makeFolder();
  writeFileSync(join(bin, 'tap-linkedin-pages'), `#!/bin/sh\nexec '${process.execPath}' '${TAP}' "$@"\n`, {
    mode: 0o755,
  });
  const env = { PATH: [bin, process.env['PATH'] ?? ''].join(delimiter) };
  return await new Promise((resolve, reject) => {
    execFile('bash', ['-eo', 'pipefail', '-c', script], { env, cwd: makeFolder() }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
}

describe('docs/scale.md', () => {
  for (const name of ['shards', 'limits']) {
    it(`has commands that print what it shows: ${name}`, async () => {
      expect(await printedBy(blocksOf(`runs: ${name}`))).to.equal(blocksOf(`prints: ${name}`));
    });
  }
});
