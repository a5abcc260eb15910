import type { Writable } from 'node:stream';

/** Bytes gathered before they are written: a write a record would cost twice as much. */
const BATCH_LENGTH = 64 * 1024;

/** The process that read our stdout is gone: nothing more can be said to it. */
export class ReaderGoneError extends Error {
  override readonly name = 'ReaderGoneError';

  constructor(cause?: unknown) {
    super('The reader of stdout has closed it.', cause === undefined ? undefined : { cause });
  }
}

/**
 * Lines to a stream that may be read slowly. `write` takes a line and, once a batch is full, gives a promise that
 * settles when the reader has taken it: whoever awaits it never lets more than a batch pile up.
 */
export class Output {
  readonly #stream: Writable;
  readonly #onGone: (error: ReaderGoneError) => void;
  #batch = '';
  #flushing: Promise<void> | null = null;
  #gone: ReaderGoneError | null = null;

  constructor(stream: Writable, onGone: (error: ReaderGoneError) => void = () => {}) {
    this.#stream = stream;
    this.#onGone = onGone;
    stream.on('error', (error) => this.#leave(error));
  }

  /** @throws ReaderGoneError */
  write(line: string): Promise<void> | undefined {
    if (this.#gone) throw this.#gone;
    this.#batch += line;
    return this.#batch.length >= BATCH_LENGTH ? this.flush() : undefined;
  }

  /** Settles when everything written so far has been handed to the reader. */
  flush(): Promise<void> {
    if (this.#gone) return Promise.reject(this.#gone);
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

  #leave(cause: unknown): ReaderGoneError {
    if (!this.#gone) {
      this.#gone = new ReaderGoneError(cause);
      this.#onGone(this.#gone);
    }
    return this.#gone;
  }
}
