import type { State } from '../../singer/state.js';
import { formatDay } from '../../singer/values.js';
import { parseInstant } from './buckets.js';
import { endOfDay } from './future.js';
import { DAY_MS } from '../../clock.js';

/** What is remembered of the posts of one organization. */
export interface PostsBookmark {
  /** Newest change that came, epoch milliseconds. */
  readonly modifiedAt: number;
  /** UTC day of the last walk to the end, epoch milliseconds; null: not known. */
  readonly fullWalkAt: number | null;
  /** Posts met by that walk. */
  readonly met: number | null;
}

export function readPostsBookmark(state: State, organization: string): PostsBookmark | null {
  const bookmark = state.bookmark('posts', organization);
  const modifiedAt = parseInstant(String(bookmark?.['lastModifiedAt']));
  if (Number.isNaN(modifiedAt)) return null;
  const fullWalkAt = Date.parse(String(bookmark?.['full_walk_at']));
  const met = bookmark?.['posts'];
  return {
    modifiedAt,
    fullWalkAt: Number.isNaN(fullWalkAt) ? null : fullWalkAt,
    met: typeof met === 'number' ? met : null,
  };
}

export function writePostsBookmark(state: State, organization: string, bookmark: PostsBookmark): void {
  const { modifiedAt, fullWalkAt, met } = bookmark;
  state.setBookmark({
    stream: 'posts',
    organization,
    bookmark: {
      lastModifiedAt: new Date(modifiedAt).toISOString(),
      ...(fullWalkAt !== null && { full_walk_at: formatDay(fullWalkAt) }),
      ...(met !== null && { posts: met }),
    },
  });
}

/** Whether `days` have gone by since the last time, or that lies in the future, which cannot be. */
export function isDue(lastAt: number, { days, now }: { days: number; now: number }): boolean {
  if (lastAt >= endOfDay(now)) return true;
  return Math.floor(now / DAY_MS) - Math.floor(lastAt / DAY_MS) >= days;
}
