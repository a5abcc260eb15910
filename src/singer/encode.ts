import type { Flattening } from '../config/config.js';
import { becomesColumns, becomesText } from './flatten.js';
import { isObject, type JsonObject } from '../json-object.js';
import { compileLeaf, type Encode } from './leaves.js';
import {
  encodeAdditionalFields,
  keep,
  type Context,
  type AdditionalFields,
  type Unexpected,
} from './additional-fields.js';
import type { StreamSchema } from './schema.js';
import { cleanText } from './values.js';

/** The declared free map where a record keeps whatever its schema has no column for. */
export const ADDITIONAL_FIELDS = 'additional_fields';

export interface RecordEncoderOptions {
  /** Everything the stream can have. */
  readonly schema: StreamSchema;
  /** What the user selected, as announced by SCHEMA. */
  readonly selected: StreamSchema;
  readonly keyProperties: readonly string[];
  /** Left out or null: nested objects stay as they are. */
  readonly flattening?: Flattening | null;
  readonly onUnexpected: (unexpected: Unexpected) => void;
}

/**
 * Turns a row into the JSON text of its record, or null when the value of a key is missing, has the wrong type, or is
 * too long for an index.
 */
export type RecordEncoder = (row: Readonly<Record<string, unknown>>) => string | null;

const EMPTY: JsonObject = Object.freeze({});

/**
 * Compiles the encoder of a stream. Everything that schema and selection determine is decided here, once, so that a
 * record costs one pass over its columns. The text keeps the rules targets insist on: every selected property present
 * and in order, objects with declared properties never null, values of the declared type, no NUL and no lone surrogate.
 * Epoch milliseconds in a `date-time` column become ISO 8601 in UTC. A value of another type than declared becomes null
 * and goes, like every unknown field, to `additional_fields`. With flattening, nested objects are written in the same
 * pass, without their braces and with longer labels.
 */
export function compileRecordEncoder(options: RecordEncoderOptions): RecordEncoder {
  const { schema, selected, keyProperties, flattening = null, onUnexpected } = options;
  const keys = new Set(keyProperties);
  const keepsAdditional = ADDITIONAL_FIELDS in selected.properties;
  const columns = compileColumns({
    all: without(schema.properties),
    selected: without(selected.properties),
    path: '',
    flat: flattening && { flattening, prefix: '', depth: 0, leads: true },
  });
  const encodeRest = flattening
    ? (left: AdditionalFields) => JSON.stringify(encodeAdditionalFields(left))
    : encodeAdditionalFields;
  const keyColumns = columns.emitted.filter((column) => keys.has(column.name));

  return (row) => {
    let keyLength = 0;
    for (const { name } of keyColumns) keyLength += lengthOfKey(row[name]);
    if (keyLength > LONGEST_KEY) return null;
    const context: Context = { additionalFields: null, places: [], onUnexpected };
    const text = encodeColumns(columns, row, context);
    if (context.additionalFields && keyColumns.some(({ name }) => context.additionalFields?.has(name))) return null;
    if (!keepsAdditional) return `{${text}}`;
    const rest = context.additionalFields ? encodeRest(context.additionalFields) : 'null';
    return `{${text}${text && ','}"${ADDITIONAL_FIELDS}":${rest}}`;
  };
}

/**
 * Most characters of all key columns together: at three bytes each they fit into a PostgreSQL index, whose limit is
 * 2,704 bytes. LinkedIn's keys have fewer than 200.
 */
const LONGEST_KEY = 600;

/** Infinite for a value that a key may not have. */
function lengthOfKey(value: unknown): number {
  if (value === undefined || value === null || value === '') return Infinity;
  if (typeof value !== 'string') return 0;
  return value.startsWith('\0') && cleanText(value) === '' ? Infinity : value.length;
}

interface Column {
  readonly name: string;
  /** `,"name":`, or without the comma for the first column; empty for an object whose columns replace it. */
  readonly label: string;
  readonly encode: Encode;
}

interface Columns {
  readonly path: string;
  readonly declared: ReadonlySet<string>;
  readonly emitted: readonly Column[];
  readonly unselected: readonly string[];
}

/** Where an object's columns are in a flattened record. */
interface Flat {
  readonly flattening: Flattening;
  /** Prefix of the column names. */
  readonly prefix: string;
  readonly depth: number;
  /** Whether its first column is the first of the record. */
  readonly leads: boolean;
}

interface Place {
  readonly all: StreamSchema['properties'];
  readonly selected: StreamSchema['properties'];
  /** Dotted. */
  readonly path: string;
  /** null: the object stays a nested JSON object. */
  readonly flat: Flat | null;
}

function compileColumns(place: Place): Columns {
  const names = Object.keys(place.all);
  const emitted = names.filter((name) => name in place.selected);
  return {
    path: place.path,
    declared: new Set(names),
    emitted: emitted.map((name, index) => compileColumn({ name, isFirst: index === 0 }, place)),
    unselected: names.filter((name) => !(name in place.selected)),
  };
}

function compileColumn(
  { name, isFirst }: { name: string; isFirst: boolean },
  { all, selected, path: parent, flat }: Place,
): Column {
  const schema = all[name]!;
  const path = parent ? `${parent}.${name}` : name;
  const below = { all: schema.properties ?? {}, selected: selected[name]!.properties ?? {}, path };
  const leads = isFirst && (flat?.leads ?? true);
  if (flat && becomesColumns(schema, flat.depth, flat.flattening)) {
    const prefix = `${flat.prefix}${name}${flat.flattening.separator}`;
    const inner = { ...flat, prefix, depth: flat.depth + 1, leads };
    return { name, label: '', encode: compileObject({ ...below, flat: inner }) };
  }
  const encode = schema.properties ? compileObject({ ...below, flat: null }) : compileLeaf(schema, path);
  return {
    name,
    label: `${leads ? '' : ','}${JSON.stringify((flat?.prefix ?? '') + name)}:`,
    encode: flat && becomesText(schema) ? asText(encode) : encode,
  };
}

function asText(encode: Encode): Encode {
  return (value, context) => {
    const text = encode(value, context);
    return text === 'null' ? text : JSON.stringify(text);
  };
}

function encodeColumns(columns: Columns, row: JsonObject, context: Context): string {
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

function compileObject(place: Place): Encode {
  const columns = compileColumns(place);
  const [open, close] = place.flat ? ['', ''] : ['{', '}'];
  return (value, context) => {
    if (isObject(value)) return open + encodeColumns(columns, value, context) + close;
    if (value !== undefined && value !== null) keep('other type', place.path, value, context);
    return open + encodeColumns(columns, EMPTY, context) + close;
  };
}

function without(properties: StreamSchema['properties']): StreamSchema['properties'] {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => name !== ADDITIONAL_FIELDS));
}
