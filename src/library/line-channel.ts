import { Writable } from 'node:stream';

interface Handed {
  readonly text: string;
  readonly taken: () => void;
}

/**
 * Passes whole lines from a writer to a reader. The writer's next write is accepted once the reader has taken all lines
 * of the last one, so that a slow reader slows the writer down.
 */
export class LineChannel extends Writable {
  #handed: Handed | null = null;
  #wake: (() => void) | null = null;

  constructor() {
    super({ decodeStrings: false });
  }

  override _write(text: string, _encoding: string, callback: () => void): void {
    this.#handed = { text, taken: callback };
    this.#wake?.();
  }

  override _final(callback: () => void): void {
    this.#wake?.();
    callback();
  }

  /** Releases the writer: a pending write counts as accepted. */
  override _destroy(error: Error | null, callback: (error?: Error | null) => void): void {
    const handed = this.#handed;
    this.#handed = null;
    handed?.taken();
    this.#wake?.();
    callback(error);
  }

  /** The lines, without line breaks, until the writer ends the channel. */
  async *lines(): AsyncGenerator<string, void, undefined> {
    for (;;) {
      while (this.#handed === null && !this.writableEnded && !this.destroyed) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      if (this.#handed === null) return;
      const { text, taken } = this.#handed;
      for (const line of text.split('\n')) if (line !== '') yield line;
      this.#handed = null;
      taken();
    }
  }
}
