import { typeOf, walkProperties, type PropertyPath, type PropertySchema } from '../../../src/singer/schema.js';
import type { Stream } from '../../../src/streams/entry.js';

/** What a value is, whatever form a target gives it. The last three are JSON; the keys of a map are not declared. */
export type Kind = 'number' | 'boolean' | 'instant' | 'text' | 'list' | 'object' | 'map';

export const isJson = (kind: Kind): boolean => kind === 'list' || kind === 'object' || kind === 'map';

export interface Column {
  readonly name: string;
  readonly path: PropertyPath;
  readonly kind: Kind;
}

/** A number inside a table: a column, or a place inside one. */
export interface Counter {
  readonly name: string;
  readonly column: string;
  readonly below: PropertyPath;
}

/** How a stream comes to lie in a table: what the schema promises, under the names that are in it. */
export interface Shape {
  readonly stream: string;
  readonly keys: readonly string[];
  readonly columns: readonly Column[];
  /** Every integer, nested ones too. */
  readonly counters: readonly Counter[];
  /** Whether there are more columns, of which nothing is promised. */
  readonly more?: boolean;
  /** Columns that hold the limits of a day, and tell whose days they are; null: rows are no days. */
  readonly days: { readonly of: readonly string[]; readonly start: string; readonly end: string } | null;
}

const SEPARATOR = '__';
const DAY = { start: 'time_range_start', end: 'time_range_end' };

export function shapeOf({ name: stream, keyProperties, schema }: Stream, { flattened }: { flattened: boolean }): Shape {
  const properties = [...walkProperties(schema.properties)];
  const leaves = properties.filter(({ schema: { properties: below } }) => !below);
  const columns = flattened ? leaves : properties.filter(({ path }) => path.length === 1);
  return {
    stream,
    keys: keyProperties,
    columns: columns.map(({ path, schema: property }) => ({
      name: path.join(SEPARATOR),
      path,
      kind: kindOf(property),
    })),
    counters: leaves.flatMap(({ path, schema: property }) => {
      if (typeOf(property) !== 'integer') return [];
      const name = path.join(SEPARATOR);
      return flattened ? { name, column: name, below: [] } : { name, column: path[0]!, below: path.slice(1) };
    }),
    days: DAY.end in schema.properties ? { of: keyProperties.filter((key) => !isLimit(key)), ...DAY } : null,
  };
}

/** What stands before the first map, and no promise for what follows. */
export function beforeMaps(shape: Shape): Shape {
  const at = shape.columns.findIndex(({ kind }) => kind === 'map');
  if (at === -1) return shape;
  const columns = shape.columns.slice(0, at);
  const counters = shape.counters.filter(({ column }) => columns.some(({ name }) => name === column));
  return { ...shape, columns, counters, more: true };
}

const isLimit = (key: string): boolean => key === DAY.start || key === DAY.end;

function kindOf(schema: PropertySchema): Kind {
  if (schema.format === 'date-time') return 'instant';
  switch (typeOf(schema)) {
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'string':
      return 'text';
    case 'array':
      return 'list';
    default:
      return schema.properties ? 'object' : 'map';
  }
}
