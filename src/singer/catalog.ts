import { walkProperties, type PropertyPath, type StreamSchema } from './schema.js';

/** What a catalog says about a stream. */
export interface StreamDescription {
  readonly name: string;
  readonly schema: StreamSchema;
  readonly keyProperties: readonly string[];
  /** null: full table on every run. */
  readonly replicationKey: string | null;
  readonly selectedByDefault: boolean;
}

export interface MetadataEntry {
  readonly breadcrumb: readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface CatalogEntry {
  readonly tap_stream_id: string;
  readonly stream: string;
  readonly key_properties: readonly string[];
  readonly replication_method: 'FULL_TABLE' | 'INCREMENTAL';
  readonly replication_key?: string;
  readonly schema: StreamSchema;
  readonly metadata: readonly MetadataEntry[];
}

export interface Catalog {
  readonly streams: readonly CatalogEntry[];
}

/**
 * The catalog that `--discover` prints: every stream with its schema, keys, and metadata for each property, including
 * nested ones.
 */
export function buildCatalog(streams: readonly StreamDescription[]): Catalog {
  return { streams: streams.map(buildEntry) };
}

/** The catalog with the selection marked: each stream, and each field of the selected ones. */
export function markCatalog(
  catalog: Catalog,
  selected: readonly Pick<StreamDescription, 'name' | 'schema'>[],
): Catalog {
  const schemas = new Map(selected.map(({ name, schema }) => [name, schema]));
  return {
    streams: catalog.streams.map((entry) => {
      const schema = schemas.get(entry.tap_stream_id);
      const kept =
        schema && new Set([...walkProperties(schema.properties)].map(({ path }) => breadcrumbOf(path).join()));
      const metadata = entry.metadata.map((item) => markItem(item, { kept }));
      return { ...entry, metadata };
    }),
  };
}

/** `kept`: breadcrumbs of the stream's selected fields; undefined where the stream is not selected. */
function markItem({ breadcrumb, metadata }: MetadataEntry, { kept }: { kept: Set<string> | undefined }): MetadataEntry {
  if (breadcrumb.length === 0) return { breadcrumb, metadata: { ...metadata, selected: kept !== undefined } };
  if (!kept || metadata['inclusion'] === 'automatic') return { breadcrumb, metadata };
  return { breadcrumb, metadata: { ...metadata, selected: kept.has(breadcrumb.join()) } };
}

function buildEntry(stream: StreamDescription): CatalogEntry {
  const replicationMethod = stream.replicationKey === null ? 'FULL_TABLE' : 'INCREMENTAL';
  const properties = [...walkProperties(stream.schema.properties)].map(({ path }) => ({
    breadcrumb: breadcrumbOf(path),
    metadata: { inclusion: isAutomatic(stream, path) ? 'automatic' : 'available' },
  }));
  return {
    tap_stream_id: stream.name,
    stream: stream.name,
    key_properties: stream.keyProperties,
    replication_method: replicationMethod,
    ...(stream.replicationKey !== null && { replication_key: stream.replicationKey }),
    schema: stream.schema,
    metadata: [
      {
        breadcrumb: [],
        metadata: {
          inclusion: 'available',
          'selected-by-default': stream.selectedByDefault,
          'table-key-properties': stream.keyProperties,
          'forced-replication-method': replicationMethod,
          ...(stream.replicationKey !== null && { 'valid-replication-keys': [stream.replicationKey] }),
        },
      },
      ...properties,
    ],
  };
}

/** Whether a field is always in the records: keys, and a replication key that is a top-level column. */
export function isAutomatic(
  stream: Pick<StreamDescription, 'keyProperties' | 'replicationKey'>,
  path: PropertyPath,
): boolean {
  const [name, ...below] = path;
  return (
    below.length === 0 && name !== undefined && (stream.keyProperties.includes(name) || stream.replicationKey === name)
  );
}

/** Singer's path of a property in a schema: `['properties', 'timeRange', 'properties', 'start']`. */
export function breadcrumbOf(path: PropertyPath): string[] {
  return path.flatMap((name) => ['properties', name]);
}
