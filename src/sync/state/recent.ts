import { DAY_MS } from '../../clock.js';
import { isObject } from '../../json-object.js';

/** Posts, edits of them and notifications may show so much later than LinkedIn dates them. */
export const LATE_MS = 2 * DAY_MS;

/** More of them are not remembered. */
const MOST_RECENT = 500;

/** Gathers what a walk says of the posts or notifications that the next one will compare with. */
export class Recent {
  readonly #found = new Map<string, { readonly order: number; readonly stamp: number | null }>();
  readonly #before: number;

  /** `bookmark`: of the last run, epoch milliseconds; null: there is none. */
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

  /** Those within two days before the bookmark and after it, newest first. */
  of(bookmark: number): ReadonlyMap<string, number | null> {
    const near = [...this.#found].filter(([, { order }]) => order >= bookmark - LATE_MS);
    const newest = near.toSorted(([, one], [, other]) => compare(other.order, one.order)).slice(0, MOST_RECENT);
    return new Map(newest.map(([urn, { stamp }]) => [urn, stamp]));
  }
}

export interface RecentItem {
  /** What tells it from others. */
  readonly urn: string;
  /** Epoch milliseconds; null where LinkedIn says nothing that can be. */
  readonly modifiedAt: number | null;
  /** What it says. */
  readonly stamp: number | null;
}

/** Both may be infinite. */
const compare = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

/** What a bookmark remembers so; null: nothing. */
export function readRecent(
  bookmark: Readonly<Record<string, unknown>> | undefined,
): ReadonlyMap<string, number | null> | null {
  const recent = bookmark?.['recent'];
  return isObject(recent) ? new Map(Object.entries(recent) as [string, number | null][]) : null;
}

/**
 * Whether an item is to be written, given what the last run remembers: what is newer than the bookmark is new, whatever is
 * remembered of it, but for dates of the future (from `before` on).
 */
export function isFresh(
  { urn, modifiedAt, stamp }: RecentItem,
  { bookmark, recent, before }: { bookmark: number; recent: ReadonlyMap<string, number | null>; before: number },
): boolean {
  const order = modifiedAt ?? Infinity;
  return order >= bookmark - LATE_MS && (recent.get(urn) !== stamp || (order > bookmark && order < before));
}
