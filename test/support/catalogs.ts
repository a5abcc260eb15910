import { buildCatalog, type Catalog, type CatalogEntry, type MetadataEntry } from '../../src/singer/catalog.js';
import { describeStream, loadStreams } from '../../src/streams/load.js';

/** The catalog that `--discover` prints. */
export function discovered(): Catalog {
  return buildCatalog(loadStreams({ snapshotHistory: false }).map(describeStream));
}

/** The discovered catalog with these streams selected, and metadata added by dotted path of the property. */
export function selecting(
  streams: readonly string[],
  properties: Readonly<Record<string, object>> = {},
): { streams: CatalogEntry[] } {
  return {
    streams: discovered().streams.map((entry) => {
      const chosen = streams.includes(entry.tap_stream_id);
      const metadata = entry.metadata.map((item) => change(item, chosen, properties));
      return { ...entry, metadata };
    }),
  };
}

function change(
  { breadcrumb, metadata }: MetadataEntry,
  chosen: boolean,
  properties: Readonly<Record<string, object>>,
): MetadataEntry {
  const path = breadcrumb.filter((_, index) => index % 2 === 1).join('.');
  const added = path === '' ? { selected: chosen } : chosen ? properties[path] : undefined;
  return { breadcrumb, metadata: { ...metadata, ...added } };
}

export const ALL_STREAMS: readonly string[] = discovered().streams.map((entry) => entry.tap_stream_id);

/** The smallest catalog that selects all of these streams. */
export function select(...streams: readonly string[]): object {
  return { streams: streams.map((name) => ({ tap_stream_id: name, stream: name, schema: {}, metadata: [] })) };
}
