// `npm run test:one -- FILE [-g TITLE]`: builds, then runs one test file as `npm test` would, without coverage. FILE is
// the source or its output in dist/; other arguments go to mocha. Stack traces refer to the sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [told, ...rest] = process.argv.slice(2);
if (!told || told.startsWith('-')) fail('usage: npm run test:one -- test/FOLDER/NAME.test.ts [-g TITLE]');

await import('./setup.mjs');

const source = relative(root, resolve(told)).replaceAll('\\', '/');
const file = `${source.startsWith('dist/') ? '' : 'dist/'}${source.replace(/\.ts$/, '.js')}`;
if (!existsSync(`${root}${file}`)) fail(`${told}: there is no ${file} after the build`);

// The configurations list all files of their suite, so only their other settings are used.
const config = file.startsWith('dist/test/interop/') ? 'test/interop/.mocharc.json' : '.mocharc.json';
const { timeout, reporter, require = [] } = JSON.parse(readFileSync(`${root}${config}`, 'utf8'));
const modules = require.map((module) => `--require=${module}`);
const { status } = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    `${root}node_modules/mocha/bin/mocha.js`,
    '--no-config',
    `--timeout=${timeout}`,
    `--reporter=${reporter}`,
    ...modules,
    file,
    ...rest,
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;

function fail(reason) {
  process.stderr.write(`${reason}\n`);
  process.exit(2);
}
