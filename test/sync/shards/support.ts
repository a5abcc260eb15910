import type { Sandbox } from '../../../src/sandbox/index.js';
import type { StateValue } from '../../../src/singer/state.js';
import { loadStreams } from '../../../src/streams/load.js';
import { mergeStates } from '../../../src/sync/state/merge/merge.js';
import type { TapRun } from '../../support/output.js';
import { runTap, type TapInputs } from '../../support/tap.js';

/** Runs each of `count` shards, one after the other, all from the same state. */
export async function runShards(inputs: TapInputs, count: number): Promise<TapRun[]> {
  const runs: TapRun[] = [];
  for (let index = 1; index <= count; index += 1) {
    runs.push(await runTap({ ...inputs, args: [...(inputs.args ?? []), '--shard', `${index}/${count}`] }));
  }
  return runs;
}

/** What `state merge` makes of the last states of runs that started with `base`. */
export function mergeRuns(base: StateValue, runs: readonly TapRun[]): StateValue {
  const states = runs.map(({ state }, place) => ({ name: `${place + 1}.json`, value: state }));
  return mergeStates({ base, states, streams: loadStreams({ snapshotHistory: false }) });
}

/** All records as sorted text, without the time they were read at; geos, which several shards may write, only once. */
export function recordsOf(...runs: readonly TapRun[]): string[] {
  const records = runs.flatMap(({ messages }) =>
    messages.flatMap((message) =>
      message.type === 'RECORD' ? [`${message.stream} ${JSON.stringify(message.record)}`] : [],
    ),
  );
  const geos = new Set(records.filter((record) => record.startsWith('geos ')));
  return [...records.filter((record) => !record.startsWith('geos ')), ...geos].sort();
}

/** Calls that each shard makes for itself: roles, if pages are discovered from them, and names, if rows need them. */
const OF_EACH_SHARD = /organizationAcls|functions|industries|seniorities|\/geo\b/;
/** Calls for up to fifty organizations: each shard makes its own, but none asks for an organization of another. */
const BATCH = /\/organizations(?:Lookup)?\?/;

/** The requested URLs, sorted, without those that each shard requests; batches by their organizations. */
export function callsApart(sandbox: Sandbox): string[] {
  const urls = sandbox.requests().map(({ url }) => url);
  const batches = urls
    .filter((url) => BATCH.test(url))
    .flatMap((url) => decodeURIComponent(url).match(/\d{4,}/g) ?? []);
  return [...urls.filter((url) => !OF_EACH_SHARD.test(url) && !BATCH.test(url)), ...batches].sort();
}
