import type { Config } from '../config/config.js';
import { ORGANIZATION_ACLS } from '../linkedin/endpoints.js';
import { CallError, endsRun } from '../linkedin/errors.js';
import { PAGE_SIZES } from '../linkedin/request-builders.js';
import type { State } from '../singer/state.js';
import { neverComes, type Source } from '../streams/entry.js';
import { POSTS_SOURCE, SOCIAL_METADATA_SOURCE } from '../streams/posts.js';
import { GEOS_SOURCE } from '../streams/standardized.js';
import { openBenchmarks, type BenchmarkTask } from './benchmarks.js';
import { BucketBookmarks } from './state/buckets.js';
import type { SyncOptions } from './run.js';
import { chooseOrganizations } from './organizations.js';
import { planTasks, type PlanOptions, type PostsTask, type TimeBoundTask } from './plan.js';
import type { PlannedStream } from './stream.js';
import { readPostsBookmark } from './state/posts.js';
import { countPages } from './state/details.js';
import { STATISTICS_BATCH } from './posts/statistics.js';
import { replaceFutureBookmarks } from './state/future.js';
import { openResume } from './state/resume.js';
import { Roles } from '../access/roles.js';
import { planStandardized } from './names/lists.js';
import { countYears, spanOf } from './window.js';

/** A number of calls; `most` is null where nothing tells how many there can be. */
export interface CallRange {
  readonly least: number;
  readonly most: number | null;
}

/** Calls of one endpoint, and the streams they are for. */
export interface EndpointCalls extends CallRange {
  readonly endpoint: string;
  /** Empty: for names that rows of other streams carry. */
  readonly streams: readonly string[];
}

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
  for (const task of planTasks(options)) {
    if (task.kind === 'posts') countPosts(task, state).forEach(add);
    else if (task.kind === 'benchmark') countBenchmark(task, openBenchmarks(options.benchmarks, options)).forEach(add);
    else add({ ...rowOf(task), ...(task.kind === 'time bound' ? countBuckets(task) : ONE) });
    if (wantsGeos && task.kind === 'organization' && task.source.geoFacets) {
      add({ ...rowOf({ source: GEOS_SOURCE, streams: geos }), least: 0, most: null });
    }
  }
  return [...calls.values()];
}

const NONE: CallRange = { least: 0, most: 0 };
const ONE: CallRange = { least: 1, most: 1 };

/** One for the window; one for the time before it, and one for each year of it that LinkedIn has. */
function countBuckets({ window, earlier }: TimeBoundTask): CallRange {
  const own = window ? 1 : 0;
  return { least: own + (earlier ? 1 : 0), most: own + countYears(earlier) };
}

/** One for its followers; the first of each fifty has the names of all looked up. */
function countBenchmark(
  { source, streams, organizations: [organization] }: BenchmarkTask,
  pages: readonly string[],
): EndpointCalls[] {
  const { resource, size } = source.names;
  const names = { endpoint: resource, streams: streams.map(({ name }) => name), ...ONE };
  const own = { ...rowOf({ source, streams }), ...ONE };
  return pages.indexOf(organization) % size === 0 ? [names, own] : [own];
}

function sumCalls(ranges: readonly CallRange[]): CallRange {
  return {
    least: ranges.reduce((sum, { least }) => sum + least, 0),
    most: ranges.reduce<number | null>((sum, { most }) => (sum === null || most === null ? null : sum + most), 0),
  };
}

/** Whether so many calls can be made; null: nobody knows. */
export function fitsBudget({ least, most }: CallRange, maxCalls: number): boolean | null {
  if (least > maxCalls) return false;
  return most !== null && most <= maxCalls ? true : null;
}

/** The walk over the posts of one organization and what follows it, for as many posts as the last whole walk met. */
function countPosts({ streams, organizations: [organization] }: PostsTask, state: State): EndpointCalls[] {
  const met = readPostsBookmark(state, organization)?.met ?? null;
  const most = (size: number, kinds = 1): number | null => (met === null ? null : Math.ceil(met / size) + kinds - 1);
  const of = (...kinds: Source['kind'][]): PlannedStream[] =>
    streams.filter(({ source }) => kinds.includes(source.kind));
  const own = of('posts');
  const pages = most(PAGE_SIZES.posts);
  const walk = { least: 1, most: pages && Math.max(1, pages) };
  const rows = [{ ...rowOf({ source: POSTS_SOURCE, streams: own.length > 0 ? own : streams }), ...walk }];
  // Details are asked for where the counts say so.
  const counted = of('social metadata', 'post details');
  for (const stream of streams) {
    const { source } = stream;
    if (source.per !== 'post') continue;
    if (stream === counted[0]) {
      const shown = { source: SOCIAL_METADATA_SOURCE, streams: counted };
      rows.push({ ...rowOf(shown), least: 0, most: most(SOCIAL_METADATA_SOURCE.endpoint.size) });
    }
    switch (source.kind) {
      case 'post statistics':
        rows.push({ ...rowFor(stream), least: 0, most: most(STATISTICS_BATCH, 2) });
        break;
      case 'social metadata':
        break;
      case 'post details':
        rows.push({ ...rowFor(stream), least: 0, most: mostDetails(stream, state, organization) });
        break;
      case 'videos':
        rows.push({ ...rowFor(stream), least: 0, most: null });
        break;
      default:
        neverComes(source);
    }
  }
  return rows;
}

/** All pages of the posts that had any when they were read last; of comments nobody knows which have replies. */
function mostDetails({ name, source }: PlannedStream, state: State, organization: string): number | null {
  if (source.kind === 'post details' && source.below) return null;
  return countPages(state, { stream: name, organization, size: PAGE_SIZES.details });
}

const rowFor = (stream: PlannedStream): Pick<EndpointCalls, 'endpoint' | 'streams'> =>
  rowOf({ source: stream.source, streams: [stream] });

function rowOf({
  source,
  streams,
}: {
  source: Source;
  streams: readonly PlannedStream[];
}): Pick<EndpointCalls, 'endpoint' | 'streams'> {
  return { endpoint: source.endpoint.resource, streams: streams.map(({ name }) => name) };
}
