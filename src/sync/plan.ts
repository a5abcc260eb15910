import type { Shard } from '../config/config.js';
import type { BenchmarkTask } from './benchmarks.js';
import type { TimeWindow } from '../linkedin/request-builders.js';
import {
  sourcesBehind,
  type BatchSource,
  type OrganizationSource,
  type PostsSource,
  type Source,
  type TimeBoundSource,
} from '../streams/entry.js';
import { ownedBy } from './shard.js';
import type { BucketBookmarks } from './state/buckets.js';
import type { Resume } from './state/resume.js';
import type { PlannedStream } from './stream.js';
import { planEarlier, planWindow, type WindowQuestion } from './window.js';

/** Up to one batch of organizations, in one call. */
export interface BatchTask {
  readonly kind: 'batch';
  readonly source: BatchSource;
  readonly streams: readonly PlannedStream[];
  readonly organizations: readonly string[];
}

/** One call about one organization, and the streams its answer feeds. */
export interface OrganizationTask {
  readonly kind: 'organization';
  readonly source: OrganizationSource;
  readonly streams: readonly PlannedStream[];
  readonly organizations: readonly [string];
}

/**
 * The buckets of one organization: those of a window, by one call, and those of the time before it, by as many as
 * needed.
 */
export interface TimeBoundTask {
  readonly kind: 'time bound';
  readonly source: TimeBoundSource;
  readonly streams: readonly PlannedStream[];
  readonly organizations: readonly [string];
  /** null: only the time before it is wanted. */
  readonly window: TimeWindow | null;
  /** Read year by year, the newest first, until nothing comes; null: not wanted. */
  readonly earlier: TimeWindow | null;
}

/** The walk over the posts of one organization, and all that is read ahead of it or follows the posts. */
export interface PostsTask {
  readonly kind: 'posts';
  readonly source: PostsSource;
  readonly streams: readonly PlannedStream[];
  readonly organizations: readonly [string];
}

export type Task = BatchTask | OrganizationTask | TimeBoundTask | PostsTask | BenchmarkTask;

/** Days that were wanted, but that LinkedIn no longer serves. */
export interface Loss {
  readonly stream: string;
  readonly organization: string;
  readonly days: number;
  /** Whether a bookmark wanted them; otherwise `start_date` did. */
  readonly resumed: boolean;
  /** The first day that came, where LinkedIn served more than 12 months. Epoch milliseconds. */
  readonly since?: number;
}

/** The member's own pages, and benchmark pages. */
export interface AllPages {
  readonly organizations: readonly string[];
  readonly benchmarks: readonly string[];
}

export interface PlanOptions extends AllPages {
  readonly streams: readonly PlannedStream[];
  /** The organizations this run reads. */
  readonly organizations: readonly string[];
  /** Those of the pages in `benchmark_organization_ids` that this run reads. */
  readonly benchmarks: readonly string[];
  /** Both lists, including the pages of other shards. */
  readonly all: AllPages;
  /** null: this run reads all of them. */
  readonly shard: Shard | null;
  /** What was read earlier today, and which organization comes first. */
  readonly resume: Resume;
  readonly bookmarks: Pick<BucketBookmarks, 'get'>;
  readonly span: Omit<WindowQuestion, 'bookmark'>;
  readonly onLoss: (loss: Loss) => void;
}

/** Streams read by the same calls, and the order in which they read the organizations. */
export interface Queue {
  readonly source: Source;
  readonly streams: readonly PlannedStream[];
  readonly order: readonly string[];
}

/**
 * Every task about organizations, in the order the tasks are run. Lazy: thousands of organizations are never held as a
 * list of tasks. A window with nothing left to read makes no task.
 *
 * Each queue has its own order, because LinkedIn limits the calls to each resource separately: one may have stopped at
 * the third organization while the others reached the end.
 */
