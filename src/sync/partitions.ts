import { parseOrganizations } from '../config/organizations.js';
import type { StateValue } from '../singer/state.js';
import type { Stream } from '../streams/entry.js';
import type { JsonObject } from '../json-object.js';

/**
 * Taps made with the Meltano SDK keep a list `partitions` for each stream, where this one has an object keyed by
 * organization. The lists of the given streams come out in the latter form; a partition without an organization in its
 * context, or without a value, tells nothing.
 */
export function takePartitions(state: StateValue, streams: readonly Stream[]): StateValue {
  const bookmarks = { ...state.bookmarks };
  for (const { name, replication } of streams) {
    const { partitions, ...entry } = bookmarks[name] ?? {};
    if (replication.kind !== 'incremental' || !Array.isArray(partitions)) continue;
    const taken = partitions.flatMap((partition: unknown) => readPartition(partition, replication.key));
    bookmarks[name] = { ...Object.fromEntries(taken), ...entry };
  }
  return { ...state, bookmarks };
}

function readPartition(partition: unknown, key: string): [organization: string, bookmark: JsonObject][] {
  const { context, replication_key_value: value } = (partition ?? {}) as JsonObject;
  const [organization] = parseOrganizations(Object.values(context ?? {})).urns;
  return organization === undefined || value === undefined ? [] : [[organization, { [key]: value }]];
}
