import type { Config } from '../../config/config.js';
import type { Logger } from '../../log/logger.js';
import type { BatchLimit } from '../../linkedin/divide.js';
import { AnswerError } from '../../linkedin/errors.js';
import { Overlap } from '../../linkedin/overlap.js';
import { POSTS_SOURCE } from '../../streams/posts.js';
import type { PostsTask } from '../plan.js';
import type { PlannedStream } from '../stream.js';
import { nextMidnight } from '../../clock.js';
import { isDue, readPostsBookmark, writePostsBookmark, type PostsBookmark } from '../state/posts.js';
import { isFresh, LATE_MS, Recent } from '../state/recent.js';
import type { Follower } from './follower.js';
import { createFollowers, type FollowersOptions } from './followers.js';
import { STATISTICS_BATCH } from './statistics.js';
import { walkPosts, type Post, type PostsPage } from './walk.js';

/** How far a walk over the posts of an organization goes, and which posts become rows. */
interface WalkPlan {
  /** Whether a post becomes a row. */
  readonly isWanted: (post: Post) => boolean;
  /** The walk ends with the first page that ends before this. Epoch milliseconds. */
  readonly needFrom: number;
  /** Whether it goes to the end, or to `start_date`, whatever the bookmark says. */
  readonly isFull: boolean;
}

export interface PostsRunnerOptions extends Omit<FollowersOptions, 'limit'> {
  readonly logger: Logger;
  readonly config: FollowersOptions['config'] & Pick<Config, 'startDate' | 'postsFullRefreshDays'>;
}

/** Walks the posts of organizations: writes the changed ones and passes the recent ones to their followers. */
export class PostsRunner {
  readonly #options: PostsRunnerOptions;
  readonly #limit: BatchLimit = { size: STATISTICS_BATCH };
  readonly #overlap: Overlap;

  constructor(options: PostsRunnerOptions) {
    this.#options = options;
    const said =
      'posts: LinkedIn does not accept a start between two pages; pages are read without overlap for the rest of the run.';
    this.#overlap = new Overlap({ onRefused: () => options.logger.info(said, { stream: 'posts' }) });
  }

