import { spawnSync } from 'node:child_process';
import type { Tool } from './table.js';

export interface Python {
  readonly command: string;
  /** 11 for 3.11. */
  readonly minor: number;
}

/** Those that the pins were made for come first. */
const COMMANDS = ['python3.11', 'python3.12', 'python3.13', 'python3'];

/** Required by the pins. */
const FIRST = 11;
const LAST = 13;

/**
 * Pythons on this machine that can make virtual environments, best first; `INTEROP_PYTHON` names the only one to use.
 */
export function listPythons(): Python[] {
  const told = process.env['INTEROP_PYTHON'];
  return (told ? [told] : COMMANDS).flatMap((command) => {
    const { status, stdout } = spawnSync(
      command,
      ['-c', 'import sys, venv, ensurepip; print(sys.version_info.major, sys.version_info.minor)'],
      { encoding: 'utf8' },
    );
    const [major, minor] = (stdout ?? '').split(' ').map(Number);
    return status === 0 && major === 3 ? [{ command, minor: minor! }] : [];
  });
}

export function choosePython(pythons: readonly Python[], { lastPython = LAST }: Tool): Python | undefined {
  return pythons.find(({ minor }) => minor >= FIRST && minor <= lastPython);
}

/** What a tool needs, in words. */
export function describeNeed({ requirement, lastPython = LAST }: Tool): string {
  return `${requirement} needs Python 3.${FIRST} to 3.${lastPython} with its module venv`;
}
