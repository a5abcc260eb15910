import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** An empty folder that exists until the suite ends. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tap-linkedin-pages-'));
  folders.push(folder);
  return folder;
}

after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});
