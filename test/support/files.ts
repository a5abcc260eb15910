import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | undefined;
let count = 0;

/**
 * Writes a file that exists until the suite ends, and returns its path. Text and bytes are written as is, all else as
 * JSON.
 */
export function writeTemporary(content: unknown): string {
  folder ??= mkdtempSync(join(tmpdir(), 'tap-linkedin-pages-'));
  const path = join(folder, `${count++}.json`);
  // Otherwise each run would warn of secrets that others may read.
  const isPlain = typeof content === 'string' || content instanceof Uint8Array;
  writeFileSync(path, isPlain ? content : JSON.stringify(content), { mode: 0o600 });
  return path;
}

after(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true });
});
