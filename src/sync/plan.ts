import type { TimeWindow } from '../linkedin/requests.js';
import type {
  BatchSource,
  OrganizationSource,
  PostsSource,
  Source,
  Stream,
  TimeBoundSource,
} from '../streams/entry.js';
import { POSTS_SOURCE } from '../streams/posts.js';
import { planWindow, type WindowQuestion } from './window.js';

/** A stream of this run. */
export type PlannedStream = Stream & {
  /** Read as if there were no bookmark: `replication-method: FULL_TABLE`. */
  readonly ignoreBookmark: boolean;
};

/** Up to a batch of organizations in one call. */
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

/** One call for the buckets of one organization in a window of time. */
export interface TimeBoundTask {
  readonly kind: 'time bound';
  readonly source: TimeBoundSource;
  readonly streams: readonly PlannedStream[];
  readonly organizations: readonly [string];
  readonly window: TimeWindow;
}

/** The walk over the posts of one organization, and whatever follows them. */
export interface PostsTask {
  readonly kind: 'posts';
  readonly source: PostsSource;
  readonly streams: readonly PlannedStream[];
  readonly organizations: readonly [string];
}

export type Task = BatchTask | OrganizationTask | TimeBoundTask | PostsTask;

const POST_KINDS: readonly Source['kind'][] = ['posts', 'post statistics', 'social metadata', 'post details', 'videos'];

/** Days that were wanted and that LinkedIn no longer serves. */
export interface Loss {
  readonly stream: string;
  readonly organization: string;
  readonly days: number;
  /** Whether a bookmark wanted them; else `start_date` did. */
  readonly resumed: boolean;
}

export interface PlanOptions {
  readonly streams: readonly PlannedStream[];
  readonly organizations: readonly string[];
  /** Latest `timeRange.end` that came so far, epoch milliseconds; null: none. */
  readonly bookmarkOf: (stream: string, organization: string) => number | null;
  readonly span: Omit<WindowQuestion, 'bookmark'>;
  readonly onLoss: (loss: Loss) => void;
}

/**
 * Every call of the organization and statistics streams, in the order they are made. Lazy: thousands of organizations
 * are never held as a list of tasks. A window with nothing left to read makes no task.
 */
export function* planTasks(options: PlanOptions): Generator<Task> {
  const { streams, organizations } = options;
  const sources = [...groupBySource(streams)];
  const ofPosts = streams.filter(({ source }) => POST_KINDS.includes(source.kind));
  for (const [source, fed] of sources) {
    if (source.kind !== 'batch') continue;
    const { size } = source.endpoint;
    for (let start = 0; start < organizations.length; start += size) {
      const batch = organizations.slice(start, start + size);
      yield { kind: source.kind, source, streams: fed, organizations: batch };
    }
  }
  for (const organization of organizations) {
    for (const [source, fed] of sources) {
      if (source.kind === 'organization')
        yield { kind: source.kind, source, streams: fed, organizations: [organization] };
      if (source.kind === 'time bound') yield* planBuckets(source, { ...options, streams: fed, organization });
    }
    if (ofPosts.length > 0) {
      yield { kind: 'posts', source: POSTS_SOURCE, streams: ofPosts, organizations: [organization] };
    }
  }
}

function* planBuckets(
  source: TimeBoundSource,
  options: PlanOptions & { organization: string },
): Generator<TimeBoundTask> {
  const { streams, organization, bookmarkOf, span, onLoss } = options;
  for (const stream of streams) {
    const bookmark = stream.ignoreBookmark ? null : bookmarkOf(stream.name, organization);
    const { window, lostDays } = planWindow({ ...span, bookmark });
    if (!window) continue;
    if (lostDays > 0) onLoss({ stream: stream.name, organization, days: lostDays, resumed: bookmark !== null });
    yield { kind: source.kind, source, streams: [stream], organizations: [organization], window };
  }
}

/** In the order of the table. Streams that share a source share its calls. */
function groupBySource(streams: readonly PlannedStream[]): Map<Source, PlannedStream[]> {
  const groups = new Map<Source, PlannedStream[]>();
  for (const stream of streams) {
    const group = groups.get(stream.source);
    if (group) group.push(stream);
    else groups.set(stream.source, [stream]);
  }
  return groups;
}
