import type { Flattening } from '../../src/config/config.js';
import type { StreamSchema } from '../../src/singer/schema.js';

export type Json = Readonly<Record<string, unknown>>;

/** A flattened record, made differently than by the encoder: from the unflattened record. */
export function flattenSlowly(record: Json, schema: Pick<StreamSchema, 'properties'>, flattening: Flattening): Json {
  const { separator, maxDepth } = flattening;
  const columns: Record<string, unknown> = {};
  const visit = (object: Json, properties: StreamSchema['properties'], path: readonly string[]): void => {
    for (const [name, value] of Object.entries(object)) {
      const below = properties[name]!.properties;
      const here = [...path, name];
      if (below && here.length <= (maxDepth ?? Infinity)) visit(value as Json, below, here);
      else columns[here.join(separator)] = typeof value === 'object' && value ? JSON.stringify(value) : value;
    }
  };
  visit(record, schema.properties, []);
  return columns;
}
