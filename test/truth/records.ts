import { typeOf, type PropertySchema } from '../../src/singer/schema.js';
import type { Stream } from '../../src/streams/entry.js';
import type { Json } from '../support/output.js';
import type { Known, TrueRow } from './known.js';
import { trueRows } from './rows.js';

/**
 * The records that a stream should have, by key. Columns about which the sandbox says nothing are taken from `written`,
 * the tap's own records.
 */
export function expectedRecords(stream: Stream, known: Known, written: readonly Json[]): Map<string, Json> {
  const byKey = new Map(written.map((record) => [keyOf(record, stream), record]));
  return new Map(
    trueRows(stream.name, known).map((row) => {
      const key = keyOf({ ...row.truth, ...row.own }, stream);
      return [key, expectedRecord(row, stream, byKey.get(key))];
    }),
  );
}

export function keyOf(record: Json, { keyProperties }: Stream): string {
  return JSON.stringify(keyProperties.map((key) => record[key]));
}

/**
 * The record of a true row: its fields in the form of the schema, and what the tap adds. Untold columns are taken from
 * `written`, the tap's own record with the same key.
 */
function expectedRecord({ truth, own, untold = [] }: TrueRow, stream: Stream, written: Json | undefined): Json {
  return Object.fromEntries(
    Object.entries(stream.schema.properties).map(([name, schema]) => {
      if (name in own) return [name, own[name]];
      const isUntold = untold === 'rest' || untold.includes(name);
      return [name, isUntold ? (written?.[name] ?? null) : valueOf(truth[name], schema)];
    }),
  );
}

/**
 * The value in a record: objects get all declared properties, with null for absent ones; in arrays they stay as they
 * are.
 */
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
