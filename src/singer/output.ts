import type { Writable } from 'node:stream';
import { RunEndError } from '../errors.js';

/** Bytes gathered before they are written: a write a record would cost twice as much. */
const BATCH_LENGTH = 64 * 1024;

/** The process that read our stdout is gone: nothing more can be said to it. */
export class ReaderGoneError extends Error {
  override readonly name = 'ReaderGoneError';

  constructor(cause?: unknown) {
    super(
      'The target ended before the tap: its own message says why. Run again with the same --state to go on.',
      cause === undefined ? undefined : { cause },
    );
  }
}

/** What was written did not arrive, though nobody has left: a full disk, a limit of file sizes, a broken device. */
export class OutputError extends RunEndError {
  constructor(cause: unknown) {
    super('OUTPUT_NOT_WRITTEN', `stdout could not be written: ${wordsOf(cause)}.`, {
      hint: 'Make room, or raise the limit; a sync then goes on from the last whole STATE that came out.',
      cause,
    });
  }
}

/** As the system says it, for instance `ENOSPC: no space left on device`. */
function wordsOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replace(/, write$/, '');
}

/** Why nothing can be written any more. */
export type OutputEnd = ReaderGoneError | OutputError;

const endOf = (cause: unknown): OutputEnd =>
  (cause as NodeJS.ErrnoException | null)?.code === 'EPIPE' ? new ReaderGoneError(cause) : new OutputError(cause);

/**
 * Lines to a stream that may be read slowly. `write` takes a line and, once a batch is full, gives a promise that
 * settles when the reader has taken it: whoever awaits it never lets more than a batch pile up.
 */
export class Output {
  readonly #stream: Writable;
  readonly #onEnd: (error: OutputEnd) => void;
  #batch = '';
  #flushing: Promise<void> | null = null;
  #end: OutputEnd | null = null;
  #isSealed = false;

  /** `onEnd` is told once that nothing can be written any more. */
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

  /** The last line is written: whatever is still under way when a run is ended comes too late, and is left out. */
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
