import type { Config, Shard } from '../config/config.js';
import { ORGANIZATION_ACLS } from '../linkedin/endpoints.js';
import { CallError, endsRun } from '../linkedin/errors.js';
import type { State } from '../singer/state.js';
import type { Source } from '../streams/entry.js';
import { GEOS_SOURCE } from '../streams/standardized.js';
import { openBenchmarks } from './benchmarks.js';
import { BucketBookmarks } from './state/buckets.js';
import type { SyncOptions } from './run.js';
import { chooseOrganizations } from './organizations.js';
import { callsOf, NONE, rowOf, sumCalls, type CallRange, type EndpointCalls } from './calls.js';
import { divide, isWrittenBy } from './shard.js';
import { planTasks, takePages, type AllPages, type PlanOptions, type RunPages } from './plan.js';
import { replaceFutureBookmarks } from './state/future.js';
import { openResume } from './state/resume.js';
import { Roles } from '../access/roles.js';
import { planStandardized } from './names/lists.js';
import { spanOf } from './window.js';

export interface Estimate extends CallRange {
  readonly organizations: number;
  readonly calls: readonly EndpointCalls[];
}

type EstimateOptions = Pick<SyncOptions, 'config' | 'streams' | 'state' | 'client' | 'clock' | 'logger'>;

/**
 * The calls a sync with these inputs will make. Asks for the member's roles if the sync would, and for nothing else.
 *
 * @throws whatever the sync would end with before its first stream
 */
export async function estimate(options: EstimateOptions): Promise<Estimate> {
  const { shard } = options.config;
  const found = await survey(options);
  return estimateShard(found, { ...options, ...takePages(shard, found.all), shard });
}

/** The calls each of `count` shards will make, in order. Asks what `estimate` asks, once for all of them. */
export async function estimateShards(options: EstimateOptions, count: number): Promise<Estimate[]> {
  const found = await survey(options);
  const { all } = found;
  const benchmarks = divide(all.benchmarks, count);
  return divide(all.organizations, count).map((organizations, place) => {
    const shard = { index: place + 1, count };
    return estimateShard(found, { ...options, shard, organizations, benchmarks: benchmarks[place]!, all });
  });
}

/** What is known before the first stream. */
interface Survey {
  readonly all: AllPages;
  /** Calls made so far, for the roles. */
  readonly walked: number;
  /** False if a stream shows the roles and they could not be read. */
  readonly isWalked: boolean;
  readonly now: number;
}

async function survey({ config, streams, state, client, clock, logger }: EstimateOptions): Promise<Survey> {
  const now = clock();
  replaceFutureBookmarks(state, { streams, now, config, logger });
  const roles = new Roles(client);
  const resume = openResume(state, { config, streams, now });
  const shows = streams.some(({ name, source }) => showsRoles(source, config.shard) && !resume.isDone(name, null));
  const isWalked = !shows || (await walkRoles(roles, { config, logger }));
  const organizations = streams.length === 0 ? [] : await chooseOrganizations({ config, roles, state, logger });
  const all = { organizations, benchmarks: config.benchmarkOrganizations };
  return { all, walked: client.calls.total, isWalked, now };
}

const showsRoles = (source: Source, shard: Shard | null): boolean =>
  source.kind === 'roles' && isWrittenBy(shard, source);

function estimateShard(
  { walked, isWalked, now }: Omit<Survey, 'all'>,
  options: EstimateOptions & RunPages & Pick<PlanOptions, 'shard'>,
): Estimate {
  const { config, streams, state, shard, organizations, benchmarks, all } = options;
  const resume = openResume(state, { config: { ...config, shard }, streams, now });
  const plan = {
    streams,
    organizations,
    benchmarks,
    all,
    shard,
    resume,
    bookmarks: new BucketBookmarks(state, config.timeGranularity),
    span: spanOf(config, now),
    onLoss: () => {},
    config,
    state,
  };
  const shown = streams.filter(({ name, source }) => showsRoles(source, shard) && !resume.isDone(name, null));
  // Without organization_ids, each shard walks the roles itself to find the organizations.
  const walks = walked > 0 && (shown.length > 0 || config.organizations.length === 0);
  const rolesRow = {
    endpoint: ORGANIZATION_ACLS.resource,
    streams: shown.map(({ name }) => name),
    least: walked,
    most: isWalked ? walked : null,
  };
  const calls = [...(walks ? [rolesRow] : []), ...estimateCalls(plan)];
  return { organizations: organizations.length, calls, ...sumCalls(calls) };
}

/**
 * Whether the roles could be read. If the pages are named, a sync goes on without the roles, and so does the estimate.
 */
async function walkRoles(roles: Roles, { config, logger }: Pick<SyncOptions, 'config' | 'logger'>): Promise<boolean> {
  try {
    await roles.walk();
    return true;
  } catch (error) {
    if (config.organizations.length === 0 || !(error instanceof CallError) || endsRun(error)) throw error;
    logger.warning(`The calls for the roles could not be counted: ${error.advice}`);
    return false;
  }
}

interface PlanAndState extends PlanOptions {
  readonly config: Pick<Config, 'resolveNames' | 'socialWindowMonths'>;
  readonly state: State;
}

/**
 * How many calls a sync will make, by the very plan it carries out. For organization and statistics streams the numbers
 * are exact as long as LinkedIn refuses nothing, except that only asking tells how many earlier years it has. For posts
 * and what follows them they rest on what the state remembers. How long the lists of names are, and how many geos there
 * are, is unknown.
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
  const windowMonths = config.socialWindowMonths;
  const known = { state, benchmarks: openBenchmarks(options.benchmarks, options), windowMonths };
  for (const task of planTasks(options)) {
    callsOf(task, known).forEach(add);
    if (wantsGeos && task.kind === 'organization' && task.source.geoFacets) {
      add({ ...rowOf({ source: GEOS_SOURCE, streams: geos }), least: 0, most: null });
    }
  }
  return [...calls.values()];
}

/** Whether the calls stay within the limit; null: unknown. */
export function fitsBudget({ least, most }: CallRange, limit: number): boolean | null {
  if (least > limit) return false;
  return most !== null && most <= limit ? true : null;
}
