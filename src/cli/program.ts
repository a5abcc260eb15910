import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { SIGNALS, type ProcessIo, type Signal } from './process-io.js';

/** A program and its arguments. */
export type Program = readonly [string, ...string[]];

/** What shells say of a program that is not there, or that cannot be run. */
const NOT_FOUND = 127;
const NOT_RUN = 126;

/**
 * Runs a program on this process's own stdin, stdout and stderr, and gives its exit code: 128 and its number where a
 * signal ended it, 127 where it is not there. SIGNALS are handed on to it and end nothing here.
 */
export async function runProgram(
  [name, ...args]: Program,
  { env, stderr, signals }: Pick<ProcessIo, 'env' | 'stderr' | 'signals'>,
): Promise<number> {
  // Listened for before it is there: a signal in between would end this process, and leave it behind.
  let child: ChildProcess | undefined;
  const handOn = (signal: Signal): void => {
    if (!comesFromKeyboard(signal)) child?.kill(signal);
  };
  for (const signal of SIGNALS) signals.on(signal, handOn);
  try {
    const started = (child = spawn(name, args, { env: { ...env }, stdio: 'inherit' }));
    return await new Promise((done) => {
      started.once('error', ({ code }: NodeJS.ErrnoException) => {
        stderr.write(`CRITICAL ${name} cannot be run (${code}).\n`);
        done(code === 'ENOENT' ? NOT_FOUND : NOT_RUN);
      });
      started.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal!]));
    });
  } finally {
    for (const signal of SIGNALS) signals.off(signal, handOn);
  }
}

/** Of Ctrl-C and Ctrl-\ the terminal itself tells every program on it: once is enough, twice would cut its end short. */
function comesFromKeyboard(signal: Signal): boolean {
  return process.stdin.isTTY && (signal === 'SIGINT' || signal === 'SIGQUIT');
}
