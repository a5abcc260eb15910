import { typeOf, type PropertySchema } from '../../../src/singer/schema.js';
import type { Stream } from '../../../src/streams/entry.js';
import type { Json } from '../../support/output.js';
import type { Column, Shape } from './shape.js';
import { tableOf, valueAt, type Table } from './table.js';
import type { Setup } from './targets.js';
import type { TrueRow } from './true-rows.js';

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

/**
 * The record that a row's truth comes to: what it says, in the form of the schema, and what the tap adds. What is untold
 * is as in `written`, the tap's own record with the same key.
 */
export function expectedRecord({ truth, own, untold = [] }: TrueRow, stream: Stream, written: Json | undefined): Json {
  return Object.fromEntries(
    Object.entries(stream.schema.properties).map(([name, schema]) => {
      if (name in own) return [name, own[name]];
      const isUntold = untold === 'rest' || untold.includes(name);
      return [name, isUntold ? (written?.[name] ?? null) : valueOf(truth[name], schema)];
    }),
  );
}

/** Objects with declared properties have all of them, with null for what is absent; in arrays they stay as they are. */
function valueOf(value: unknown, schema: PropertySchema): unknown {
  if (schema.properties) {
    const known = (value ?? {}) as Json;
    return mapValues(schema.properties, (property, name) => valueOf(known[name], property));
  }
  if (value === undefined || value === null) return null;
  if (schema.format === 'date-time' && typeof value === 'number') return new Date(value).toISOString();
  return typeOf(schema) === 'array' ? (value as unknown[]).map((item) => itemOf(item, schema.items!)) : cleaned(value);
}

function itemOf(item: unknown, schema: PropertySchema): unknown {
  const { properties } = schema;
  if (!properties) return valueOf(item, schema);
  return mapValues(item as Json, (value, name) => {
    const property = properties[name];
    return property ? itemOf(value, property) : cleaned(value);
  });
}

/** No target can store NUL. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === 'object' && value !== null) return mapValues(value as Json, cleaned);
  return value;
}

function mapValues<Value>(object: Readonly<Record<string, Value>>, map: (value: Value, name: string) => unknown): Json {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value, name)]));
}
