import { listFaults, TapError } from '../errors.js';
import { isObject, type JsonObject } from '../json-object.js';

/** A bad catalog; the message names every fault with its place. */
export class CatalogError extends TapError {
  constructor(faults: readonly string[]) {
    super('CATALOG_INVALID', listFaults('The catalog cannot be used', faults), {
      hint: 'Make one with --discover and change only the selection in it.',
    });
  }
}

/** What the user's catalog says about a stream. */
export interface CatalogStream {
  readonly name: string;
  readonly entry: JsonObject;
  /** Place of the entry, for messages: `streams[3]`. */
  readonly place: string;
  /** Metadata by breadcrumb, in the form of `keyOf`. */
  readonly metadata: ReadonlyMap<string, JsonObject>;
}

/** @throws CatalogError when the text is not a catalog */
export function parseCatalog(text: string): CatalogStream[] {
  let catalog: unknown;
  try {
    catalog = JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, and a config passed by mistake holds a token.
    throw new CatalogError(['it is not JSON']);
  }
  if (!isObject(catalog) || !Array.isArray(catalog['streams'])) throw new CatalogError(['it has no "streams" list']);
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
  return [{ name, entry, place, metadata }];
}

const isBreadcrumb = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((name) => typeof name === 'string');

/** The key of a breadcrumb in a stream's metadata. */
export const keyOf = (breadcrumb: readonly string[]): string => JSON.stringify(breadcrumb);

/**
 * Reads `true` and `false`, also as text, which Python writes with a capital letter; undefined: anything else, or
 * nothing.
 */
export function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

export const METHODS = ['FULL_TABLE', 'INCREMENTAL'] as const;

/** The replication method that the user requests, in capitals; undefined: none. */
export function methodOf({ entry, metadata }: CatalogStream): unknown {
  const method = metadata.get(keyOf([]))?.['replication-method'] ?? entry['replication_method'] ?? undefined;
  return typeof method === 'string' ? method.toUpperCase() : method;
}
