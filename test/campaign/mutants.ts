import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { packageRoot } from '../../src/package.js';
import type { Tap } from './night.js';

/** A mistake that a programmer could make, as a change to one compiled file of the tap. */
export interface Mistake {
  readonly title: string;
  /** Relative to `dist/src`. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Seed of a life that shows it. */
  readonly seed: number;
}

export const MISTAKES: readonly Mistake[] = [
  {
    title: 'a bookmark one day too far',
    file: 'sync/state/buckets.js',
    from: '[END]: this.#formatSecond(end)',
    to: '[END]: this.#formatSecond(end + 86_400_000)',
    seed: 3,
  },
  {
    title: 'STATE before the records it covers',
    file: 'sync/tasks.js',
    from: 'await this.#write(task, answer);',
    to: 'await this.#advance(task, answer); await this.#write(task, answer);',
    seed: 31,
  },
  {
    title: 'a short page taken for the end',
    file: 'linkedin/paging.js',
    from: 'const { length, next, total } = page;',
    to: `const { length, next, total } = page;
    if (length < pageSize(page, count))
        return null;`,
    seed: 10,
  },
  {
    title: 'recent days not read again',
    file: 'sync/window.js',
    from: 'bookmark - lookbackDays * DAY_MS',
    to: 'bookmark',
    seed: 3,
  },
  {
    title: 'a bookmark at the requested end',
    file: 'sync/read.js',
    from: 'return { elements: inOrder.map(([, element]) => element), oldestStart, newestEnd,',
    to: 'return { elements: inOrder.map(([, element]) => element), oldestStart, newestEnd: window.end,',
    seed: 3,
  },
  {
    title: 'late posts not looked for',
    file: 'sync/state/recent.js',
    from: 'return order >= bookmark - LATE_MS &&',
    to: 'return order > bookmark &&',
    seed: 103,
  },
  {
    title: 'one bookmark for all pages',
    file: 'singer/state.js',
    from: 'return this.#bookmarks.get(stream)?.get(organization);',
    to: 'return [...(this.#bookmarks.get(stream)?.values() ?? [])].at(-1);',
    seed: 3,
  },
  {
    title: 'counts of comments stored before the comments are written',
    file: 'sync/posts/details.js',
    from: 'let outcome = await this.#readLevel(own, post);',
    to: "memory.keep(post, { count, outcome: 'complete' }); let outcome = await this.#readLevel(own, post);",
    seed: 39,
  },
];

/** Makes the mistake in a copy of the built tap in `folder`, without compiling. Throws if it does not apply. */
export async function makeMistake({ file, from, to }: Mistake, folder: string): Promise<Tap> {
  const root = fileURLToPath(packageRoot);
  const copy = mkdtempSync(join(folder, 'mistake-'));
  for (const name of ['package.json', 'schemas', 'node_modules']) symlinkSync(join(root, name), join(copy, name));
  cpSync(join(root, 'dist/src'), join(copy, 'dist/src'), { recursive: true });
  const path = join(copy, 'dist/src', file);
  const before = readFileSync(path, 'utf8');
  if (before.split(from).length !== 2)
    throw new Error(`The mistake does not apply: ${file} does not say once: ${from}`);
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
  const { main } = (await import(pathToFileURL(join(copy, 'dist/src/cli/main.js')).href)) as { main: Tap };
  return main;
}
