import { createWriteStream, fstatSync } from 'node:fs';
import type { Writable } from 'node:stream';

/**
 * The standard output of this process. For a file it is not Node's own stream: when the system cuts a write short, at
 * the end of a disk or a limit, that stream takes it for complete, and the rest would be missing silently.
 */
export function openStdout(): Writable {
  return fstatSync(1).isFile() ? createWriteStream('', { fd: 1, autoClose: false }) : process.stdout;
}
