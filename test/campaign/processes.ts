import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../src/package.js';
import { readRun, type TapRun } from '../support/output.js';
import type { Cut } from './life.js';
import type { Runner } from './live.js';
import { writeInputs } from './night.js';

const BIN = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));

/** Runs the built tap as a separate process, and ends it with a real signal, or by closing its stdout. */
export const runProcess: Runner = ({ inputs, cut, folder }) =>
  new Promise<TapRun>((resolve, reject) => {
    const argv = writeInputs(folder, inputs);
    const child = spawn(process.execPath, [BIN, ...argv], { env: {}, stdio: ['ignore', 'pipe', 'pipe'] });
    const pieces: Buffer[] = [];
    let length = 0;
    let stderr = '';
    child.once('error', reject);
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.on('data', (chunk: Buffer) => {
      pieces.push(chunk);
      length += chunk.length;
      if (cut && length > cut.afterBytes) end(cut);
    });
    child.once('close', (exitCode) => {
      resolve(readRun({ exitCode, stdout: Buffer.concat(pieces).toString(), stderr }));
    });

    function end({ by }: Cut): void {
      if (by === 'reader') child.stdout.destroy();
      else child.kill(by);
    }
  });