  /** @throws the fault of the walk; a follower's fault ends only that follower */
  async run({ streams, organizations: [organization] }: PostsTask): Promise<void> {
    const { client, state, emitter, report, now } = this.#options;
    const own = streams.filter(({ source }) => source === POSTS_SOURCE);
    const before = own[0] && !own[0].ignoreBookmark ? readPostsBookmark(state, organization) : null;
    const followers = createFollowers({ ...this.#options, limit: this.#limit }, { streams, organization });
    const plan = this.#planWalk({ before, hasOwn: own.length > 0, followers });
    const stream = streams[0]!.name;
    let newest: number | null = null;
    let met = 0;
    const recent = new Recent(before?.modifiedAt ?? null);
    const walk = { organization, stream, needFrom: plan.needFrom, overlap: this.#overlap };
    for await (const page of walkPosts(client, walk)) {
      newest ??= newestOf(page, nextMidnight(now));
      recent.add(page.posts, newest);
      met += page.posts.length;
      for (const item of page.strangers) this.#refuseStranger(item, { streams, organization });
      if (page.unnamed > 0) for (const { name } of streams) report.addUnkeyed(name, ['id']);
      const elements = page.posts.filter(plan.isWanted).map(({ element }) => element);
      await emitter.write(own, { organization, elements, receivedAt: page.receivedAt });
      const changedFrom = (first: number): Post[] =>
        page.posts.filter(({ modifiedAt }) => (modifiedAt ?? now) >= first);
      await Promise.all(followers.map((follower) => follower.take(changedFrom(follower.since))));
      await emitter.flush();
    }
    await Promise.all(followers.map((follower) => follower.finish()));
    if (own.length > 0) this.#remember({ organization, before, newest, recent, met: plan.isFull ? met : null });
  }

  #refuseStranger(
    item: string,
    { streams, organization }: { streams: readonly PlannedStream[]; organization: string },
  ): void {
    const asked = { method: 'FINDER', resource: 'posts', organization };
    const error = new AnswerError({ asked, came: `a post of another author, ${item}` });
    this.#options.report.addItem({ streams, organization, noun: 'posts', item, fate: 'failed', error });
  }

  /**
   * On a quiet day one page is enough: the walk ends two days before the bookmark. Followers need the posts of the past
   * months every time; for statistics, of as many months as LinkedIn has.
   */
  #planWalk(of: { before: PostsBookmark | null; hasOwn: boolean; followers: readonly Follower<Post>[] }): WalkPlan {
    const { config, now } = this.#options;
    const { before, hasOwn, followers } = of;
    const isFull = hasOwn && (before === null || isFullWalkDue(before, { days: config.postsFullRefreshDays, now }));
    const { needFrom, isWanted } =
      before === null || isFull ? since(config.startDate) : changedSince(before, nextMidnight(now));
    const followedFrom = followers.map(({ since: first }) => first);
    return { isWanted, needFrom: Math.min(hasOwn ? needFrom : Infinity, ...followedFrom), isFull };
  }

  /** Called once the whole walk is written. What changes during it is newer than its first page and comes next time. */
  #remember(walk: {
    organization: string;
    before: PostsBookmark | null;
    newest: number | null;
    recent: Recent;
    met: number | null;
  }): void {
    const { state, logger, now } = this.#options;
    const { organization, before, newest, recent, met } = walk;
    const known = readPostsBookmark(state, organization);
    const modifiedAt = Math.max(newest ?? -Infinity, known?.modifiedAt ?? -Infinity);
    if (met !== null) {
      const metBefore = before?.met ?? null;
      const earlier = metBefore === null ? '' : `, ${metBefore} on the previous full walk`;
      logger.debug(`posts: walked to the end of ${organization}: ${met} posts${earlier}.`, { stream: 'posts' });
    }
    if (modifiedAt === -Infinity) return;
    writePostsBookmark(state, organization, {
      modifiedAt,
      fullWalkAt: met === null ? (known?.fullWalkAt ?? now) : now,
      met: met ?? known?.met ?? null,
      recent: recent.of(modifiedAt),
    });
  }
}

type Wanted = Pick<WalkPlan, 'needFrom' | 'isWanted'>;

function since(startDate: number | null): Wanted {
  const needFrom = startDate ?? -Infinity;
  return { needFrom, isWanted: ({ modifiedAt }) => (modifiedAt ?? Infinity) >= needFrom };
}

/**
 * Posts and edits may show up to two days late, so those days are compared with what the last run saw. Anything newer
 * than the bookmark is new, even if it is remembered, except for dates in the future.
 */
function changedSince({ modifiedAt: bookmark, recent }: PostsBookmark, before: number): Wanted {
  if (recent === null) {
    return { needFrom: bookmark + 1, isWanted: ({ modifiedAt }) => (modifiedAt ?? Infinity) > bookmark };
  }
  const needFrom = bookmark - LATE_MS;
  return {
    needFrom,
    isWanted: (post) => isFresh(post, { bookmark, recent, before }),
  };
}

/** A bookmark without a full walk, such as one that another tap left, counts as one of today. */
function isFullWalkDue({ fullWalkAt }: PostsBookmark, interval: { days: number; now: number }): boolean {
  return fullWalkAt !== null && isDue(fullWalkAt, interval);
}

/** A date in the future is LinkedIn's mistake: as a bookmark it would hide everything before it. */
function newestOf({ posts }: PostsPage, before: number): number | null {
  const times = posts.flatMap(({ modifiedAt }) => (modifiedAt !== null && modifiedAt < before ? [modifiedAt] : []));
  return times.length > 0 ? Math.max(...times) : null;
}
