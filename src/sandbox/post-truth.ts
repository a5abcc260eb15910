import { listPosts, isListed, type Place, type PostOrder, type ViewContext } from './data/posts/feed.js';
import { findPost, openFeed } from './data/posts/find.js';
import { composePost, type Post } from './data/posts/post.js';
import { computePostStatistics } from './data/posts/statistics.js';
import { isVideo, sumVideo, type VideoStatistic } from './data/posts/videos.js';
import { parseDay } from './data/days.js';
import type { ShareStatistics } from './data/statistics.js';
import { composeComment, composeLike, composeReaction, type Body } from './data/social/bodies.js';
import { listComments, listReplies } from './data/social/comments.js';
import { findTarget } from './data/social/find.js';
import { composeNotification } from './data/social/notification-bodies.js';
import { listHappenings } from './data/social/notifications.js';
import { listReactions, type Target } from './data/social/reactions.js';
import { composeMetadata } from './data/social/summaries.js';
import type { World } from './world.js';

/** What the sandbox knows about posts. A post is named by its own URN or its activity's. */
export interface PostTruth {
  /** A page's current posts, by default most recently modified first; drafts only in context AUTHOR. */
  posts(id: number, options?: { readonly context?: ViewContext; readonly order?: PostOrder }): readonly Post[];
  /** One post, possibly a draft; null if it does not exist or no longer does. */
  post(urn: string): Post | null;
  /** `totalShareStatistics` of a post; null if it has no activity. */
  postStatistics(urn: string): ShareStatistics | null;
  /** A video's plays, viewers or milliseconds watched on a day; 0 if nothing is served. */
  videoDay(of: VideoDay): number;
  socialMetadata(urn: string): Body;
  /** Each comment, followed by its replies. */
  comments(urn: string): readonly Body[];
  likes(urn: string): readonly Body[];
  /** Reactions to a post or comment: made-up ones from the oldest on, then added ones. */
  reactions(urn: string): readonly Body[];
  /** What others did on a page in the last sixty days, newest first. */
  notifications(id: number): readonly Body[];
}

/** One day (`YYYY-MM-DD`) of one statistic of a video. */
export interface VideoDay {
  readonly post: string;
  readonly type: VideoStatistic;
  readonly day: string;
}

export function createPostTruth(world: World): PostTruth {
  const find = (urn: string): Place | undefined => {
    const place = findPost(world, urn);
    return place && isListed(place, 'AUTHOR') ? place : undefined;
  };
  const target = (urn: string): Target => {
    const found = findTarget(world, urn);
    if (!found) throw new RangeError(`The sandbox has no published post or comment ${urn}.`);
    return found;
  };
  const urns = (): World['options']['socialUrns'] => world.options.socialUrns;

  return {
    posts(id, { context = 'READER', order = 'LAST_MODIFIED' } = {}) {
      const page = world.page(id);
      if (!page) throw new RangeError(`The sandbox has no organization ${id}.`);
      const feed = openFeed(world, page);
      return Array.from(listPosts(feed, { order, context }), (index) => composePost({ feed, index }));
    },
    post(urn) {
      const place = find(urn);
      return place ? composePost(place) : null;
    },
    postStatistics(urn) {
      const place = find(urn);
      return (place && computePostStatistics(place)) ?? null;
    },
    videoDay({ post, type, day }) {
      const place = find(post);
      const span = { start: parseDay(day), end: parseDay(day) + 1 };
      const moment = { now: world.now(), restate: world.options.restate };
      return place && isVideo(place) ? sumVideo(place, type, { span, moment }) : 0;
    },
    socialMetadata: (urn) => composeMetadata(target(urn)),
    comments: (urn) =>
      listComments(target(urn).place)
        .flatMap((comment) => [comment, ...listReplies(comment)])
        .map((comment) => composeComment(comment, urns())),
    likes: (urn) => listReactions(target(urn)).map((reaction) => composeLike(target(urn), reaction, urns())),
    reactions: (urn) => listReactions(target(urn)).map((reaction) => composeReaction(target(urn), reaction)),
    notifications(id) {
      const page = world.page(id);
      if (!page) throw new RangeError(`The sandbox has no organization ${id}.`);
      return listHappenings(world, page).map((happening) => composeNotification(happening, id));
    },
  };
}
