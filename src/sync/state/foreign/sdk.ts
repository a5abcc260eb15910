import { parseOrganizations } from '../../../config/organizations.js';
import { isObject, type JsonObject } from '../../../json-object.js';
import type { StateValue } from '../../../singer/state.js';
import type { Stream } from '../../../streams/entry.js';
import { UNASSIGNED } from './unassigned.js';

/** What the Meltano SDK keeps beside these in a stream's entry are notes of a run under way. */
const WORDS = [
  'partitions',
  'replication_key',
  'replication_key_value',
  'replication_key_signpost',
  'starting_replication_value',
  'progress_markers',
];

/**
 * Taps made with the Meltano SDK keep a list `partitions` for each stream, where this one has an object keyed by
 * organization, or a bare value where they know of one organization only. Both come out in the form of this tap, the
 * latter unassigned. A partition without an organization in its context, or without a value, tells nothing.
 */
export function takeSdkState(state: StateValue, streams: readonly Stream[]): StateValue {
  const bookmarks = { ...state.bookmarks };
  const unassigned: Record<string, JsonObject> = {};
  for (const { name, replication } of streams) {
    const entry = bookmarks[name];
    if (!entry || !WORDS.some((word) => word in entry)) continue;
    const key = replication.kind === 'incremental' ? replication.key : null;
    const { partitions, replication_key_value: value } = entry;
    const taken =
      key !== null && Array.isArray(partitions) ? partitions.flatMap((each) => readPartition(each, key)) : [];
    const ours = Object.entries(entry).filter(([word]) => !WORDS.includes(word));
    bookmarks[name] = Object.fromEntries([...taken, ...ours]);
    if (key !== null && value !== undefined && value !== null) unassigned[name] = { [key]: value };
  }
  if (Object.keys(unassigned).length === 0) return { ...state, bookmarks };
  return { ...state, bookmarks, [UNASSIGNED]: unassigned };
}

function readPartition(partition: unknown, key: string): [organization: string, bookmark: JsonObject][] {
  const { context, replication_key_value: value } = isObject(partition) ? partition : {};
  const [organization] = isObject(context) ? parseOrganizations(Object.values(context)).urns : [];
  return organization === undefined || value === undefined ? [] : [[organization, { [key]: value }]];
}
