import type { Flattening } from '../config/config.js';
import { typeOf, type PropertyPath, type PropertySchema, type StreamSchema } from './schema.js';

interface FlatColumn {
  readonly path: PropertyPath;
  readonly name: string;
  readonly schema: PropertySchema;
}

/** The schema of flattened records: a column for each declared leaf, JSON text for arrays, maps and what is too deep. */
export function flattenSchema(schema: StreamSchema, flattening: Flattening): StreamSchema {
  const columns = [...flatColumns(schema.properties, flattening)];
  return { ...schema, properties: Object.fromEntries(columns.map((column) => [column.name, column.schema])) };
}

function* flatColumns(
  properties: StreamSchema['properties'],
  flattening: Flattening,
  parent: PropertyPath = [],
): Generator<FlatColumn> {
  for (const [name, schema] of Object.entries(properties)) {
    const path = [...parent, name];
    if (becomesColumns(schema, parent.length, flattening)) {
      yield* flatColumns(schema.properties, flattening, path);
    } else {
      yield { path, name: path.join(flattening.separator), schema: becomesText(schema) ? textOf(schema) : schema };
    }
  }
}

/** Whether the properties of an object at this depth, 0 at the top, stand as columns in its place. */
export function becomesColumns(
  schema: PropertySchema,
  depth: number,
  { maxDepth }: Flattening,
): schema is PropertySchema & Required<Pick<PropertySchema, 'properties'>> {
  return schema.properties !== undefined && (maxDepth === null || depth < maxDepth);
}

/** Whether a property that does not become columns becomes text that holds its JSON. */
export function becomesText(schema: PropertySchema): boolean {
  const type = typeOf(schema);
  return type === 'object' || type === 'array';
}

function textOf({ description }: PropertySchema): PropertySchema {
  return { type: ['null', 'string'], description: [description, 'JSON text.'].filter(Boolean).join(' ') };
}

/** PostgreSQL's limit: it cuts longer names, so that two may become one. */
const LONGEST_NAME = 63;

/**
 * What targets could not take of the names in a flattened schema: one sentence for each column whose name is too long,
 * or is that of an earlier column, upper and lower case taken as the same.
 */
export function findNameFaults(schema: StreamSchema, flattening: Flattening): string[] {
  const faults: string[] = [];
  const taken = new Map<string, FlatColumn>();
  for (const column of flatColumns(schema.properties, flattening)) {
    const bytes = Buffer.byteLength(column.name);
    if (bytes > LONGEST_NAME) {
      faults.push(`${describe(column)}, which has ${bytes} bytes where targets take ${LONGEST_NAME}`);
    }
    const folded = column.name.toLowerCase();
    const earlier = taken.get(folded);
    if (earlier) faults.push(`${describe(earlier)} and ${describe(column)}, which targets take for one column`);
    else taken.set(folded, column);
  }
  return faults;
}

const describe = ({ path, name }: FlatColumn): string => `${path.join('.')} becomes ${name}`;
