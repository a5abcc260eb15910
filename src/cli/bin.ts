import { setFlagsFromString } from 'node:v8';
import { main } from './main.js';

// Left to itself V8 lets the garbage of thousands of answers grow to four times what lives before it collects.
setFlagsFromString('--heap-growing-percent=40');

process.exitCode = await main({
  argv: process.argv.slice(2),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  signals: process,
});
