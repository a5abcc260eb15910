import type { Json } from '../../support/output.js';
import type { Setup } from './setups.js';
import type { Column, Shape } from './shape.js';
import { tableOf, valueAt, type Row, type Table } from './table.js';

/** Records as a table. */
export function tableOfRecords(records: readonly Json[], shape: Shape): Table {
  return tableOf(
    rowsOf(records, shape, (value) => value),
    shape,
  );
}

/** The table that a target should make of these records, given its habits. */
export function expectedTable(records: readonly Json[], shape: Shape, { target, flattening }: Setup): Table {
  const { columnName = (name: string) => name } = target;
  const habits = target.habits.filter((habit) => flattening || !habit.flattening);
  const store = (value: unknown, { kind }: Column): unknown =>
    habits.filter(({ kinds }) => kinds.includes(kind)).reduce((stored, habit) => habit.stored(stored), value);
  const table = tableOf(rowsOf(records, shape, store), shape);
  return { ...table, columns: table.columns.map(columnName) };
}

function rowsOf(
  records: readonly Json[],
  { columns }: Shape,
  store: (value: unknown, column: Column) => unknown,
): Row[] {
  return records.map((record) =>
    Object.fromEntries(
      columns.map((column) => {
        const value = valueAt(record, column.path);
        if (value === null) return [column.name, null];
        return [column.name, store(column.kind === 'instant' ? Date.parse(value as string) : value, column)];
      }),
    ),
  );
}
