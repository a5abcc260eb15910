import type { Json } from '../../support/output.js';
import type { Shape } from './shape.js';

/** A row by column, with instants in milliseconds and JSON parsed, so that values are alike for every target. */
export type Row = Json;

/** What can be said about a table without looking at single rows. */
export interface Summary {
  readonly rows: number;
  readonly keys: number;
  /** By the counter's name; null if all values are null. */
  readonly sums: Readonly<Record<string, number | null>>;
  /** Number of days that do not start when the previous one ended. */
  readonly gaps: number;
}

/** A loaded table: its rows, and a summary made where the rows are, for a database in SQL. */
export interface Table {
  /** Without those that a target adds. */
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly summary: Summary;
}

export function tableOf(rows: readonly Row[], shape: Shape): Table {
  return { columns: shape.columns.map(({ name }) => name), rows, summary: summarize(rows, shape) };
}

export function summarize(rows: readonly Row[], shape: Shape): Summary {
  return {
    rows: rows.length,
    keys: new Set(rows.map((row) => keyOf(row, shape))).size,
    sums: Object.fromEntries(
      shape.counters.map(({ name, column, below }) => [name, sum(rows.map((row) => valueAt(row[column], below)))]),
    ),
    gaps: countGaps(rows, shape),
  };
}

export function keyOf(row: Row, { keys }: Shape): string {
  return JSON.stringify(keys.map((key) => row[key]));
}

export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => (found as Json | null | undefined)?.[name], value);
}

/** Exact until a single rounding, as in a database: the ids of notifications are close to 2^53 each. */
function sum(values: readonly unknown[]): number | null {
  const numbers = values.filter((value) => typeof value === 'number');
  if (numbers.length === 0) return null;
  if (!numbers.every(Number.isSafeInteger)) return numbers.reduce((total, value) => total + value, 0);
  return Number(numbers.reduce((total, value) => total + BigInt(value), 0n));
}

function countGaps(rows: readonly Row[], { days }: Shape): number {
  if (!days) return 0;
  const { of, start, end } = days;
  const ends = new Map<string, unknown>();
  let gaps = 0;
  for (const row of rows.toSorted((one, other) => Number(one[start]) - Number(other[start]))) {
    const whose = JSON.stringify(of.map((column) => row[column]));
    if (ends.has(whose) && ends.get(whose) !== row[start]) gaps++;
    ends.set(whose, row[end]);
  }
  return gaps;
}
