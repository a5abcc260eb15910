import { isObject } from '../../json-object.js';
import type { State } from '../../singer/state.js';
import { formatDay } from '../../singer/values.js';
import { parseInstant } from './buckets.js';
import { DAY_MS, nextMidnight } from '../../clock.js';

/** What is remembered of the posts of one organization. */
export interface PostsBookmark {
  /** Newest change that came, epoch milliseconds. */
  readonly modifiedAt: number;
  /** UTC day of the last walk to the end, epoch milliseconds; null: not known. */
  readonly fullWalkAt: number | null;
  /** Posts met by that walk. */
  readonly met: number | null;
  /** What the posts around the bookmark had for `lastModifiedAt`, by URN; null: not known. */
  readonly recent: ReadonlyMap<string, number | null> | null;
}

/** Posts, and edits of them, may show so much later than LinkedIn dates them. */
export const LATE_MS = 2 * DAY_MS;

/** More of them are not remembered. */
const MOST_RECENT = 500;

/** Gathers what a walk says of the posts that the next one will compare with. */
export class RecentPosts {
  readonly #found = new Map<string, { readonly order: number; readonly stamp: number | null }>();
  readonly #before: number;

  /** `bookmark`: of the last run, epoch milliseconds; null: there is none. */
  constructor(bookmark: number | null) {
    this.#before = bookmark ?? -Infinity;
  }

  add(posts: readonly RecentPost[], newest: number | null): void {
    const from = Math.max(newest ?? -Infinity, this.#before) - LATE_MS;
    for (const { urn, modifiedAt, stamp } of posts) {
      const order = modifiedAt ?? Infinity;
      if (order >= from) this.#found.set(urn, { order, stamp });
    }
  }

  /** Those within two days before the bookmark and after it, newest first. */
  of(bookmark: number): ReadonlyMap<string, number | null> {
    const near = [...this.#found].filter(([, { order }]) => order >= bookmark - LATE_MS);
    const newest = near.toSorted(([, one], [, other]) => compare(other.order, one.order)).slice(0, MOST_RECENT);
    return new Map(newest.map(([urn, { stamp }]) => [urn, stamp]));
  }
}

interface RecentPost {
  readonly urn: string;
  /** Epoch milliseconds; null where LinkedIn says nothing that can be. */
  readonly modifiedAt: number | null;
  /** What it says. */
  readonly stamp: number | null;
}

/** Both may be infinite. */
const compare = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

export function readPostsBookmark(state: State, organization: string): PostsBookmark | null {
  const bookmark = state.bookmark('posts', organization);
  const modifiedAt = parseInstant(String(bookmark?.['lastModifiedAt']));
  if (Number.isNaN(modifiedAt)) return null;
  const fullWalkAt = Date.parse(String(bookmark?.['full_walk_at']));
  const met = bookmark?.['posts'];
  const recent = bookmark?.['recent'];
  return {
    modifiedAt,
    fullWalkAt: Number.isNaN(fullWalkAt) ? null : fullWalkAt,
    met: typeof met === 'number' ? met : null,
    recent: isObject(recent) ? new Map(Object.entries(recent) as [string, number | null][]) : null,
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

/** Whether `days` have gone by since the last time, or that lies in the future, which cannot be. */
export function isDue(lastAt: number, { days, now }: { days: number; now: number }): boolean {
  if (lastAt >= nextMidnight(now)) return true;
  return Math.floor(now / DAY_MS) - Math.floor(lastAt / DAY_MS) >= days;
}
