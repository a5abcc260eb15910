import { PAGE_SIZES } from '../linkedin/request-builders.js';
import type { State } from '../singer/state.js';
import { neverComes, type Source } from '../streams/entry.js';
import { POSTS_SOURCE, SOCIAL_METADATA_SOURCE } from '../streams/posts.js';
import type { BenchmarkTask } from './benchmarks.js';
import type { PostsTask, Task, TimeBoundTask } from './plan.js';
import { STATISTICS_BATCH } from './posts/statistics.js';
import { countPages, hasDue } from './state/details.js';
import { readPostsBookmark } from './state/posts.js';
import type { PlannedStream } from './stream.js';
import { countYears } from './window.js';

/** A range of calls; `most` is null where there is no known maximum. */
export interface CallRange {
  readonly least: number;
  readonly most: number | null;
}

/** Calls of one endpoint, and the streams they are for. */
export interface EndpointCalls extends CallRange {
  readonly endpoint: string;
  /** Empty: calls for names in the rows of other streams. */
  readonly streams: readonly string[];
}

export const NONE: CallRange = { least: 0, most: 0 };
const ONE: CallRange = { least: 1, most: 1 };

/** One call for the window; for the time before it, at least one and at most one per year. */
function countBuckets({ window, earlier }: TimeBoundTask): CallRange {
  const own = window ? 1 : 0;
  return { least: own + (earlier ? 1 : 0), most: own + countYears(earlier) };
}

/** What is known about a run before its calls. */
export interface Known {
  readonly state: State;
  /** Benchmark pages, in the order they are read. */
  readonly benchmarks: readonly string[];
  /** How many months back posts are followed for what is under them. */
  readonly windowMonths: number;
}

/** The calls of one task, by endpoint. */
export function callsOf(task: Task, known: Known): EndpointCalls[] {
  if (task.kind === 'posts') return countPosts(task, known);
  if (task.kind === 'benchmark') return countBenchmark(task, known.benchmarks);
  return [{ ...rowOf(task), ...(task.kind === 'time bound' ? countBuckets(task) : ONE) }];
}

/** One call for the followers; the first page of each fifty also looks up the names of all fifty. */
function countBenchmark(
  { source, streams, organizations: [organization] }: BenchmarkTask,
  pages: readonly string[],
): EndpointCalls[] {
  const { resource, size } = source.names;
  const names = { endpoint: resource, streams: streams.map(({ name }) => name), ...ONE };
  const own = { ...rowOf({ source, streams }), ...ONE };
  return pages.indexOf(organization) % size === 0 ? [names, own] : [own];
}

export function sumCalls(ranges: readonly CallRange[]): CallRange {
  return {
    least: ranges.reduce((sum, { least }) => sum + least, 0),
    most: ranges.reduce<number | null>((sum, { most }) => (sum === null || most === null ? null : sum + most), 0),
  };
}

/**
 * The walk over the posts of one organization and all that goes with it, given how many posts the last full walk met.
 */
function countPosts({ streams, organizations: [organization] }: PostsTask, known: Known): EndpointCalls[] {
  const ahead = streams.filter(({ source }) => source.ahead);
  const others = streams.filter(({ source }) => !source.ahead);
  const rows = ahead.map((stream) => ({ ...rowFor(stream), least: 1, most: null }));
  if (others.length === 0) return rows;
  // Posts that notifications point to are read again, even those older than the walk brings.
  const mayPoint = ahead.length > 0 || others.some(({ name }) => hasDue(known.state, name, organization));
  return [...rows, ...countWalk({ streams: others, organization, mayPoint }, known)];
}

function countWalk(
  { streams, organization, mayPoint }: { streams: readonly PlannedStream[]; organization: string; mayPoint: boolean },
  known: Known,
): EndpointCalls[] {
  const { state } = known;
  const met = readPostsBookmark(state, organization)?.met ?? null;
  const most = (size: number, kinds = 1): number | null => (met === null ? null : Math.ceil(met / size) + kinds - 1);
  const of = (...kinds: Source['kind'][]): PlannedStream[] =>
    streams.filter(({ source }) => kinds.includes(source.kind));
  const own = of('posts');
  const pages = most(PAGE_SIZES.posts);
  const walk = { least: 1, most: pages && Math.max(1, pages) };
  const rows = [{ ...rowOf({ source: POSTS_SOURCE, streams: own.length > 0 ? own : streams }), ...walk }];
  // Details are read where the counts say so, so they need the counts as well.
  const counted = of('social metadata', 'post details');
  for (const stream of streams) {
    const { source } = stream;
    if (source.per !== 'post') continue;
    if (stream === counted[0]) {
      const shown = { source: SOCIAL_METADATA_SOURCE, streams: counted };
      rows.push({ ...rowOf(shown), least: 0, most: mayPoint ? null : most(SOCIAL_METADATA_SOURCE.endpoint.size) });
    }
    switch (source.kind) {
      case 'post statistics':
        rows.push({ ...rowFor(stream), least: 0, most: most(STATISTICS_BATCH, 2) });
        break;
      case 'social metadata':
        break;
      case 'post details':
        rows.push({ ...rowFor(stream), least: 0, most: mayPoint ? null : mostDetails(stream, known, organization) });
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

/**
 * All pages of details of the posts that had any when they were last read; null for comments, since nobody knows which
 * have replies.
 */
function mostDetails(
  { name, source }: PlannedStream,
  { state, windowMonths }: Known,
  organization: string,
): number | null {
  if (source.kind === 'post details' && source.below) return null;
  return countPages(state, { stream: name, organization, size: PAGE_SIZES.details, windowMonths });
}

const rowFor = (stream: PlannedStream): Pick<EndpointCalls, 'endpoint' | 'streams'> =>
  rowOf({ source: stream.source, streams: [stream] });

/** The endpoint, and the streams it is called for. */
export function rowOf({
  source,
  streams,
}: {
  source: Source;
  streams: readonly PlannedStream[];
}): Pick<EndpointCalls, 'endpoint' | 'streams'> {
  return { endpoint: source.endpoint.resource, streams: streams.map(({ name }) => name) };
}

/** Calls by resource, whatever they are for. */
export function sumByResource(calls: readonly EndpointCalls[]): ReadonlyMap<string, CallRange> {
  const sums = new Map<string, CallRange>();
  for (const row of calls) sums.set(row.endpoint, sumCalls([row, sums.get(row.endpoint) ?? NONE]));
  return sums;
}
