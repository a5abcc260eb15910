import type { Json } from '../../support/output.js';
import type { Shape } from './shape.js';

/** A row by column; instants in milliseconds, JSON parsed, so that every target's form of a value is the same. */
export type Row = Json;

/** What can be said of a table without looking at single rows. */
export interface Summary {
  readonly rows: number;
  readonly keys: number;
  /** By the name of a counter; null: nothing but nulls. */
  readonly sums: Readonly<Record<string, number | null>>;
  /** Days that do not begin when the one before them ended. */
  readonly gaps: number;
}

/** A loaded table: rows as they are, and a summary made where the rows are, in SQL for a database. */
export interface Table {
  /** Without those a target adds of its own. */
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

/** Exact until it is rounded once, as a database has it: the numbers of notifications are near 2^53 each. */
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
