import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../src/package.js';
import { readRun, type TapRun } from './output.js';
import { inspectOutput } from './secrets.js';
import { argumentsOf, type TapInputs } from './tap.js';

const running = new Set<ChildProcess>();

afterEach('no tap outlives its test', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Waits until something holds; rejects after ten seconds, so that no test waits forever. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('It did not come to hold within ten seconds.');
    await delay(2);
  }
}

export interface TapProcess {
  readonly child: ChildProcess;
  /** Everything read from stdout so far. */
  readonly printed: () => string;
  readonly done: Promise<TapRun & { readonly signal: NodeJS.Signals | null }>;
}

export interface SpawnOptions {
  /** If false, stdout is not read. */
  readonly reads?: boolean;
  /** How to call the tap, if not the built one of this checkout. */
  readonly command?: readonly [string, ...string[]];
}

const BUILT_TAP = [process.execPath, fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot))] as const;

/** Starts the tap as a separate process. */
export function spawnTap(inputs: TapInputs, { reads = true, command = BUILT_TAP }: SpawnOptions = {}): TapProcess {
  const [program, ...first] = command;
  const child = spawn(program, [...first, ...argumentsOf(inputs)], {
    env: { ...inputs.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8');
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  if (reads) child.stdout.on('data', (text: string) => (stdout += text));
  const done = new Promise<Awaited<TapProcess['done']>>((resolve, reject) => {
    child.once('error', reject);
    // Not `close`, since a stdout that nobody reads never closes.
    child.once(reads ? 'close' : 'exit', (exitCode: number | null, signal: NodeJS.Signals | null) => {
      inspectOutput(stdout);
      inspectOutput(stderr);
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ ...readRun({ exitCode, stdout, stderr }), signal });
    });
  });
  return { child, printed: () => stdout, done };
}

export async function runProcess(inputs: TapInputs): Promise<TapRun> {
  return await spawnTap(inputs).done;
}

/** Runs a command that prints a document rather than messages, as a separate process. */
export async function runCommandProcess(
  inputs: TapInputs,
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  const [program, ...first] = BUILT_TAP;
  return await new Promise((resolve) => {
    const child = execFile(
      program,
      [...first, ...argumentsOf(inputs)],
      { env: inputs.env ?? {} },
      (_, stdout, stderr) => {
        inspectOutput(stdout + stderr);
        resolve({ exitCode: child.exitCode, stdout, stderr });
      },
    );
    running.add(child);
    child.once('exit', () => running.delete(child));
  });
}
