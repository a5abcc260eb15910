import { typeOf, walkProperties, type PropertyPath, type PropertySchema } from '../../../src/singer/schema.js';
import type { Stream } from '../../../src/streams/entry.js';

/** The kind of a value, whatever form a target gives it. The last three are JSON; a map's keys are not declared. */
export type Kind = 'number' | 'boolean' | 'instant' | 'text' | 'list' | 'object' | 'map';

export const isJson = (kind: Kind): boolean => kind === 'list' || kind === 'object' || kind === 'map';

export interface Column {
  readonly name: string;
  readonly path: PropertyPath;
  readonly kind: Kind;
}

/** An integer in a table: a column, or a path inside one. */
export interface Counter {
  readonly name: string;
  readonly column: string;
  readonly below: PropertyPath;
}

/** How a stream is stored in a table: what the schema promises, under the column names. */
export interface Shape {
  readonly stream: string;
  readonly keys: readonly string[];
  readonly columns: readonly Column[];
  /** Every integer, including nested ones. */
  readonly counters: readonly Counter[];
  /** Whether there are more columns, about which nothing is promised. */
  readonly more?: boolean;
  /** Columns with the start and end of a day, and those that say what the day is about; null if rows are not days. */
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

/** The shape up to the first map, with no promise about what follows. */
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
