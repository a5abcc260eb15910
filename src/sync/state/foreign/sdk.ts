import { parseOrganizations } from '../../../config/organizations.js';
import { isObject, type JsonObject } from '../../../json-object.js';
import { StateError, type StateValue } from '../../../singer/state.js';
import type { Stream } from '../../../streams/entry.js';
import { UNASSIGNED } from './unassigned.js';

/** The keys that the Meltano SDK keeps in a stream's entry. Those not read here are notes of a run under way. */
const WORDS = [
  'partitions',
  'replication_key',
  'replication_key_value',
  'replication_key_signpost',
  'starting_replication_value',
  'progress_markers',
];

/**
 * Converts the state of a tap made with the Meltano SDK. Such taps keep a list `partitions` for each stream, where this
 * one has an object keyed by organization, or a bare value if they know of only one organization. Both are converted to
 * the form of this tap, the bare value as unassigned. `partitions` may also be an object keyed by organization. A
 * partition without a value is ignored.
 *
 * @throws StateError if a value is there, but its organization is not
 */
export function takeSdkState(state: StateValue, streams: readonly Stream[]): StateValue {
  const bookmarks = { ...state.bookmarks };
  const unassigned: Record<string, JsonObject> = {};
  for (const { name, replication } of streams) {
    const entry = bookmarks[name];
    if (!entry || !WORDS.some((word) => word in entry)) continue;
    const key = replication.kind === 'incremental' ? replication.key : null;
    const { partitions, replication_key_value: value } = entry;
    const taken = key === null ? [] : readPartitions(partitions, { key, place: `bookmarks.${name}.partitions` });
    const ours = Object.entries(entry).filter(([word]) => !WORDS.includes(word));
    bookmarks[name] = Object.fromEntries([...taken, ...ours]);
    if (key !== null && value !== undefined && value !== null) unassigned[name] = { [key]: value };
  }
  if (Object.keys(unassigned).length === 0) return { ...state, bookmarks };
  return { ...state, bookmarks, [UNASSIGNED]: unassigned };
}

interface PartitionPlace {
  /** Name of the bookmark. */
  readonly key: string;
  readonly place: string;
}

type Partition = [organization: string, bookmark: JsonObject];

function readPartitions(partitions: unknown, { key, place }: PartitionPlace): Partition[] {
  if (partitions === undefined || partitions === null) return [];
  if (Array.isArray(partitions)) {
    return partitions.flatMap((each: unknown, index) => readPartition(each, { key, place: `${place}[${index}]` }));
  }
  if (!isObject(partitions)) throw misfit(place, 'is neither a list nor an object');
  return Object.entries(partitions).flatMap(([organization, each]) => {
    const told = isObject(each) ? each : { replication_key_value: each };
    // An entry in the form of this tap stays as it is; its organization is checked with the others.
    if (key in told) return [[organization, told]];
    return readPartition({ ...told, context: { organization } }, { key, place: `${place}.${organization}` });
  });
}

function readPartition(partition: unknown, { key, place }: PartitionPlace): Partition[] {
  if (!isObject(partition)) throw misfit(place, 'is not an object');
  const { context, replication_key_value: value } = partition;
  if (value === undefined || value === null) return [];
  const [organization] = isObject(context) ? parseOrganizations(Object.values(context)).urns : [];
  if (organization === undefined) throw misfit(place, 'names no organization');
  return [[organization, { [key]: value }]];
}

const misfit = (place: string, fault: string): StateError =>
  new StateError(`The state cannot be used: ${place} ${fault}.`);
