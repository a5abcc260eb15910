// `npm run test:engines`: builds, installs what the Airflow and Dagster examples need, and runs their tests. With
// --full, also four nights of three clients in each engine; other arguments go to mocha.
import './setup.mjs';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rest = process.argv.slice(2);
const isFull = rest.includes('--full');
const TOOLS = ['airflow', 'dagster', 'meltanolabs-postgres'];

const { timeout, reporter } = JSON.parse(readFileSync(`${root}test/interop/.mocharc.json`, 'utf8'));
const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', `--timeout=${timeout}`, `--reporter=${reporter}`];
const env = { ...process.env, ...(isFull && { INTEROP_ENGINES: 'full' }) };

for (const args of [
  ['dist/test/interop/tools/install.js', ...TOOLS],
  [...mocha, 'dist/test/interop/engines/*.test.js', ...rest.filter((each) => each !== '--full')],
]) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}
