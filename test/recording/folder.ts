import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALL_FILE, type RecordedCall } from '../../src/recorded.js';

/** The calls of a recording, in order. */
export function readCalls(folder: string): { file: string; call: RecordedCall }[] {
  const files = readdirSync(folder).filter((name) => CALL_FILE.test(name));
  return files.sort().map((name) => {
    const file = join(folder, name);
    return { file, call: JSON.parse(readFileSync(file, 'utf8')) as RecordedCall };
  });
}

/** Everything in the folder, as text. */
export function readWhole(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

/** Edits a file as a user would by hand. */
export function edit(
  folder: string,
  resource: string,
  change: (answer: NonNullable<RecordedCall['answer']>) => Partial<RecordedCall>,
): void {
  const found = readCalls(folder).find(({ call }) => call.request.url.startsWith(`/rest/${resource}`))!;
  writeFileSync(found.file, JSON.stringify({ ...found.call, ...change(found.call.answer!) }));
}
