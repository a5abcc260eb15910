import { declared, isObject, type Breach, type Json } from './report.js';

const TYPES = ['string', 'integer', 'number', 'boolean', 'object', 'array'];
const REFUSED_KEYWORDS =
  '$ref anyOf oneOf allOf not patternProperties multipleOf maxLength minLength pattern required'.split(' ');
const LONGEST_NAME = 63;

/** Checks one SCHEMA message by itself. */
export function lintSchema({ stream, schema, key_properties: keys }: Json, breach: Breach): void {
  if (typeof stream !== 'string' || !/^[a-z][a-z0-9_]*$/.test(stream) || isTooLong(stream))
    breach('STREAM-NAME', String(stream));
  const { types, properties = {} } = declared(schema);
  if (types.join() !== 'object' || Object.keys(properties).length === 0) return breach('SCHEMA', String(stream));
  lintKeywords(schema as Json, 'schema', breach);
  for (const [name, property] of Object.entries(properties)) {
    if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name) || name.includes('__') || name.startsWith('_sdc'))
      breach('COLUMN-NAME', name);
    lintProperty(property, { path: name, insideNullable: false }, breach);
  }
  lintColumns(properties, breach);
  lintKeys(keys, properties, breach);
}

function lintKeywords(schema: Json, path: string, breach: Breach): void {
  for (const keyword of REFUSED_KEYWORDS) if (keyword in schema) breach('SCHEMA-KEYWORD', `${path}: ${keyword}`);
  if (schema['additionalProperties'] === false) breach('SCHEMA-KEYWORD', `${path}: additionalProperties`);
}

interface Place {
  readonly path: string;
  /** Whether one of the objects around it may be null. */
  readonly insideNullable: boolean;
}

function lintProperty(schema: unknown, { path, insideNullable }: Place, breach: Breach): void {
  if (!isObject(schema)) return breach('SCHEMA', path);
  lintKeywords(schema, path, breach);
  const { types, nullable, format, items, properties } = declared(schema);
  if (types.length !== 1 || !TYPES.includes(String(types[0]))) return breach('ONE-TYPE', path);
  if (format !== undefined && !(types[0] === 'string' && (format === 'date-time' || format === 'date')))
    breach('FORMAT', path);
  if (format === 'date-time' && insideNullable) breach('NESTED-DATETIME', path);
  if (Number(schema['maximum'] ?? 0) > Number.MAX_SAFE_INTEGER) breach('INT-MAX', path);
  if (types[0] === 'array') return lintItems(items, { path, insideNullable }, breach);
  if (!properties) return;
  if (Object.keys(properties).length === 0) breach('EMPTY-PROPERTIES', path);
  for (const [name, property] of Object.entries(properties))
    lintProperty(property, { path: `${path}.${name}`, insideNullable: insideNullable || nullable }, breach);
}

function lintItems(items: unknown, place: Place, breach: Breach): void {
  if (!isObject(items)) return breach('ARRAY-ITEMS', place.path);
  if (declared(items).types.includes('array')) return breach('ARRAY-OF-ARRAY', place.path);
  lintProperty(items, { ...place, path: `${place.path}[]` }, breach);
}

/** Checks column names as a flattening target would make them. */
function lintColumns(properties: Json, breach: Breach): void {
  const columns = flatten(properties);
  for (const column of columns) if (isTooLong(column)) breach('COLUMN-NAME', column);
  const folded = columns.map((column) => column.toLowerCase());
  for (const [at, name] of folded.entries())
    if (folded.indexOf(name) < at) breach('COLUMN-NAME', `${columns[at]!} twice`);
}

export function flatten(properties: Json, prefix = ''): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const inner = declared(schema).properties;
    return inner ? flatten(inner, `${prefix}${name}__`) : [prefix + name];
  });
}

function lintKeys(keys: unknown, properties: Json, breach: Breach): void {
  if (!Array.isArray(keys) || keys.length === 0) return breach('KEY', 'none');
  for (const key of keys as string[]) {
    const { types, nullable } = declared(properties[key]);
    if (types.length === 0 || nullable || types.includes('object') || types.includes('array')) breach('KEY', key);
  }
  if (Object.keys(properties).every((name) => keys.includes(name))) breach('KEY', 'nothing but keys');
}

const isTooLong = (name: string): boolean => Buffer.byteLength(name) > LONGEST_NAME;
