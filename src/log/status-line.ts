import type { Writable } from 'node:stream';

const REDRAW_MS = 200;
const ERASE_LINE = '\r\u001B[2K';
/** For a terminal that does not report its width. */
const USUAL_WIDTH = 80;

export type LogStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/**
 * Writes log lines and, only on a terminal, a line at the bottom that shows the progress: redrawn as the run goes on,
 * pushed down by log lines, and gone when the run is over. A dumb terminal cannot erase a line, so it gets none.
 */
export class StatusLine {
  readonly #stream: LogStream;
  readonly #canErase: boolean;
  #describe: (() => string) | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(stream: LogStream, env: Readonly<Record<string, string | undefined>>) {
    this.#stream = stream;
    this.#canErase = stream.isTTY === true && env['TERM'] !== 'dumb';
  }

  /** Writes a finished log line, newline included. */
  write(line: string): void {
    this.#stream.write(this.#describe ? `${ERASE_LINE}${line}${this.#fit(this.#describe())}` : line);
  }

  /** Shows the line from now on, if possible; returns whether it is. */
  show(describe: () => string): boolean {
    if (!this.#canErase) return false;
    this.#describe = describe;
    this.#timer = setInterval(() => this.#stream.write(`${ERASE_LINE}${this.#fit(describe())}`), REDRAW_MS);
    this.#timer.unref();
    return true;
  }

  clear(): void {
    if (!this.#describe) return;
    clearInterval(this.#timer);
    this.#describe = null;
    this.#stream.write(ERASE_LINE);
  }

  /** Some terminals start a new line in the last column, which could not be erased. */
  #fit(text: string): string {
    const width = (this.#stream.columns || USUAL_WIDTH) - 1;
    return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
  }
}
