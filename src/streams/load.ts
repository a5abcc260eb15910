import { readFileSync } from 'node:fs';
import { packageRoot } from '../package.js';
import type { StreamDescription } from '../singer/catalog.js';
import type { StreamSchema } from '../singer/schema.js';
import type { Stream } from './entry.js';
import { STREAM_TABLE } from './table.js';

/** The stream table with its schema files read. */
export function loadStreams({ snapshotHistory }: { snapshotHistory: boolean }): Stream[] {
  return STREAM_TABLE.map((entry) => ({
    ...entry,
    schema: readSchema(entry.name),
    keyProperties:
      snapshotHistory && entry.replication.kind === 'lifetime'
        ? [...entry.keyProperties, 'snapshot_date']
        : entry.keyProperties,
  }));
}

/** What the catalog has to say of a stream. */
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

function readSchema(stream: string): StreamSchema {
  return JSON.parse(readFileSync(new URL(`schemas/${stream}.json`, packageRoot), 'utf8')) as StreamSchema;
}
