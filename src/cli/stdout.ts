import { createWriteStream, fstatSync } from 'node:fs';
import type { Writable } from 'node:stream';

/**
 * The standard output of this process. Where it is a file, not Node's own stream: that one takes a write which the system
 * cut short, at the end of a disk or of a limit, for a whole one, and the rest would be missing without a word.
 */
export function openStdout(): Writable {
  return fstatSync(1).isFile() ? createWriteStream('', { fd: 1, autoClose: false }) : process.stdout;
}
