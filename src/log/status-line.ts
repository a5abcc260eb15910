import type { Writable } from 'node:stream';

const REDRAW_MS = 200;
const ERASE_LINE = '\r\u001B[2K';

/**
 * Log lines and, on a terminal only, one line at its foot that says how far the run has got: drawn again as it goes on,
 * pushed down by log lines, and gone when the run is over.
 */
export class StatusLine {
  readonly #stream: Writable & { readonly isTTY?: boolean };
  #describe: (() => string) | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: Writable & { readonly isTTY?: boolean }) {
    this.#stream = stream;
  }

  /** Writes a finished log line, newline included. */
  write(line: string): void {
    this.#stream.write(this.#describe ? `${ERASE_LINE}${line}${this.#describe()}` : line);
  }

  show(describe: () => string): void {
    if (!this.#stream.isTTY) return;
    this.#describe = describe;
    this.#timer = setInterval(() => this.#stream.write(`${ERASE_LINE}${describe()}`), REDRAW_MS);
    this.#timer.unref();
  }

  clear(): void {
    if (!this.#describe) return;
    clearInterval(this.#timer);
    this.#describe = null;
    this.#stream.write(ERASE_LINE);
  }
}
