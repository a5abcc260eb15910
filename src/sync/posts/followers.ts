import type { Config } from '../../config/config.js';
import type { BatchLimit } from '../../linkedin/divide.js';
import { neverComes, sourcesBehind, type Source } from '../../streams/entry.js';
import { SOCIAL_METADATA_SOURCE } from '../../streams/posts.js';
import { BucketBookmarks } from '../state/buckets.js';
import { DetailsMemory } from '../state/details.js';
import type { FaultHandler } from '../faults.js';
import { ItemFaults } from '../items.js';
import type { Report } from '../outcome/report.js';
import type { PlannedStream } from '../stream.js';
import { monthsBefore, planWindow, type WindowQuestion } from '../window.js';
import type { PostsContext } from './context.js';
import { PostDetails, type PostCounts } from './details.js';
import { Follower, type Reader } from './follower.js';
import { SocialMetadata } from './metadata.js';
import { PostStatistics } from './statistics.js';
import { VideoStatistics } from './videos.js';
import type { Post } from './walk.js';

export interface FollowersOptions extends Pick<PostsContext, 'client' | 'batch' | 'emitter' | 'state' | 'now'> {
  readonly config: Pick<Config, 'maxConcurrency' | 'socialFullRefreshDays' | 'socialWindowMonths'>;
  readonly faults: FaultHandler;
  readonly report: Report;
  /** The span of days that time-bound streams read. */
  readonly span: Omit<WindowQuestion, 'bookmark'>;
  /** Posts per statistics call; kept for the run. */
  readonly limit: BatchLimit;
}

/** The followers that the selected streams need for one organization, unless their calls are refused already. */
export function createFollowers(
  options: FollowersOptions,
  { streams, organization }: { streams: readonly PlannedStream[]; organization: string },
): Follower<Post>[] {
  const open = streams.filter((stream) =>
    sourcesOf(stream).every(
      (source) => !options.faults.refuses({ source, streams: [stream], organizations: [organization] }),
    ),
  );
  const details: Follower<PostCounts>[] = [];
  const memories: DetailsMemory[] = [];
  const metadata: PlannedStream[] = [];
  const followers: Follower<Post>[] = [];
  for (const stream of open) {
    const { source } = stream;
    if (source.per !== 'post') continue;
    const context = createContext(options, { source, streams: [stream], organization });
    switch (source.kind) {
      case 'post statistics':
        followers.push(follow(options, context, createStatisticsReader(options, { source, context })));
        break;
      case 'videos': {
        const reader = createVideoReader(options, { stream, organization, own: context });
        if (reader) followers.push(follow(options, context, reader));
        break;
      }
      case 'social metadata':
        metadata.push(stream);
        break;
      case 'post details': {
        const memory = createDetailsMemory(options, { stream, organization });
        memories.push(memory);
        details.push(follow(options, context, new PostDetails({ stream, source, context, memory })));
        break;
      }
      default:
        neverComes(source);
    }
  }
  if (metadata.length + details.length === 0) return followers;
  const context = createContext(options, { source: SOCIAL_METADATA_SOURCE, streams: metadata, organization });
  const due = (): string[] => [...new Set(memories.flatMap((memory) => memory.due))];
  const fed = [...metadata, ...details.flatMap((follower) => follower.streams)];
  return [...followers, follow(options, { ...context, streams: fed }, new SocialMetadata(context, { details, due }))];
}

function createContext(
  { client, batch, emitter, state, now, config, report }: FollowersOptions,
  own: { source: Source; streams: readonly PlannedStream[]; organization: string },
): PostsContext {
  return {
    ...own,
    client,
    batch,
    emitter,
    state,
    now,
    workers: config.maxConcurrency,
    items: new ItemFaults({ ...own, noun: 'posts', client, report }),
    onUnanswered(posts) {
      for (const { name } of own.streams) report.note(name, 'posts without numbers', posts);
    },
  };
}

function follow<Item>(
  { faults, span, config, now }: FollowersOptions,
  context: PostsContext,
  reader: Reader<Item>,
): Follower<Item> {
  const { source, streams, organization, items } = context;
  // LinkedIn has no statistics of older posts, but still has their counts, comments, likes and reactions.
  const isSocial = source.kind === 'social metadata' || source.kind === 'post details';
  const since = isSocial ? monthsBefore(now, config.socialWindowMonths) : span.servedSince;
  return new Follower({ source, streams, organization, items, reader, faults, since });
}

function createStatisticsReader(
  { faults, limit }: FollowersOptions,
  { source, context }: { source: Source; context: PostsContext },
): PostStatistics {
  const call = { source, streams: context.streams, organizations: [context.organization] };
  return new PostStatistics({ context, limit, explains: (denial) => faults.explains(call, denial) });
}

/**
 * Details are read only where the counts say so, so they also need the sources behind theirs. A stream's own source
 * comes first, so that its own fault is the one reported.
 */
const sourcesOf = ({ source }: PlannedStream): Source[] => [source, ...sourcesBehind(source).toReversed()];

function createDetailsMemory(
  { state, now, config }: FollowersOptions,
  { stream, organization }: { stream: PlannedStream; organization: string },
): DetailsMemory {
  const { name, ignoreBookmark: isFresh } = stream;
  const sweepDays = config.socialFullRefreshDays;
  const windowMonths = config.socialWindowMonths;
  return new DetailsMemory({ state, stream: name, organization, now, sweepDays, windowMonths, isFresh });
}

/** null: no whole day is left to read. */
function createVideoReader(
  { state, span, report }: FollowersOptions,
  reader: { stream: PlannedStream; organization: string; own: PostsContext },
): VideoStatistics | null {
  const { stream, organization, own } = reader;
  const bookmarks = new BucketBookmarks(state, 'DAY');
  const bookmark = stream.ignoreBookmark ? null : bookmarks.get(stream.name, organization);
  const { window: recent } = planWindow({ ...span, granularity: 'DAY', bookmark });
  const { window: whole } = planWindow({ ...span, granularity: 'DAY', bookmark: null });
  if (!recent) return null;
  const start = Math.min(recent.start, whole?.start ?? recent.start);
  return new VideoStatistics(own, {
    span: {
      since: bookmark ?? -Infinity,
      incomplete: bookmarks.incompletePosts(stream.name, organization),
      recent,
      whole: { ...recent, start },
    },
    onEnd({ newestEnd, incomplete }) {
      if (newestEnd !== null) {
        report.sawEnd(stream.name, newestEnd);
        bookmarks.advance({ stream: stream.name, organization, end: newestEnd });
      }
      bookmarks.keepIncompletePosts(stream.name, organization, incomplete);
    },
  });
}
