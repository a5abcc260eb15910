import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { SIGNALS, type ProcessIo, type Signal } from './process-io.js';

/** A program and its arguments. */
export type Program = readonly [string, ...string[]];

/** Exit codes of shells for a program that does not exist, or cannot be run. */
const NOT_FOUND = 127;
const NOT_RUN = 126;

/**
 * Runs a program on this process's own stdin, stdout and stderr, and returns its exit code: 128 plus the signal's
 * number if a signal ended it, 127 if it does not exist. SIGNALS are passed on to it and do not end this process.
 */
export async function runProgram(
  [name, ...args]: Program,
  { env, stderr, signals }: Pick<ProcessIo, 'env' | 'stderr' | 'signals'>,
): Promise<number> {
  // Registered before the program starts: a signal in between would end this process and leave the program behind.
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

/**
 * The terminal itself sends Ctrl-C and Ctrl-\ to every program on it; a second signal would cut short how the program
 * ends.
 */
function comesFromKeyboard(signal: Signal): boolean {
  return process.stdin.isTTY && (signal === 'SIGINT' || signal === 'SIGQUIT');
}
