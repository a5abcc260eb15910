import { declared, isObject, type Breach, type Json } from './report.js';

const UTC_INSTANT = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;
const LONGEST_KEY = 2000;

export interface Place {
  readonly path: string;
  /** Inside arrays nothing is flattened, so objects there may be null and lack any field. */
  readonly inArray: boolean;
}

/** Checks an object's fields against its declared properties. */
export function lintProperties(value: Json, properties: Json, place: Place, breach: Breach): void {
  const { path, inArray } = place;
  const at = (name: string): string => (path ? `${path}.${name}` : name);
  const names = Object.keys(properties);
  const own = Object.keys(value);
  if (!inArray) {
    for (const name of own) if (!Object.hasOwn(properties, name)) breach('UNDECLARED', at(name));
    for (const name of names) if (!Object.hasOwn(value, name)) breach('RECTANGULAR', at(name));
    if (own.join() !== names.join() && own.toSorted().join() === names.toSorted().join())
      breach('RECTANGULAR', `${path || 'record'}: not in the order of the schema`);
  }
  for (const name of own) {
    if (Object.hasOwn(properties, name)) lintValue(value[name], properties[name], { path: at(name), inArray }, breach);
    else lintTexts(value[name], at(name), breach);
  }
}

export function lintValue(value: unknown, schema: unknown, place: Place, breach: Breach): void {
  const { types, nullable, properties, items, format } = declared(schema);
  const { path, inArray } = place;
  if (value === null) {
    if (!nullable) breach('NULL', path);
    if (!inArray && properties) breach('NULL-OBJECT', path);
    return;
  }
  if (!isOfType(value, types[0])) return breach('TYPE', path);
  if (typeof value === 'string') {
    lintTexts(value, path, breach);
    if (format === 'date-time' && !(UTC_INSTANT.test(value) && !Number.isNaN(Date.parse(value))))
      breach('DATETIME', path);
    if (format === 'date' && !isDay(value)) breach('DATE', path);
  } else if (Array.isArray(value)) {
    for (const item of value) lintValue(item, items, { path: `${path}[]`, inArray: true }, breach);
  } else if (isObject(value)) {
    if (properties) lintProperties(value, properties, place, breach);
    else lintTexts(value, path, breach);
  }
}

/** Reports a key that some target stores as NULL, or cannot index. */
export function lintKey(value: unknown, key: string, breach: Breach): void {
  if (value === '') breach('EMPTY-KEY', key);
  if (typeof value === 'string' && Buffer.byteLength(value) > LONGEST_KEY) breach('LONG-KEY', key);
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'array') return Array.isArray(value);
  return type === 'object' ? isObject(value) : typeof value === type;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

/** Checks every string in the value, including field names. */
function lintTexts(value: unknown, path: string, breach: Breach): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000')) breach('NUL', path);
    if (!value.isWellFormed()) breach('SURROGATE', path);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      lintTexts(name, path, breach);
      lintTexts(item, `${path}.${name}`, breach);
    }
  }
}
