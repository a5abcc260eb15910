import { isNullable, typeOf, type PropertySchema, type StreamSchema } from '../../src/singer/schema.js';

type Json = Record<string, unknown>;

/** The expected record of a row, made in a slow and simple way: values first, text last. */
export function expectedRecord(row: Json, { properties }: StreamSchema): Json {
  const rest: Json = {};
  const { additional_fields: _own, ...columns } = properties;
  const record = takeObject(row, columns, { path: [], rest });
  return clean({ ...record, additional_fields: Object.keys(rest).length > 0 ? rest : null }) as Json;
}

interface At {
  readonly path: readonly string[];
  readonly rest: Json;
}

function takeObject(value: Json, properties: StreamSchema['properties'], { path, rest }: At): Json {
  const taken = Object.entries(properties).map(([name, schema]) => [
    name,
    takeColumn(Object.hasOwn(value, name) ? value[name] : null, schema, { path: [...path, name], rest }),
  ]);
  for (const [name, item] of Object.entries(value)) {
    if (!Object.hasOwn(properties, name)) setOwn(rest, [...path, name].join('.'), item);
  }
  return Object.fromEntries(taken) as Json;
}

function takeColumn(value: unknown, schema: PropertySchema, at: At): unknown {
  if (schema.properties && typeOf(schema) === 'object') {
    if (isObject(value)) return takeObject(value, schema.properties, at);
    if (value !== null) setOwn(at.rest, at.path.join('.'), value);
    return takeObject({}, schema.properties, at);
  }
  if (value === null) return absent(schema);
  if (schema.items && Array.isArray(value)) {
    return value.map((item, index) => takeItem(item, schema.items!, below(at, index)));
  }
  return takeLeaf(value, schema, at);
}

/** In lists an object keeps its own fields, in order. */
function takeItem(value: unknown, schema: PropertySchema, at: At): unknown {
  if (!schema.properties) return takeColumn(value, schema, at);
  if (value === null) return null;
  if (!isObject(value)) {
    setOwn(at.rest, at.path.join('.'), value);
    return null;
  }
  const kept: Json = {};
  for (const [name, item] of Object.entries(value)) {
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    setOwn(kept, name, property ? takeItem(item, property, below(at, name)) : item);
  }
  return kept;
}

function takeLeaf(value: unknown, schema: PropertySchema, { path, rest }: At): unknown {
  const taken = schema.format === 'date-time' ? takeInstant(value) : fits(value, typeOf(schema)) ? value : undefined;
  if (taken !== undefined) return taken;
  setOwn(rest, path.join('.'), value);
  return absent(schema);
}

function takeInstant(value: unknown): string | undefined {
  const isText = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(value);
  if (!isText && !Number.isInteger(value)) return undefined;
  const instant = new Date(value as string | number);
  const year = instant.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) return undefined;
  return isText ? value : instant.toISOString();
}

function fits(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  return type === 'object' ? isObject(value) : type !== 'array' && typeof value === type;
}

const absent = (schema: PropertySchema): unknown => (isNullable(schema) ? null : '');

const below = ({ path, rest }: At, name: string | number): At => ({ path: [...path, String(name)], rest });

/** The value without NULs and lone surrogates, all the way down. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().split('\u0000').join('');
  if (Array.isArray(value)) return value.map(clean);
  if (!isObject(value)) return Object.is(value, -0) ? 0 : value;
  const cleaned: Json = {};
  for (const [name, item] of Object.entries(value)) setOwn(cleaned, clean(name) as string, clean(item));
  return cleaned;
}

/** Sets a field whatever its name: assigning to `__proto__` would set the prototype. */
function setOwn(object: Json, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
