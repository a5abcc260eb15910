import type { Config } from '../config/config.js';
import { ORGANIZATION_ACLS } from '../linkedin/endpoints.js';
import { CallError, endsRun } from '../linkedin/errors.js';
import type { State } from '../singer/state.js';
import { GEOS_SOURCE } from '../streams/standardized.js';
import { openBenchmarks } from './benchmarks.js';
import { BucketBookmarks } from './state/buckets.js';
import type { SyncOptions } from './run.js';
import { chooseOrganizations } from './organizations.js';
import { callsOf, NONE, rowOf, sumCalls, type CallRange, type EndpointCalls } from './calls.js';
import { planTasks, type PlanOptions } from './plan.js';
import { replaceFutureBookmarks } from './state/future.js';
import { openResume } from './state/resume.js';
import { Roles } from '../access/roles.js';
import { planStandardized } from './names/lists.js';
import { spanOf } from './window.js';

export interface Estimate extends CallRange {
  readonly organizations: number;
  readonly calls: readonly EndpointCalls[];
}

/**
 * What a sync of these inputs will take. Asks for the member's roles where the sync would, and for nothing else.
 *
 * @throws whatever the sync would end with before its first stream
 */
export async function estimate(
  options: Pick<SyncOptions, 'config' | 'streams' | 'state' | 'client' | 'clock' | 'logger'>,
): Promise<Estimate> {
  const { config, streams, state, client, logger } = options;
  const now = options.clock();
  replaceFutureBookmarks(state, { streams, now, lookbackDays: config.lookbackDays, logger });
  const roles = new Roles(client);
  const resume = openResume(state, { config, streams, now });
  const ofRoles = streams.filter(({ name, source }) => source.kind === 'roles' && !resume.isDone(name, null));
  const noOne = streams.length === 0;
  const isWalked = ofRoles.length === 0 || (await walkRoles(roles, { config, logger }));
  const organizations = noOne ? [] : await chooseOrganizations({ named: config.organizations, roles, state, logger });
  const walked = client.calls.total;
  const plan = {
    streams,
    organizations,
    benchmarks: config.benchmarkOrganizations,
    resume,
    bookmarks: new BucketBookmarks(state, config.timeGranularity),
    span: spanOf(config, now),
    onLoss: () => {},
    config,
    state,
  };
  const rolesRow = {
    endpoint: ORGANIZATION_ACLS.resource,
    streams: ofRoles.map(({ name }) => name),
    least: walked,
    most: isWalked ? walked : null,
  };
  const calls = [...(walked > 0 ? [rolesRow] : []), ...estimateCalls(plan)];
  return { organizations: organizations.length, calls, ...sumCalls(calls) };
}

/** Whether the roles came. Where the pages are named, a sync goes on without them, and so does the estimate. */
async function walkRoles(roles: Roles, { config, logger }: Pick<SyncOptions, 'config' | 'logger'>): Promise<boolean> {
  try {
    await roles.walk();
    return true;
  } catch (error) {
    if (config.organizations.length === 0 || !(error instanceof CallError) || endsRun(error)) throw error;
    logger.warning(`The roles could not be counted: ${error.advice}`);
    return false;
  }
}

interface PlanAndState extends PlanOptions {
  readonly config: Pick<Config, 'resolveNames'>;
  readonly state: State;
}

/**
 * How many calls a sync will make, by the very plan that it carries out. The numbers of organization and statistics
 * streams are exact, as long as LinkedIn refuses nothing, but for how many years it has where that is asked. Those of posts and what follows them rest on what the state
 * remembers of them; the lists of names and the geos are as long as they are.
 */
function estimateCalls(options: PlanAndState): EndpointCalls[] {
  const { streams, config, state } = options;
  const lists = planStandardized(options, config).map((list) => ({ ...rowOf(list), least: 1, most: null }));
  const geos = streams.filter(({ source }) => source === GEOS_SOURCE);
  const wantsGeos = geos.length > 0 || config.resolveNames;
  const calls = new Map<string, EndpointCalls>();
  const add = (row: EndpointCalls): void => {
    const key = [row.endpoint, ...row.streams].join(' ');
    calls.set(key, { ...row, ...sumCalls([row, calls.get(key) ?? NONE]) });
  };
  lists.forEach(add);
  const known = { state, benchmarks: openBenchmarks(options.benchmarks, options) };
  for (const task of planTasks(options)) {
    callsOf(task, known).forEach(add);
    if (wantsGeos && task.kind === 'organization' && task.source.geoFacets) {
      add({ ...rowOf({ source: GEOS_SOURCE, streams: geos }), least: 0, most: null });
    }
  }
  return [...calls.values()];
}

/** Whether so many calls can be made; null: nobody knows. */
export function fitsBudget({ least, most }: CallRange, maxCalls: number): boolean | null {
  if (least > maxCalls) return false;
  return most !== null && most <= maxCalls ? true : null;
}
