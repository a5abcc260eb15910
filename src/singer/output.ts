import type { Writable } from 'node:stream';
import { RunEndError } from '../errors.js';

/** Characters gathered before they are written: one write per record would cost twice as much. */
const BATCH_LENGTH = 64 * 1024;

/** The process that read our stdout is gone: nothing more can reach it. */
export class ReaderGoneError extends Error {
  override readonly name = 'ReaderGoneError';

  constructor(cause?: unknown) {
    super(
      'The target ended before the tap: its own message says why. Run again with the same --state to continue.',
      cause === undefined ? undefined : { cause },
    );
  }
}

/** Output was lost although the reader is still there: a full disk, a file size limit, a broken device. */
export class OutputError extends RunEndError {
  constructor(cause: unknown) {
    super('OUTPUT_NOT_WRITTEN', `stdout could not be written: ${wordsOf(cause)}.`, {
      hint: 'Free some space, or raise the limit; a sync then continues from the last complete STATE that came out.',
      cause,
    });
  }
}

/** The system's own words, for instance `ENOSPC: no space left on device`. */
function wordsOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replace(/, write$/, '');
}

/** Why nothing can be written any more. */
export type OutputEnd = ReaderGoneError | OutputError;

const endOf = (cause: unknown): OutputEnd =>
  (cause as NodeJS.ErrnoException | null)?.code === 'EPIPE' ? new ReaderGoneError(cause) : new OutputError(cause);

/**
 * Writes lines to a stream that may be read slowly. `write` takes a line and, once a batch is full, returns a promise
 * that settles when the reader has taken it: a caller who awaits it never lets more than a batch pile up.
 */
export class Output {
  readonly #stream: Writable;
  readonly #onEnd: (error: OutputEnd) => void;
  #batch = '';
  #flushing: Promise<void> | null = null;
  #end: OutputEnd | null = null;
  #isSealed = false;

  /** `onEnd` is called once when nothing more can be written. */
  constructor(stream: Writable, onEnd: (error: OutputEnd) => void = () => {}) {
    this.#stream = stream;
    this.#onEnd = onEnd;
    stream.on('error', (error) => this.#leave(error));
  }

  /** @throws OutputEnd */
  write(line: string): Promise<void> | undefined {
    if (this.#end) throw this.#end;
    if (this.#isSealed) return undefined;
    this.#batch += line;
    return this.#batch.length >= BATCH_LENGTH ? this.flush() : undefined;
  }

  /** Ends the output after the last line: anything still in flight when a run ends comes too late, and is left out. */
  seal(): void {
    this.#isSealed = true;
  }

  /** Settles when everything written so far has been handed to the reader. */
  flush(): Promise<void> {
    if (this.#end) return Promise.reject(this.#end);
    this.#flushing ??= this.#drain().finally(() => (this.#flushing = null));
    return this.#flushing;
  }

  async #drain(): Promise<void> {
    while (this.#batch !== '') {
      const batch = this.#batch;
      this.#batch = '';
      await new Promise<void>((resolve, reject) => {
        this.#stream.write(batch, (error) => (error ? reject(this.#leave(error)) : resolve()));
      });
    }
  }

  #leave(cause: unknown): OutputEnd {
    if (!this.#end) {
      this.#end = endOf(cause);
      this.#onEnd(this.#end);
    }
    return this.#end;
  }
}
