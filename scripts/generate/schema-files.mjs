import { readFileSync } from 'node:fs';

export const schemas = new URL('../../schemas/', import.meta.url);

/** A schema as in its file, with a `$ref` for each part from schemas/parts/. */
export const readSchema = (file) => JSON.parse(readFileSync(new URL(file, schemas), 'utf8'));

/** All `$ref`s in a schema. */
export function* referencesOf(schema) {
  if (schema === null || typeof schema !== 'object') return;
  if (typeof schema.$ref === 'string') yield schema.$ref;
  for (const below of Object.values(schema)) yield* referencesOf(below);
}
