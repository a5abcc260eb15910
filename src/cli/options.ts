import { resolve } from 'node:path';
import type { Shard } from '../config/config.js';
import { parseShard } from '../config/shard.js';
import { quote } from '../quote.js';
import type { DocumentArguments, SelectionArguments } from './arguments.js';
import { last, UsageError } from './usage.js';
import { workingFolder } from './working-folder.js';

/** `--config`; always a list, even if given once. */
export const configOption = (describe: string) =>
  ({ alias: 'c', type: 'string', array: true, nargs: 1, default: [] as string[], describe }) as const;

/** `--catalog`. */
export const catalogOption = (describe: string) => ({ type: 'string', coerce: last<string>, describe }) as const;

/** `--select`, which replaces `--catalog`. */
export const selectOption = {
  type: 'string',
  array: true,
  nargs: 1,
  default: [] as string[],
  coerce: readPatterns,
  describe:
    'Instead of --catalog: streams and fields, as in posts, posts.content, *_time_bound.*, !*.additional_fields',
} as const;

const documentOption = (describe: string) => ({ type: 'string', coerce: last<string>, describe }) as const;

/** Options of every command that syncs. */
export const DOCUMENT_OPTIONS = {
  summary: documentOption(
    'Write the outcome of the run into this file, as JSON for schedulers; also when the run fails',
  ),
  report: documentOption('Write an HTML page into this file that shows what was read and what is missing'),
} as const;

/** @throws UsageError if a document would replace another file of the run, such as the config */
export function assertPlaces(
  { summary, report }: DocumentArguments,
  { inputs }: { inputs: readonly (string | undefined)[] },
): void {
  const taken = new Map(inputs.flatMap((path) => (path === undefined ? [] : [[placeOf(path), 'is read in this run']])));
  for (const [name, path] of Object.entries({ summary, report })) {
    if (path === undefined) continue;
    if (path === '') throw new UsageError(`--${name} needs a file to write`);
    const why = taken.get(placeOf(path));
    if (why !== undefined) throw new UsageError(`--${name} ${path} would replace a file that ${why}`);
    taken.set(placeOf(path), 'is written already');
  }
}

const placeOf = (path: string): string => resolve(workingFolder(), path);

/** `--state`. */
export const stateOption = {
  alias: 's',
  type: 'string',
  coerce: last<string>,
  describe: 'State of the last run: a STATE, or a target’s whole output',
} as const;

/**
 * `--shard`.
 *
 * @throws UsageError
 */
export const shardOption = {
  type: 'string',
  coerce: readShard,
  describe: 'Read only the organizations of shard i of n, written i/n; n runs read them all',
} as const;

function readShard(given: string | readonly string[] | undefined): Shard | undefined {
  const text = last(given);
  if (text === undefined) return undefined;
  const shard = parseShard(text);
  if (!shard) throw new UsageError(`--shard takes i/n, such as 1/4, with i from 1 to n, not ${quote(text, 60)}`);
  return shard;
}

/** @throws UsageError if both are given */
export function assertOneSelection({ catalog, select }: SelectionArguments): void {
  if (catalog !== undefined && select.length > 0)
    throw new UsageError('--select replaces --catalog: give only one of them');
}

function readPatterns(given: readonly string[]): readonly string[] {
  if (given.some((text) => /^[\s,]*$/.test(text)))
    throw new UsageError('--select needs a pattern, for instance posts.*');
  return given;
}
