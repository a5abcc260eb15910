import type { StreamDescription } from '../singer/catalog.js';
import type { Stream } from './entry.js';
import { schemaReader } from './schema-files.js';
import { STREAM_TABLE } from './table.js';

/** The stream table with its schemas loaded. */
export function loadStreams({ snapshotHistory }: { snapshotHistory: boolean }): Stream[] {
  const readSchema = schemaReader();
  return STREAM_TABLE.map((entry) => ({
    ...entry,
    schema: readSchema(entry.name),
    keyProperties:
      snapshotHistory && entry.replication.kind === 'lifetime'
        ? [...entry.keyProperties, 'snapshot_date']
        : entry.keyProperties,
  }));
}

/** The stream's facts for the catalog. */
export function describeStream({
  name,
  schema,
  keyProperties,
  replication,
  selectedByDefault,
}: Stream): StreamDescription {
  const replicationKey = replication.kind === 'incremental' ? replication.key : null;
  return { name, schema, keyProperties, replicationKey, selectedByDefault };
}
