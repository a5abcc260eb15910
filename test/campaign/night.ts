import { EventEmitter } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { main } from '../../src/cli/main.js';
import type { StateValue } from '../../src/singer/state.js';
import { readRun, type TapRun } from '../support/output.js';
import type { Cut } from './life.js';

/** The tap under test: its `main`, or one that behaves like it. */
export type Tap = typeof main;

export interface NightInputs {
  readonly config: object;
  readonly streams: readonly string[];
  /** Fields that the catalog leaves out, `stream.field`. */
  readonly deselected: readonly string[];
  /** null if no run left one. */
  readonly state: StateValue | null;
}

/** Writes a run's input files to `folder`, and returns the arguments that name them. */
export function writeInputs(folder: string, { config, streams, deselected, state }: NightInputs): string[] {
  const selected = { breadcrumb: [], metadata: { selected: true } };
  const metadataOf = (stream: string): object[] => [
    selected,
    ...deselected.flatMap((path) => {
      const [owner, field] = path.split('.');
      return owner === stream ? [{ breadcrumb: ['properties', field], metadata: { selected: false } }] : [];
    }),
  ];
  const entryOf = (name: string): object => ({
    tap_stream_id: name,
    stream: name,
    schema: {},
    metadata: metadataOf(name),
  });
  const catalog = { streams: streams.map(entryOf) };
  mkdirSync(folder, { recursive: true });
  return Object.entries({ config, catalog, ...(state && { state }) }).flatMap(([name, content]) => {
    const path = join(folder, `${name}.json`);
    writeFileSync(path, JSON.stringify(content));
    return [`--${name}`, path];
  });
}

/** Runs the tap in this process, and keeps the output written before the cut. */
export async function runNight(tap: Tap, argv: readonly string[], cut: Cut | null): Promise<TapRun> {
  const signals = new EventEmitter();
  const stdout = new CutOutput(cut, () => signals.emit('SIGTERM', 'SIGTERM'));
  const stderr = new CutOutput(null);
  const exitCode = await tap({ argv, env: {}, stdout, stderr, signals });
  return readRun({ exitCode, stdout: stdout.text, stderr: stderr.text });
}

/** Keeps what is written to it, as far as a reader would have received it. */
class CutOutput extends Writable {
  readonly #cut: Cut | null;
  readonly #onTerm: () => void;
  #pieces: Buffer[] = [];
  #length = 0;
  #isTold = false;

  constructor(cut: Cut | null, onTerm: () => void = () => {}) {
    super();
    this.#cut = cut;
    this.#onTerm = onTerm;
  }

  get text(): string {
    const all = Buffer.concat(this.#pieces);
    return (this.#cut && this.#cut.by !== 'SIGTERM' ? all.subarray(0, this.#cut.afterBytes) : all).toString();
  }

  override _write(chunk: Buffer, _encoding: string, callback: (error?: Error | null) => void): void {
    this.#pieces.push(chunk);
    this.#length += chunk.length;
    if (!this.#cut || this.#length <= this.#cut.afterBytes) return callback();
    if (this.#cut.by === 'SIGTERM' && !this.#isTold) this.#onTerm();
    this.#isTold = true;
    // A killed process notices nothing: here it continues, and nobody receives what it writes.
    if (this.#cut.by === 'reader') callback(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    else callback();
  }
}
