import { randomBytes } from 'node:crypto';
import { open, rename, rm, writeFile } from 'node:fs/promises';

/**
 * Writes a file that only its owner may read (0600), entirely or not at all: a reader sees the old file or the new one,
 * and a crash leaves one of them. A link is replaced, not its target.
 */
export async function replaceFile(path: string, content: Buffer | string): Promise<void> {
  await replace(path, { content, mode: 0o600 });
}

/** The same for a document that others may read, as the umask permits; it may come in pieces. */
export async function replaceDocument(path: string, content: Iterable<string>): Promise<void> {
  await replace(path, { content, mode: 0o666 });
}

interface Replacement {
  readonly content: Buffer | string | Iterable<string>;
  readonly mode: number;
}

async function replace(path: string, { content, mode }: Replacement): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await writeFile(file, content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
