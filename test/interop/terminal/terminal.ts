import { spawn } from 'node:child_process';

const ERASE_LINE = '\r\u001B[2K';
const CTRL_C = '\u0003';

export interface TerminalRun {
  readonly columns: number;
  readonly cwd: string;
  /** Press Ctrl-C as soon as the output so far matches this. */
  readonly interruptAt?: RegExp;
}

export interface Seen {
  /** Exit code of the command, or 128 plus the number of the signal that ended it. */
  readonly exitCode: number | null;
  /** The lines that remain at the end, as written. */
  readonly lines: readonly string[];
  /** Each state of the progress line that was erased again. */
  readonly frames: readonly string[];
}

/** Runs a shell command in its own pseudo-terminal, with util-linux's `script`. */
export async function runOnTerminal(command: string, { columns, cwd, interruptAt }: TerminalRun): Promise<Seen> {
  const child = spawn('script', ['-qec', `stty cols ${columns} rows 40; ${command}`, '/dev/null'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TERM: 'xterm', SHELL: '/bin/sh' },
  });
  let written = '';
  let isInterrupted = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    written += text;
    if (!interruptAt?.test(written) || isInterrupted) return;
    isInterrupted = true;
    child.stdin.write(CTRL_C);
  });
  child.stdin.on('error', () => {});
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const lines = written.replaceAll('\r\n', '\n').trimEnd().split('\n');
  return {
    exitCode,
    lines: lines.map((line) => line.split(ERASE_LINE).at(-1)!.replace('^C', '')),
    frames: lines.flatMap((line) => line.split(ERASE_LINE).slice(0, -1)).filter((frame) => frame !== ''),
  };
}
