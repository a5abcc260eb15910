import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../../src/json-object.js';
import type { Shape } from './shape.js';
import { keyOf, type Row, type Summary, type Table } from './table.js';

/** How many differing rows are named at most. */
const NAMED = 3;

/** All differences between a loaded table and the expected one, one sentence each. */
export function compare(loaded: Table, expected: Table, shape: Shape): string[] {
  return [
    ...compareColumns(loaded.columns, expected.columns, shape),
    ...compareSummaries(loaded.summary, expected.summary),
    ...compareRows(loaded.rows, expected.rows, shape),
  ];
}

function compareColumns(loaded: readonly string[], expected: readonly string[], { more = false }: Shape): string[] {
  const extra = more ? [] : loaded.filter((name) => !expected.includes(name));
  return [
    ...expected.filter((name) => !loaded.includes(name)).map((name) => `There is no column ${name}.`),
    ...extra.map((name) => `The column ${name} should not be there.`),
  ];
}

function compareSummaries({ sums, ...loaded }: Summary, { sums: expectedSums, ...expected }: Summary): string[] {
  return [...compareNumbers('', loaded, expected), ...shorten(compareNumbers('Sum of ', sums, expectedSums))];
}

type Numbers = Readonly<Record<string, number | null>>;

function compareNumbers(prefix: string, loaded: Numbers, expected: Numbers): string[] {
  return Object.entries(expected).flatMap(([what, value]) =>
    loaded[what] === value ? [] : [`${prefix}${what}: ${String(loaded[what])}, expected ${String(value)}.`],
  );
}

function compareRows(loaded: readonly Row[], expected: readonly Row[], shape: Shape): string[] {
  const found = new Map(loaded.map((row) => [keyOf(row, shape), row]));
  const wanted = new Map(expected.map((row) => [keyOf(row, shape), row]));
  const lost = [...wanted.keys()].filter((key) => !found.has(key));
  const foreign = [...found.keys()].filter((key) => !wanted.has(key));
  const changed = [...wanted].flatMap(([key, row]) => (found.has(key) ? compareRow(found.get(key)!, row, key) : []));
  return [...list('No row', lost), ...list('A row that nobody sent', foreign), ...shorten(changed)];
}

function compareRow(loaded: Row, expected: Row, key: string): string[] {
  return Object.entries(expected).flatMap(([column, value]) =>
    compareValues(loaded[column], value, column).map(
      ({ place, found, wanted }) => `${place} of ${key}: ${JSON.stringify(found)}, expected ${JSON.stringify(wanted)}.`,
    ),
  );
}

interface Difference {
  readonly place: string;
  readonly found: unknown;
  readonly wanted: unknown;
}

/** Descends into objects, so that a single number is named by its path. */
function compareValues(found: unknown, wanted: unknown, place: string): Difference[] {
  if (isDeepStrictEqual(found, wanted)) return [];
  if (!isObject(found) || !isObject(wanted)) return [{ place, found, wanted }];
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...names].flatMap((name) => compareValues(found[name], wanted[name], `${place}.${name}`));
}

const list = (what: string, keys: readonly string[]): string[] => shorten(keys.map((key) => `${what}: ${key}.`));

function shorten(sentences: readonly string[]): string[] {
  if (sentences.length <= NAMED) return [...sentences];
  return [...sentences.slice(0, NAMED), `And ${sentences.length - NAMED} more of this kind.`];
}
