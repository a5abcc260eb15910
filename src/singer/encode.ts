import { compileLeaf, isObject, type Encode } from './leaves.js';
import { encodeLeftovers, keep, type Context, type Surprise } from './leftovers.js';
import { typeOf, type PropertySchema, type StreamSchema } from './schema.js';

/** The declared free map in which a record keeps what its schema has no column for. */
export const ADDITIONAL_FIELDS = 'additional_fields';

export interface RecordEncoderOptions {
  /** Everything the stream can have. */
  readonly schema: StreamSchema;
  /** What the user selected of it, announced by SCHEMA. */
  readonly selected: StreamSchema;
  readonly keyProperties: readonly string[];
  readonly onSurprise: (surprise: Surprise) => void;
}

/** Turns a row into the JSON text of its record, or null when the row lacks a value for one of its keys. */
export type RecordEncoder = (row: Readonly<Record<string, unknown>>) => string | null;

type Row = Readonly<Record<string, unknown>>;

const EMPTY: Row = Object.freeze({});

/**
 * Compiles the encoder of a stream. All that can be decided from schema and selection is decided here, once: a record
 * then costs one pass over its columns. The text that comes out keeps the rules targets insist on: every selected
 * property present and in order, objects with declared properties never null, values of the declared type, no NUL and
 * no lone surrogate. Epoch milliseconds in a `date-time` column become ISO 8601 in UTC. A value of another type than
 * declared becomes null and goes, like every unknown field, to `additional_fields`.
 */
export function compileRecordEncoder(options: RecordEncoderOptions): RecordEncoder {
  const { schema, selected, keyProperties, onSurprise } = options;
  const keys = new Set(keyProperties);
  const keepsLeftovers = ADDITIONAL_FIELDS in selected.properties;
  const columns = compileColumns({ all: without(schema.properties), selected: without(selected.properties), path: '' });
  const keyColumns = columns.emitted.filter((column) => keys.has(column.name));

  return (row) => {
    for (const { name } of keyColumns)
      if (row[name] === undefined || row[name] === null || row[name] === '') return null;
    const context: Context = { leftovers: null, places: [], onSurprise };
    const text = encodeColumns(columns, row, context);
    if (!keepsLeftovers) return `{${text}}`;
    const rest = context.leftovers ? encodeLeftovers(context.leftovers) : 'null';
    return `{${text}${text && ','}"${ADDITIONAL_FIELDS}":${rest}}`;
  };
}

interface Column {
  readonly name: string;
  /** `,"name":`, or without the comma for the first column. */
  readonly label: string;
  readonly encode: Encode;
}

interface Columns {
  readonly path: string;
  readonly declared: ReadonlySet<string>;
  readonly emitted: readonly Column[];
  readonly unselected: readonly string[];
}

function compileColumns(at: {
  all: StreamSchema['properties'];
  selected: StreamSchema['properties'];
  path: string;
}): Columns {
  const names = Object.keys(at.all);
  const emitted = names.filter((name) => name in at.selected);
  return {
    path: at.path,
    declared: new Set(names),
    emitted: emitted.map((name, index) => ({
      name,
      label: `${index > 0 ? ',' : ''}${JSON.stringify(name)}:`,
      encode: compileValue(at.all[name]!, at.selected[name]!, at.path ? `${at.path}.${name}` : name),
    })),
    unselected: names.filter((name) => !(name in at.selected)),
  };
}

function encodeColumns(columns: Columns, row: Row, context: Context): string {
  let text = '';
  let known = 0;
  for (const column of columns.emitted) {
    const value = row[column.name];
    if (value !== undefined) known++;
    text += column.label + column.encode(value, context);
  }
  for (const name of columns.unselected) if (row[name] !== undefined) known++;
  const names = Object.keys(row);
  if (names.length > known) {
    for (const name of names) {
      if (!columns.declared.has(name))
        keep('unknown field', columns.path ? `${columns.path}.${name}` : name, row[name], context);
    }
  }
  return text;
}

function compileValue(schema: PropertySchema, selected: PropertySchema, path: string): Encode {
  if (typeOf(schema) !== 'object' || !schema.properties) return compileLeaf(schema, path);
  const columns = compileColumns({ all: schema.properties, selected: selected.properties ?? {}, path });
  return (value, context) => {
    if (isObject(value)) return `{${encodeColumns(columns, value, context)}}`;
    if (value !== undefined && value !== null) keep('other type', path, value, context);
    return `{${encodeColumns(columns, EMPTY, context)}}`;
  };
}

function without(properties: StreamSchema['properties']): StreamSchema['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== ADDITIONAL_FIELDS));
}