export function* planTasks(options: PlanOptions): Generator<Task> {
  const { resume } = options;
  const queues = planQueues(options);
  for (const { source, streams, order } of queues) {
    if (source.kind !== 'batch') continue;
    const left = order.filter((organization) => !streams.every(({ name }) => resume.isDone(name, organization)));
    const { size } = source.endpoint;
    for (let start = 0; start < left.length; start += size) {
      yield { kind: source.kind, source, streams, organizations: left.slice(start, start + size) };
    }
  }
  const longest = Math.max(0, ...queues.map(({ order }) => order.length));
  for (let index = 0; index < longest; index += 1) {
    for (const { source, streams, order } of queues) {
      const organization = order[index];
      if (organization === undefined) continue;
      const open = streams.filter(({ name }) => !resume.isDone(name, organization));
      if (open.length > 0) yield* planOrganization(source, { ...options, streams: open, organization });
    }
  }
}

/**
 * The queues of these streams: one for each source, and one for posts and all that goes with them. The queue that was
 * the first to run out of calls in the last run comes first.
 */
export function planQueues({ streams, resume, ...pages }: QueueOptions): Queue[] {
  const queues = [...groupByQueue(streams)].sort(([, one], [, other]) => resume.place(one) - resume.place(other));
  return queues.map(([source, fed]) => {
    const found = { organizations: pagesOf(source, pages), everyone: pagesOf(source, pages.all) };
    return { source, streams: fed, order: resume.order(fed, found) };
  });
}

export type QueueOptions = Pick<PlanOptions, 'streams' | 'resume' | keyof RunPages>;

/** The pages of a run. */
export type RunPages = Pick<PlanOptions, 'organizations' | 'benchmarks' | 'all'>;

/** The pages that a run of this shard reads. */
export function takePages(shard: Shard | null, all: AllPages): RunPages {
  return { organizations: ownedBy(shard, all.organizations), benchmarks: ownedBy(shard, all.benchmarks), all };
}

/** The pages a source is asked about. */
export function pagesOf({ per }: Source, { organizations, benchmarks }: AllPages): readonly string[] {
  return per === 'benchmark' ? benchmarks : organizations;
}

function planOrganization(source: Source, options: PlanOptions & { organization: string }): Iterable<Task> {
  const { streams, organization } = options;
  const organizations = [organization] as const;
  switch (source.kind) {
    case 'organization':
      return [{ kind: source.kind, source, streams, organizations }];
    case 'time bound':
      return planBuckets(source, options);
    case 'benchmark':
      return [{ kind: source.kind, source, streams, organizations }];
    case 'posts':
      return [{ kind: source.kind, source, streams, organizations }];
    // Read with the walk over the posts, or ahead of it.
    case 'notifications':
    case 'post statistics':
    case 'social metadata':
    case 'post details':
    case 'videos':
    // Read in calls that are about no single organization.
    case 'roles':
    case 'batch':
    case 'standardized':
    case 'geos':
      return [];
  }
}

function* planBuckets(
  source: TimeBoundSource,
  options: PlanOptions & { organization: string },
): Generator<TimeBoundTask> {
  const { streams, organization, bookmarks, span, onLoss } = options;
  for (const stream of streams) {
    const bookmark = stream.ignoreBookmark ? null : bookmarks.get(stream.name, organization);
    const { window, lostDays } = planWindow({ ...span, bookmark });
    const earlier = source.servesEarlier ? planEarlier({ ...span, bookmark }) : null;
    if (!window && !earlier) continue;
    if (lostDays > 0 && !earlier)
      onLoss({ stream: stream.name, organization, days: lostDays, resumed: bookmark !== null });
    yield { kind: source.kind, source, streams: [stream], organizations: [organization], window, earlier };
  }
}

/**
 * Groups streams by queue, in catalog order. Streams with the same source share its calls, and one walk serves
 * everything about posts.
 */
function groupByQueue(streams: readonly PlannedStream[]): Map<Source, PlannedStream[]> {
  const groups = new Map<Source, PlannedStream[]>();
  for (const stream of streams) {
    const source = stream.source.ahead ?? sourcesBehind(stream.source)[0] ?? stream.source;
    const group = groups.get(source);
    if (group) group.push(stream);
    else groups.set(source, [stream]);
  }
  return groups;
}
