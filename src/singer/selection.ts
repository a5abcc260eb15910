import { TapError } from '../errors.js';
import { nearest } from '../nearest.js';
import { breadcrumbOf, isAutomatic, type StreamDescription } from './catalog.js';
import { quoteValue } from './values.js';
import { pruneSchema, type PropertyPath, type StreamSchema } from './schema.js';
import { isObject, type JsonObject } from '../json-object.js';

/** A stream the user wants, with the columns the user wants of it. */
export interface SelectedStream {
  readonly name: string;
  readonly schema: StreamSchema;
  /** The bookmark is not looked at in this run: `replication-method: FULL_TABLE`. */
  readonly ignoreBookmark: boolean;
}

/** A bad catalog; its message names every fault with its place. */
export class CatalogError extends TapError {
  constructor(faults: readonly string[]) {
    super('CATALOG_INVALID', `The catalog cannot be used: ${faults.join('; ')}.`, {
      hint: 'Make one with --discover and change nothing in it but selection.',
    });
  }
}

interface CatalogStream {
  readonly name: string;
  readonly entry: JsonObject;
  /** By breadcrumb, joined. */
  readonly metadata: ReadonlyMap<string, JsonObject>;
}

/** Every stream that is selected by default, whole: what a run without a catalog reads. */
export function selectByDefault(streams: readonly StreamDescription[]): SelectedStream[] {
  return streams
    .filter((stream) => stream.selectedByDefault)
    .map(({ name, schema }) => ({ name, schema, ignoreBookmark: false }));
}

/**
 * Reads the selection out of a catalog, as the Singer SDK decides it. Names, keys and types come from `streams`, never
 * from the catalog. The order is that of `streams`.
 *
 * @throws CatalogError when the text is no catalog, or selects a stream that does not exist
 */
export function selectByCatalog(text: string, streams: readonly StreamDescription[]): SelectedStream[] {
  const wanted = parseCatalog(text).filter(isStreamSelected);
  const known = new Map(streams.map((stream) => [stream.name, stream]));
  const faults = wanted
    .filter(({ name }) => !known.has(name))
    .map(({ name }) => `stream ${quoteValue(name)} does not exist, the nearest is "${nearest(name, known.keys())}"`);
  if (faults.length > 0) throw new CatalogError(faults);

  const chosen = new Map(wanted.map((stream) => [stream.name, stream]));
  return streams.flatMap((stream) => {
    const entry = chosen.get(stream.name);
    return entry ? [selectColumns(stream, entry)] : [];
  });
}

function selectColumns(stream: StreamDescription, catalog: CatalogStream): SelectedStream {
  const schema = pruneSchema(
    stream.schema,
    (path) =>
      isAutomatic(stream, path) ||
      isPropertySelected(catalog.metadata.get(keyOf(breadcrumbOf(path))), propertySchema(catalog, path)),
  );
  const method = catalog.metadata.get(keyOf([]))?.['replication-method'] ?? catalog.entry['replication_method'];
  return { name: stream.name, schema, ignoreBookmark: stream.replicationKey !== null && method === 'FULL_TABLE' };
}

function isStreamSelected({ entry, metadata }: CatalogStream): boolean {
  const own = metadata.get(keyOf([]));
  const legacy = isObject(entry['schema']) ? flag(entry['schema']['selected']) : undefined;
  return (
    flag(own?.['selected']) ??
    flag(entry['selected']) ??
    legacy ??
    flag(own?.['selected-by-default']) ??
    metadata.size === 0
  );
}

function isPropertySelected(metadata: JsonObject | undefined, schema: JsonObject | undefined): boolean {
  if (metadata?.['inclusion'] === 'unsupported') return false;
  if (metadata?.['inclusion'] === 'automatic') return true;
  return flag(metadata?.['selected']) ?? flag(schema?.['selected']) ?? flag(metadata?.['selected-by-default']) ?? true;
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

function flag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}

function parseCatalog(text: string): CatalogStream[] {
  let catalog: unknown;
  try {
    catalog = JSON.parse(text);
  } catch (error) {
    throw new CatalogError([`it is not JSON (${(error as Error).message})`]);
  }
  if (!isObject(catalog) || !Array.isArray(catalog['streams'])) throw new CatalogError(['it has no list "streams"']);
  const faults: string[] = [];
  const streams = catalog['streams'].flatMap((entry: unknown, index) =>
    parseStream(entry, `streams[${index}]`, faults),
  );
  if (faults.length > 0) throw new CatalogError(faults);
  return streams;
}

function parseStream(entry: unknown, place: string, faults: string[]): CatalogStream[] {
  const name = isObject(entry) ? (entry['tap_stream_id'] ?? entry['stream']) : undefined;
  if (!isObject(entry) || typeof name !== 'string') {
    faults.push(`${place} has no "tap_stream_id"`);
    return [];
  }
  const list = entry['metadata'] ?? [];
  if (!Array.isArray(list)) {
    faults.push(`${place}.metadata is not a list`);
    return [];
  }
  const metadata = new Map<string, JsonObject>();
  for (const [index, item] of list.entries() as Iterable<[number, unknown]>) {
    if (isObject(item) && isBreadcrumb(item['breadcrumb']) && isObject(item['metadata'])) {
      metadata.set(keyOf(item['breadcrumb']), item['metadata']);
    } else {
      faults.push(`${place}.metadata[${index}] is not {"breadcrumb": […], "metadata": {…}}`);
    }
  }
  return [{ name, entry, metadata }];
}

const isBreadcrumb = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

const keyOf = (breadcrumb: readonly string[]): string => JSON.stringify(breadcrumb);
