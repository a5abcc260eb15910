import { isNullable, typeOf, type PropertySchema, type StreamSchema } from './schema.js';
import { encodeFree, encodeText, formatInstant } from './values.js';

/** The declared free map in which a record keeps what its schema has no column for. */
export const ADDITIONAL_FIELDS = 'additional_fields';

/** Something in a row that its stream's schema did not foresee. */
export interface Surprise {
  readonly kind: 'unknown field' | 'other type';
  /** Dotted path, with `*` for the places in arrays. */
  readonly path: string;
}

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

/** What one row leaves over: dotted path to JSON text. */
type Leftovers = Map<string, string>;

interface Context {
  leftovers: Leftovers | null;
  /** Places of the arrays around the value at hand; fill the `*` of a path. */
  readonly places: number[];
  readonly onSurprise: (surprise: Surprise) => void;
}

type Encode = (value: unknown, context: Context) => string;
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

function compileLeaf(schema: PropertySchema, path: string): Encode {
  const encode = encoderOf(schema, path);
  const absent = isNullable(schema) ? 'null' : fallbackOf(schema);
  return (value, context) => {
    if (value === undefined || value === null) return absent;
    const text = encode(value, context);
    if (text !== null) return text;
    keep('other type', path, value, context);
    return absent;
  };
}

/** Columns that are never null are keys and fields the tap fills in itself; a row without its key has no record. */
const fallbackOf = (schema: PropertySchema): string => (typeOf(schema) === 'integer' ? '0' : '""');

/** Gives null for a value that is not of the schema's type. */
function encoderOf(schema: PropertySchema, path: string): (value: unknown, context: Context) => string | null {
  switch (typeOf(schema)) {
    case 'integer':
      return (value) => (Number.isSafeInteger(value) ? String(value) : null);
    case 'number':
      return (value) => (Number.isFinite(value) ? String(value) : null);
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? String(value) : null);
    case 'array':
      return compileArray(schema.items!, path);
    case 'object':
      return (value) => (isObject(value) ? encodeFree(value) : null);
    default:
      if (schema.format === 'date-time') return formatInstant;
      return (value) => (typeof value === 'string' ? encodeText(value) : null);
  }
}

function compileArray(items: PropertySchema, path: string): (value: unknown, context: Context) => string | null {
  const encode = compileItem(items, `${path}.*`);
  return (value, context) => {
    if (!Array.isArray(value)) return null;
    const place = context.places.push(0) - 1;
    let text = '';
    for (let index = 0; index < value.length; index++) {
      context.places[place] = index;
      text += (index > 0 ? ',' : '') + encode(value[index], context);
    }
    context.places.pop();
    return `[${text}]`;
  };
}

/** Inside arrays nothing is flattened: an object keeps what it has, unknown fields in their place and no nulls for absent ones. */
function compileItem(schema: PropertySchema, path: string): Encode {
  if (!schema.properties) return compileLeaf(schema, path);
  const encoders = new Map(
    Object.entries(schema.properties).map(([name, property]) => [name, compileItem(property, `${path}.${name}`)]),
  );
  return (value, context) => {
    if (!isObject(value)) {
      if (value !== undefined && value !== null) keep('other type', path, value, context);
      return 'null';
    }
    let text = '';
    for (const name of Object.keys(value)) {
      const encode = encoders.get(name);
      text += `${text && ','}${encodeText(name)}:${encode ? encode(value[name], context) : encodeFree(value[name])}`;
    }
    return `{${text}}`;
  };
}

function keep(kind: Surprise['kind'], path: string, value: unknown, context: Context): void {
  context.onSurprise({ kind, path });
  let depth = 0;
  const placed = path.replaceAll('*', (star) =>
    depth < context.places.length ? String(context.places[depth++]) : star,
  );
  (context.leftovers ??= new Map()).set(placed, encodeFree(value));
}

function encodeLeftovers(leftovers: Leftovers): string {
  return `{${[...leftovers].map(([path, text]) => `${encodeText(path)}:${text}`).join(',')}}`;
}

function without(properties: StreamSchema['properties']): StreamSchema['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== ADDITIONAL_FIELDS));
}

function isObject(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
