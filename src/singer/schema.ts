/** The subset of JSON Schema that stream schemas use, which every target can load. */
export interface PropertySchema {
  readonly type: string | readonly string[];
  readonly format?: 'date' | 'date-time';
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, PropertySchema>>;
  readonly items?: PropertySchema;
}

export interface StreamSchema {
  readonly type: 'object';
  readonly description?: string;
  readonly properties: Readonly<Record<string, PropertySchema>>;
}

/** A property's single type apart from `null`. */
export function typeOf(schema: PropertySchema): string {
  return typeof schema.type === 'string' ? schema.type : (schema.type.find((type) => type !== 'null') ?? 'null');
}

export const isNullable = (schema: PropertySchema): boolean => schema.type.includes('null');

/** Path of a property within the record: `['timeRange', 'start']`. */
export type PropertyPath = readonly string[];

/** Every property, including nested ones, parents first, in schema order. Array items are not properties. */
export function* walkProperties(
  properties: StreamSchema['properties'],
  parent: PropertyPath = [],
): Generator<{ path: PropertyPath; schema: PropertySchema }> {
  for (const [name, schema] of Object.entries(properties)) {
    const path = [...parent, name];
    yield { path, schema };
    if (schema.properties) yield* walkProperties(schema.properties, path);
  }
}

/** The schema without the properties that `keep` rejects; an object left without any goes as well. */
export function pruneSchema(schema: StreamSchema, keep: (path: PropertyPath) => boolean): StreamSchema {
  const prune = (properties: StreamSchema['properties'], parent: PropertyPath): Record<string, PropertySchema> => {
    const kept: Record<string, PropertySchema> = {};
    for (const [name, property] of Object.entries(properties)) {
      const path = [...parent, name];
      if (!keep(path)) continue;
      if (!property.properties) {
        kept[name] = property;
        continue;
      }
      const inner = prune(property.properties, path);
      if (Object.keys(inner).length > 0) kept[name] = { ...property, properties: inner };
    }
    return kept;
  };
  return { ...schema, properties: prune(schema.properties, []) };
}
