import type { Writable } from 'node:stream';

const REDRAW_MS = 200;
const ERASE_LINE = '\r\u001B[2K';

export interface Progress {
  /** Writes a log line above the progress line. */
  write(line: string): void;
  /** Takes the progress line away. */
  close(): void;
}

/** One line at the foot of a terminal that is drawn again as the run goes on, and leaves nothing behind. */
export function startProgress(terminal: Writable, describe: () => string): Progress {
  const draw = (): void => {
    terminal.write(`${ERASE_LINE}${describe()}`);
  };
  const timer = setInterval(draw, REDRAW_MS);
  timer.unref();
  return {
    write(line) {
      terminal.write(`${ERASE_LINE}${line}`);
      draw();
    },
    close() {
      clearInterval(timer);
      terminal.write(ERASE_LINE);
    },
  };
}
