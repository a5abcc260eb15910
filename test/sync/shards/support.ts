import type { Sandbox } from '../../../src/sandbox/index.js';
import type { StateValue } from '../../../src/singer/state.js';
import { loadStreams } from '../../../src/streams/load.js';
import { mergeStates } from '../../../src/sync/state/merge/merge.js';
import type { TapRun } from '../../support/output.js';
import { runTap, type TapInputs } from '../../support/tap.js';

/** A run of each of `count` shards, one after the other, each from the same state. */
export async function runShards(inputs: TapInputs, count: number): Promise<TapRun[]> {
  const runs: TapRun[] = [];
  for (let index = 1; index <= count; index += 1) {
    runs.push(await runTap({ ...inputs, args: [...(inputs.args ?? []), '--shard', `${index}/${count}`] }));
  }
  return runs;
}

/** What `state merge` makes of the last states of runs that began with `base`. */
export function mergeRuns(base: StateValue, runs: readonly TapRun[]): StateValue {
  const states = runs.map(({ state }, place) => ({ name: `${place + 1}.json`, value: state }));
  return mergeStates({ base, states, streams: loadStreams({ snapshotHistory: false }) });
}

/** Every record, as text without the time it was read at, sorted; of a stream that repeats itself between shards, once. */
export function recordsOf(...runs: readonly TapRun[]): string[] {
  const records = runs.flatMap(({ messages }) =>
    messages.flatMap((message) =>
      message.type === 'RECORD' ? [`${message.stream} ${JSON.stringify(message.record)}`] : [],
    ),
  );
  const geos = new Set(records.filter((record) => record.startsWith('geos ')));
  return [...records.filter((record) => !record.startsWith('geos ')), ...geos].sort();
}

/** Calls that each shard makes for itself: the roles, where they tell the pages, and names, where rows need them. */
const OF_EACH_SHARD = /organizationAcls|functions|industries|seniorities|\/geo\b/;
/** Up to fifty organizations in a call: shards have calls of their own, and no organization twice. */
const BATCH = /\/organizations(?:Lookup)?\?/;

/** The URLs that were asked for, sorted, but for those that each shard asks for; a batch by its organizations. */
export function callsApart(sandbox: Sandbox): string[] {
  const urls = sandbox.requests().map(({ url }) => url);
  const batches = urls
    .filter((url) => BATCH.test(url))
    .flatMap((url) => decodeURIComponent(url).match(/\d{4,}/g) ?? []);
  return [...urls.filter((url) => !OF_EACH_SHARD.test(url) && !BATCH.test(url)), ...batches].sort();
}
