import type { State } from '../../singer/state.js';
import { formatDay } from '../../singer/values.js';
import { readInstant } from './buckets.js';
import { DAY_MS, nextMidnight } from '../../clock.js';
import { readRecent } from './recent.js';

/** What is remembered of the posts of one organization. */
export interface PostsBookmark {
  /** Newest change received, epoch milliseconds. */
  readonly modifiedAt: number;
  /** UTC day of the last full walk, epoch milliseconds; null: unknown. */
  readonly fullWalkAt: number | null;
  /** Number of posts met by that walk. */
  readonly met: number | null;
  /** `lastModifiedAt` of the posts around the bookmark, by URN; null: unknown. */
  readonly recent: ReadonlyMap<string, number | null> | null;
}

export function readPostsBookmark(state: State, organization: string): PostsBookmark | null {
  const bookmark = state.bookmark('posts', organization);
  const modifiedAt = readInstant(bookmark?.['lastModifiedAt']);
  if (modifiedAt === null) return null;
  const met = bookmark?.['posts'];
  return {
    modifiedAt,
    fullWalkAt: readInstant(bookmark?.['full_walk_at']),
    met: typeof met === 'number' ? met : null,
    recent: readRecent(bookmark),
  };
}

export function writePostsBookmark(state: State, organization: string, bookmark: PostsBookmark): void {
  const { modifiedAt, fullWalkAt, met, recent } = bookmark;
  state.setBookmark({
    stream: 'posts',
    organization,
    bookmark: {
      lastModifiedAt: new Date(modifiedAt).toISOString(),
      ...(fullWalkAt !== null && { full_walk_at: formatDay(fullWalkAt) }),
      ...(met !== null && { posts: met }),
      ...(recent !== null && { recent: Object.fromEntries(recent) }),
    },
  });
}

/** Whether `days` have passed since the last time, or that lies in the future, which is a mistake. */
export function isDue(lastAt: number, { days, now }: { days: number; now: number }): boolean {
  if (lastAt >= nextMidnight(now)) return true;
  return Math.floor(now / DAY_MS) - Math.floor(lastAt / DAY_MS) >= days;
}
