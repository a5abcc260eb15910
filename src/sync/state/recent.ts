import { DAY_MS } from '../../clock.js';
import { isObject } from '../../json-object.js';

/** How much later than their dates posts, edits and notifications may show up. */
export const LATE_MS = 2 * DAY_MS;

/** The most items that are remembered. */
const MOST_RECENT = 500;

/** Gathers the posts or notifications of a walk that the next walk will be compared with. */
export class Recent {
  readonly #found = new Map<string, { readonly order: number; readonly stamp: number | null }>();
  readonly #before: number;

  /** `bookmark` of the last run, epoch milliseconds; null: there is none. */
  constructor(bookmark: number | null) {
    this.#before = bookmark ?? -Infinity;
  }

  add(posts: readonly RecentItem[], newest: number | null): void {
    const from = Math.max(newest ?? -Infinity, this.#before) - LATE_MS;
    for (const { urn, modifiedAt, stamp } of posts) {
      const order = modifiedAt ?? Infinity;
      if (order >= from) this.#found.set(urn, { order, stamp });
    }
  }

  /** The items from two days before the bookmark onwards, newest first. */
  of(bookmark: number): ReadonlyMap<string, number | null> {
    const near = [...this.#found].filter(([, { order }]) => order >= bookmark - LATE_MS);
    const newest = near.toSorted(([, one], [, other]) => compare(other.order, one.order)).slice(0, MOST_RECENT);
    return new Map(newest.map(([urn, { stamp }]) => [urn, stamp]));
  }
}

export interface RecentItem {
  /** Identifies the item. */
  readonly urn: string;
  /** Epoch milliseconds; null where LinkedIn gives no plausible date. */
  readonly modifiedAt: number | null;
  /** The date LinkedIn gives, plausible or not. */
  readonly stamp: number | null;
}

/** Both may be infinite. */
const compare = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

/** The items that a bookmark remembers; null: it has none. */
export function readRecent(
  bookmark: Readonly<Record<string, unknown>> | undefined,
): ReadonlyMap<string, number | null> | null {
  const recent = bookmark?.['recent'];
  return isObject(recent) ? new Map(Object.entries(recent) as [string, number | null][]) : null;
}

/**
 * Whether an item is to be written, given what the last run remembered. Anything newer than the bookmark is, even if it
 * is remembered, except for dates in the future (from `before` on).
 */
export function isFresh(
  { urn, modifiedAt, stamp }: RecentItem,
  { bookmark, recent, before }: { bookmark: number; recent: ReadonlyMap<string, number | null>; before: number },
): boolean {
  const order = modifiedAt ?? Infinity;
  return order >= bookmark - LATE_MS && (recent.get(urn) !== stamp || (order > bookmark && order < before));
}
