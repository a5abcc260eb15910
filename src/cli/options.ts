import type { SelectionArguments } from './arguments.js';
import { last, UsageError } from './usage.js';

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
