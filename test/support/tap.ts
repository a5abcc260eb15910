import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { main } from '../../src/cli/main.js';
import type { Signal } from '../../src/cli/process-io.js';
import { writeTemporary } from './files.js';
import { readRun, type TapRun } from './output.js';
import { inspectOutput, watchSecrets } from './secrets.js';

/** Inputs of a run of the tap: contents of files, not their paths. */
export interface TapInputs {
  /** Settings; without any, no --config is passed. */
  readonly config?: object;
  readonly catalog?: unknown;
  readonly state?: unknown;
  /** Further arguments. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Writes the inputs' files, and returns the arguments. */
export function argumentsOf({ config, catalog, state, args = [] }: TapInputs): string[] {
  if (config) watchSecrets(config as Record<string, unknown>);
  const files = { config, catalog, state };
  const flags = Object.entries(files).flatMap(([name, content]) =>
    content === undefined ? [] : [`--${name}`, writeTemporary(content)],
  );
  return [...flags, ...args];
}

export interface RunningTap {
  /** Delivers a signal, as the system would. */
  signal(name: Signal): void;
  readonly done: Promise<TapRun>;
}

/** Runs the tap in this process, which is much faster than a separate one. */
export async function runTap(inputs: TapInputs): Promise<TapRun> {
  return await startTap(inputs).done;
}

export function startTap(inputs: TapInputs, { stdout = new Collector() }: { stdout?: Collector } = {}): RunningTap {
  const stderr = new Collector();
  const signals = new EventEmitter();
  const io = { argv: argumentsOf(inputs), env: inputs.env ?? {}, stdout, stderr, signals };
  const run = async (): Promise<TapRun> => {
    const exitCode = await main(io);
    inspectOutput(stdout.text);
    inspectOutput(stderr.text);
    return readRun({ exitCode, stdout: stdout.text, stderr: stderr.text });
  };
  return { signal: (name) => signals.emit(name, name), done: run() };
}

/** Runs a command that prints a document rather than messages. */
export async function runCommand(
  argv: readonly string[],
  env: TapInputs['env'] = {},
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const stdout = new Collector();
  const stderr = new Collector();
  const exitCode = await main({ argv, env, stdout, stderr, signals: new EventEmitter() });
  inspectOutput(stdout.text + stderr.text);
  return { exitCode, stdout: stdout.text, stderr: stderr.text };
}

/** Keeps what is written to it. */
export class Collector extends Writable {
  readonly #pieces: string[] = [];

  get text(): string {
    return this.#pieces.join('');
  }

  override _write(chunk: Buffer, _encoding: string, callback: (error?: Error | null) => void): void {
    this.#pieces.push(chunk.toString());
    callback();
  }
}
