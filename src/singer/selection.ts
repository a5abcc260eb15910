import { nearest } from '../nearest.js';
import { breadcrumbOf, isAutomatic, type StreamDescription } from './catalog.js';
import { quoteValue } from './values.js';
import { pruneSchema, type PropertyPath, type StreamSchema } from './schema.js';
import { isObject, type JsonObject } from '../json-object.js';
import { CatalogError, flagOf, keyOf, methodOf, parseCatalog, type CatalogStream } from './catalog-file.js';
import { findOddFlags, findOddities } from './catalog-oddities.js';

/** A stream the user wants, with the columns the user wants. */
export interface SelectedStream {
  readonly name: string;
  readonly schema: StreamSchema;
  /** Whether this run ignores the bookmark: `replication-method: FULL_TABLE`. */
  readonly ignoreBookmark: boolean;
}

/** Every stream selected by default, with all its fields: what a run without a catalog reads. */
export function selectByDefault(streams: readonly StreamDescription[]): SelectedStream[] {
  return streams
    .filter((stream) => stream.selectedByDefault)
    .map(({ name, schema }) => ({ name, schema, ignoreBookmark: false }));
}

export interface SelectionSurroundings {
  readonly streams: readonly StreamDescription[];
  /** Takes one sentence for each thing in the catalog that has no effect. */
  readonly warn: (warning: string) => void;
}

/**
 * Reads the selection from a catalog, by the rules of the Singer SDK. Names, keys and types come from `streams`, never
 * from the catalog. The order is that of `streams`.
 *
 * @throws CatalogError when the text is not a catalog, or selects a stream that does not exist
 */
export function selectByCatalog(text: string, { streams, warn }: SelectionSurroundings): SelectedStream[] {
  const given = parseCatalog(text);
  const wanted = given.filter(isStreamSelected);
  const known = new Map(streams.map((stream) => [stream.name, stream]));
  const faults = wanted
    .filter(({ name }) => !known.has(name))
    .map(({ name }) => `stream ${quoteValue(name)} does not exist, the nearest is "${nearest(name, known.keys())}"`);
  if (faults.length > 0) throw new CatalogError(faults);

  tellOfDefaults(wanted, warn);
  const ours = given.filter(({ name }) => known.has(name));
  ours.flatMap(findOddFlags).forEach(warn);
  const chosen = new Map(wanted.map((stream) => [stream.name, stream]));
  for (const [name, entry] of chosen) findOddities(known.get(name)!, entry).forEach(warn);
  return streams.flatMap((stream) => {
    const entry = chosen.get(stream.name);
    return entry ? [selectColumns(stream, entry)] : [];
  });
}

/** Warns of streams selected only by default: someone who selects two streams often wants only these. */
function tellOfDefaults(wanted: readonly CatalogStream[], warn: (warning: string) => void): void {
  const told = wanted.filter((stream) => selectedOf(stream) === true);
  const others = wanted.filter((stream) => selectedOf(stream) === undefined && isByDefault(stream) === true);
  if (told.length === 0 || others.length === 0) return;
  warn(
    `The catalog selects ${count(told)} by "selected": true; ${count(others)} more will be read, selected by default. ` +
      'Set "selected": false there, or choose by --select.',
  );
}

const count = ({ length }: readonly unknown[]): string => (length === 1 ? '1 stream' : `${length} streams`);

function selectColumns(stream: StreamDescription, catalog: CatalogStream): SelectedStream {
  const schema = pruneSchema(
    stream.schema,
    (path) =>
      isAutomatic(stream, path) ||
      isPropertySelected(catalog.metadata.get(keyOf(breadcrumbOf(path))), propertySchema(catalog, path)),
  );
  const ignoreBookmark = stream.replicationKey !== null && methodOf(catalog) === 'FULL_TABLE';
  return { name: stream.name, schema, ignoreBookmark };
}

const isStreamSelected = (stream: CatalogStream): boolean =>
  selectedOf(stream) ?? isByDefault(stream) ?? stream.metadata.size === 0;

/** The user's choice for a stream, from any of its possible places; undefined: none. */
function selectedOf({ entry, metadata }: CatalogStream): boolean | undefined {
  const legacy = isObject(entry['schema']) ? flagOf(entry['schema']['selected']) : undefined;
  return flagOf(metadata.get(keyOf([]))?.['selected']) ?? flagOf(entry['selected']) ?? legacy;
}

const isByDefault = ({ metadata }: CatalogStream): boolean | undefined =>
  flagOf(metadata.get(keyOf([]))?.['selected-by-default']);

function isPropertySelected(metadata: JsonObject | undefined, schema: JsonObject | undefined): boolean {
  if (metadata?.['inclusion'] === 'unsupported') return false;
  if (metadata?.['inclusion'] === 'automatic') return true;
  return (
    flagOf(metadata?.['selected']) ?? flagOf(schema?.['selected']) ?? flagOf(metadata?.['selected-by-default']) ?? true
  );
}

/** Old catalogs write `selected` into the schema of a property. */
function propertySchema({ entry }: CatalogStream, path: PropertyPath): JsonObject | undefined {
  let schema: unknown = entry['schema'];
  for (const name of breadcrumbOf(path)) {
    if (!isObject(schema) || !Object.hasOwn(schema, name)) return undefined;
    schema = schema[name];
  }
  return isObject(schema) ? schema : undefined;
}
