// `npm run watch`: rebuilds whenever a source changes.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import './setup.mjs';

const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
process.exitCode =
  spawnSync(process.execPath, [compiler, '-b', '--watch', '--preserveWatchOutput'], { stdio: 'inherit' }).status ?? 1;
