import { isObject } from '../json-object.js';
import { nearest } from '../nearest.js';
import type { StreamDescription } from './catalog.js';
import { flagOf, keyOf, methodOf, METHODS, type CatalogStream } from './catalog-file.js';
import { walkProperties } from './schema.js';
import { quoteValue } from './values.js';

/** Most unknown fields to name per stream; another tool's catalog could fill pages. */
const MOST_NAMED = 5;

/**
 * What a catalog says about a selected stream without any effect, one sentence each. The user most likely meant it: a
 * field deselected under a wrong name would stay in, including people's text.
 */
export function findOddities(stream: StreamDescription, catalog: CatalogStream): string[] {
  const { name, entry, place } = catalog;
  const unknown = [...unknownFields(stream, catalog)];
  const method = methodOf(catalog);
  return [
    ...(entry['tap_stream_id'] === name ? [] : [`${place} has no "tap_stream_id"; its "stream" is used, "${name}".`]),
    ...(unknown.length > 0 ? [describeUnknown(stream, unknown)] : []),
    ...(method === undefined || METHODS.some((known) => known === method)
      ? []
      : [
          `${name}: the replication method ${quoteValue(method)} has no effect; the methods are ${METHODS.join(' and ')}.`,
        ]),
  ];
}

/** Selection flags that are neither true nor false, whether or not the stream is selected. */
export function findOddFlags({ name, entry, metadata }: CatalogStream): string[] {
  const places: [where: string, value: unknown][] = [[name, entry['selected']]];
  for (const [key, item] of metadata) {
    const where = [name, ...pathOf(JSON.parse(key) as string[])].join('.');
    places.push([where, item['selected']], [where, item['selected-by-default']]);
  }
  return places
    .filter(([, value]) => value !== undefined && value !== null && flagOf(value) === undefined)
    .map(
      ([where, value]) =>
        `${where}: selected is ${quoteValue(value)} in the catalog, not true or false: it is ignored.`,
    );
}

function describeUnknown({ name, schema }: StreamDescription, unknown: readonly string[]): string {
  const known = [...walkProperties(schema.properties)].map(({ path }) => path.join('.'));
  const named = unknown
    .slice(0, MOST_NAMED)
    .map((field) => `${quoteValue(field)} (the nearest is "${nearest(field, known)}")`)
    .join(', ');
  const others = unknown.length > MOST_NAMED ? `, and ${unknown.length - MOST_NAMED} more` : '';
  return `${name}: the catalog names fields that the stream does not have, which has no effect: ${named}${others}.`;
}

/** Dotted names in the metadata, or in the schema where old catalogs select, that the stream does not have. */
function unknownFields({ schema }: StreamDescription, { entry, metadata }: CatalogStream): Set<string> {
  const known = new Set([...walkProperties(schema.properties)].map(({ path }) => keyOf(path)));
  const named = [...metadata.keys()].map((key) => pathOf(JSON.parse(key) as string[]));
  const paths = [...named, ...selectedInSchema(entry['schema'])].filter((path) => path.length > 0);
  return new Set(paths.filter((path) => !known.has(keyOf(path))).map((path) => path.join('.')));
}

function* selectedInSchema(schema: unknown, parent: readonly string[] = []): Generator<readonly string[]> {
  if (!isObject(schema) || !isObject(schema['properties']) || parent.length > DEEPEST) return;
  for (const [name, property] of Object.entries(schema['properties'])) {
    const path = [...parent, name];
    if (isObject(property) && property['selected'] !== undefined) yield path;
    yield* selectedInSchema(property, path);
  }
}

/** No field is deeper than this. */
const DEEPEST = 20;

/** The names in a breadcrumb. */
function pathOf(breadcrumb: readonly string[]): string[] {
  return breadcrumb.filter((word, index) => index % 2 === 1 || word !== 'properties');
}
