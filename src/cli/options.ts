import { resolve } from 'node:path';
import type { Shard } from '../config/config.js';
import { parseShard } from '../config/shard.js';
import { quote } from '../quote.js';
import type { DocumentArguments, SelectionArguments } from './arguments.js';
import { last, UsageError } from './usage.js';
import { workingFolder } from './working-folder.js';

/** `--config`, of each command that has it; a list also where it is given once. */
export const configOption = (describe: string) =>
  ({ alias: 'c', type: 'string', array: true, nargs: 1, default: [] as string[], describe }) as const;

/** `--catalog`, of each command that has it. */
export const catalogOption = (describe: string) => ({ type: 'string', coerce: last<string>, describe }) as const;

/** `--select`, of each command that has `--catalog`, in whose place it stands. */
export const selectOption = {
  type: 'string',
  array: true,
  nargs: 1,
  default: [] as string[],
  coerce: readPatterns,
  describe:
    'In place of --catalog: streams and fields, as in posts, posts.content, *_time_bound.*, !*.additional_fields',
} as const;

const documentOption = (describe: string) => ({ type: 'string', coerce: last<string>, describe }) as const;

/** Of each command that syncs. */
export const DOCUMENT_OPTIONS = {
  summary: documentOption('Write what the run came to into this file, JSON for schedulers; also when the run fails'),
  report: documentOption('Write a page into this file that shows what came and what is missing: HTML, opens anywhere'),
} as const;

/** @throws UsageError where a file is no place for a document, as the config itself */
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

/** `--state`, of each command that has it. */
export const stateOption = {
  alias: 's',
  type: 'string',
  coerce: last<string>,
  describe: 'Where the last run ended: a STATE, or a target’s whole output',
} as const;

/** `--shard`. @throws UsageError */
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

/** @throws UsageError where both say what to read */
export function assertOneSelection({ catalog, select }: SelectionArguments): void {
  if (catalog !== undefined && select.length > 0)
    throw new UsageError('--select stands in place of --catalog: give one');
}

function readPatterns(given: readonly string[]): readonly string[] {
  if (given.some((text) => /^[\s,]*$/.test(text)))
    throw new UsageError('--select needs a pattern, for instance posts.*');
  return given;
}
