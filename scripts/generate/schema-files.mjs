import { readFileSync } from 'node:fs';

export const schemas = new URL('../../schemas/', import.meta.url);

/** A schema as its file has it, with a `$ref` where a part of schemas/parts/ belongs. */
export const readSchema = (file) => JSON.parse(readFileSync(new URL(file, schemas), 'utf8'));

/** What a schema refers to. */
export function* referencesOf(schema) {
  if (schema === null || typeof schema !== 'object') return;
  if (typeof schema.$ref === 'string') yield schema.$ref;
  for (const below of Object.values(schema)) yield* referencesOf(below);
}
