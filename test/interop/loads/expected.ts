import type { Json } from '../../support/output.js';
import type { Setup } from './setups.js';
import type { Column, Shape } from './shape.js';
import { tableOf, valueAt, type Table } from './table.js';

/** The table that a target ought to make of these records. */
export function expectedTable(records: readonly Json[], shape: Shape, setup: Setup): Table {
  const rows = records.map((record) =>
    Object.fromEntries(shape.columns.map((column) => [column.name, storedValue(record, column, setup)])),
  );
  const { columnName = (name: string) => name } = setup.target;
  const table = tableOf(rows, shape);
  return { ...table, columns: table.columns.map(columnName) };
}

function storedValue(record: Json, column: Column, { target, flattening }: Setup): unknown {
  const told = valueAt(record, column.path);
  if (told === null) return null;
  const value = column.kind === 'instant' ? Date.parse(told as string) : told;
  const habits = target.habits.filter(
    ({ kinds, ...habit }) => kinds.includes(column.kind) && (flattening || !habit.flattening),
  );
  return habits.reduce<unknown>((stored, habit) => habit.stored(stored), value);
}
