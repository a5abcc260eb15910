import { keep, type Context } from './additional-fields.js';
import { isNullable, typeOf, type PropertySchema } from './schema.js';
import { encodeFree, encodeText, formatInstant } from './values.js';
import { isObject } from '../json-object.js';

/** Gives JSON text for any value. */
export type Encode = (value: unknown, context: Context) => string;

/**
 * Compiles the encoder of a property without properties of its own. A value of another type goes to the leftovers, and
 * is absent here.
 */
export function compileLeaf(schema: PropertySchema, path: string): Encode {
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

/**
 * Text for an absent value of a column that is never null: a key, or a field the tap fills in itself. A row without its
 * key becomes no record.
 */
function fallbackOf(schema: PropertySchema): string {
  if (typeOf(schema) === 'integer') return '0';
  return typeOf(schema) === 'boolean' ? 'false' : '""';
}

/** The encoder returns null for a value that is not of the schema's type. */
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

/** Inside arrays nothing is flattened: an object keeps its fields, unknown ones included, without nulls for absent ones. */
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
