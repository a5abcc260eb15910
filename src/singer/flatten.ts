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

/** Whether an object at this depth, 0 at the top, is replaced by columns for its properties. */
export function becomesColumns(
  schema: PropertySchema,
  depth: number,
  { maxDepth }: Flattening,
): schema is PropertySchema & Required<Pick<PropertySchema, 'properties'>> {
  return schema.properties !== undefined && (maxDepth === null || depth < maxDepth);
}

/** Whether a property that does not become columns becomes JSON text. */
export function becomesText(schema: PropertySchema): boolean {
  const type = typeOf(schema);
  return type === 'object' || type === 'array';
}

function textOf({ description }: PropertySchema): PropertySchema {
  return { type: ['null', 'string'], description: [description, 'JSON text.'].filter(Boolean).join(' ') };
}

/** PostgreSQL's limit in bytes: it truncates longer names, so that two may become one. */
const LONGEST_NAME = 63;

/**
 * Column names of a flattened schema that targets cannot take: one sentence for each name that is too long, or equal to
 * an earlier one when case is ignored.
 */
export function findNameFaults(schema: StreamSchema, flattening: Flattening): string[] {
  const faults: string[] = [];
  const taken = new Map<string, FlatColumn>();
  for (const column of flatColumns(schema.properties, flattening)) {
    const bytes = Buffer.byteLength(column.name);
    if (bytes > LONGEST_NAME) {
      faults.push(`${describe(column)}, which has ${bytes} bytes; targets take ${LONGEST_NAME}`);
    }
    const folded = column.name.toLowerCase();
    const earlier = taken.get(folded);
    if (earlier) faults.push(`${describe(earlier)} and ${describe(column)}, which targets treat as one column`);
    else taken.set(folded, column);
  }
  return faults;
}

const describe = ({ path, name }: FlatColumn): string => `${path.join('.')} becomes ${name}`;
