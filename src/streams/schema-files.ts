import { readFileSync } from 'node:fs';
import { packageRoot } from '../package.js';
import { isNullable, type PropertySchema, type StreamSchema } from '../singer/schema.js';

/** A schema as its file has it: parts that several share are in `schemas/parts/`, by reference. */
type WrittenSchema = Reference | Written;

interface Reference {
  /** Relative to the file's own folder, as in JSON Schema: `parts/page-views.json`. */
  readonly $ref: string;
  /** Replaces the part's own description. */
  readonly description?: string;
}

interface Written extends Omit<PropertySchema, 'properties' | 'items'> {
  readonly properties?: Readonly<Record<string, WrittenSchema>>;
  readonly items?: WrittenSchema;
}

/** Returns a function that reads a stream's schema, with references replaced by their parts: targets know no `$ref`. */
export function schemaReader(): (stream: string) => StreamSchema {
  const read = new Map<string, PropertySchema>();

  const readSchema = (file: URL): PropertySchema => {
    const known = read.get(file.href);
    if (known) return known;
    const schema = inline(JSON.parse(readFileSync(file, 'utf8')) as WrittenSchema, { file, inItems: false });
    read.set(file.href, schema);
    return schema;
  };

  const inline = (schema: WrittenSchema, place: { file: URL; inItems: boolean }): PropertySchema => {
    if ('$ref' in schema) {
      const { $ref, ...own } = schema;
      const part = readSchema(new URL($ref, place.file));
      return place.inItems ? asSent(part) : { ...part, ...own };
    }
    const { properties, items, ...own } = schema;
    return {
      ...own,
      ...(properties && { properties: mapValues(properties, (property) => inline(property, place)) }),
      ...(items && { items: inline(items, { ...place, inItems: true }) }),
    };
  };

  return (stream) => readSchema(new URL(`schemas/${stream}.json`, packageRoot)) as StreamSchema;
}

/** A part within list items: any field may be left out, and none is a column that needs a description. */
function asSent(part: PropertySchema): PropertySchema {
  const { description: _, properties, ...own } = part;
  return {
    ...own,
    type: isNullable(own) ? own.type : ['null', own.type].flat(),
    ...(properties && { properties: mapValues(properties, asSent) }),
  };
}

function mapValues<From, To>(object: Readonly<Record<string, From>>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value)]));
}
