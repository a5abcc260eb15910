import type { Config } from '../../config/config.js';
import { neverComes, sourcesBehind, type Source } from '../../streams/entry.js';
import { SOCIAL_METADATA_SOURCE } from '../../streams/posts.js';
import { BucketBookmarks } from '../state/buckets.js';
import type { FaultHandler } from '../faults.js';
import type { Report } from '../outcome/report.js';
import type { PlannedStream } from '../stream.js';
import { planWindow, type WindowQuestion } from '../window.js';
import type { PostsContext } from './context.js';
import { PostDetails, type PostCounts } from './details.js';
import { Follower, type Reader } from './follower.js';
import { SocialMetadata } from './metadata.js';
import { PostStatistics } from './statistics.js';
import { VideoStatistics } from './videos.js';
import type { Post } from './walk.js';

export interface FollowersOptions extends Pick<PostsContext, 'client' | 'batch' | 'emitter' | 'state' | 'now'> {
  readonly config: Pick<Config, 'maxConcurrency' | 'socialFullRefreshDays'>;
  readonly faults: FaultHandler;
  readonly report: Report;
  /** The span of days that time-bound streams read. */
  readonly span: Omit<WindowQuestion, 'bookmark'>;
}

/** Who follows the posts of an organization in this run: what the selected streams need, unless it is refused already. */
export function createFollowers(
  options: FollowersOptions,
  { streams, organization }: { streams: readonly PlannedStream[]; organization: string },
): Follower<Post>[] {
  const open = streams.filter((stream) =>
    sourcesOf(stream).every(
      (source) => !options.faults.refuses({ source, streams: [stream], organizations: [organization] }),
    ),
  );
  const contextOf = (fed: readonly PlannedStream[]): PostsContext => ({
    client: options.client,
    batch: options.batch,
    emitter: options.emitter,
    state: options.state,
    now: options.now,
    organization,
    streams: fed,
    workers: options.config.maxConcurrency,
    tally: {
      gone: (posts) => fed[0] && options.report.note(fed[0].name, 'posts gone', posts),
      unanswered: (posts) => fed[0] && options.report.note(fed[0].name, 'posts without numbers', posts),
    },
  });
  const follow = <Item>(source: Source, fed: readonly PlannedStream[], reader: Reader<Item>): Follower<Item> =>
    new Follower({ source, streams: fed, reader, faults: options.faults, organization });

  const details: Follower<PostCounts>[] = [];
  const metadata: PlannedStream[] = [];
  const followers: Follower<Post>[] = [];
  for (const stream of open) {
    const { source } = stream;
    const fed = [stream];
    if (source.per !== 'post') continue;
    switch (source.kind) {
      case 'post statistics':
        followers.push(follow(source, fed, new PostStatistics(contextOf(fed))));
        break;
      case 'videos': {
        const reader = createVideoReader(options, { stream, organization, own: contextOf(fed) });
        if (reader) followers.push(follow(source, fed, reader));
        break;
      }
      case 'social metadata':
        metadata.push(stream);
        break;
      case 'post details': {
        const sweepDays = options.config.socialFullRefreshDays;
        details.push(follow(source, fed, new PostDetails({ stream, source, context: contextOf(fed), sweepDays })));
        break;
      }
      default:
        neverComes(source);
    }
  }
  if (metadata.length + details.length === 0) return followers;
  const reader = new SocialMetadata(contextOf(metadata), details);
  const fed = [...metadata, ...details.flatMap((follower) => follower.streams)];
  return [...followers, follow(SOCIAL_METADATA_SOURCE, fed, reader)];
}

/** Details are asked for where the counts say so: without those, none are. Its own fault is told rather than theirs. */
const sourcesOf = ({ source }: PlannedStream): Source[] => [source, ...sourcesBehind(source).toReversed()];

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
    span: { since: bookmark ?? -Infinity, recent, whole: { ...recent, start } },
    onEnd(end) {
      report.sawEnd(stream.name, end);
      bookmarks.advance({ stream: stream.name, organization, end });
    },
  });
}
