import { isObject } from '../../json-object.js';
import type { State } from '../../singer/state.js';
import { formatDay } from '../../singer/values.js';

const COUNTS = 'counts';
const SWEPT_AT = 'full_sweep_at';

/** What is remembered of the comments, likes or reactions to the posts of one organization. */
export interface DetailsBookmark {
  /** How many each post had when they were read last, by its URN. */
  readonly counts: Record<string, number>;
  /** UTC day on which the last full sweep came to its end, epoch milliseconds; null: one is under way. */
  readonly sweptAt: number | null;
}

/** null: nothing is remembered yet. */
export function readDetailsBookmark(state: State, stream: string, organization: string): DetailsBookmark | null {
  const bookmark = state.bookmark(stream, organization);
  if (bookmark === undefined) return null;
  const sweptAt = Date.parse(String(bookmark[SWEPT_AT]));
  const counts = bookmark[COUNTS] as DetailsBookmark['counts'] | undefined;
  return { counts: { ...counts }, sweptAt: Number.isNaN(sweptAt) ? null : sweptAt };
}

/** Keeps `counts` itself: what it comes to hold later is in the next STATE. */
export function keepDetailsBookmark(
  state: State,
  { stream, organization, counts, sweptAt }: DetailsBookmark & { stream: string; organization: string },
): void {
  const bookmark = { ...(sweptAt !== null && { [SWEPT_AT]: formatDay(sweptAt) }), [COUNTS]: counts };
  state.setBookmark({ stream, organization, bookmark });
}

/** What an entry of the state lacks to be such a bookmark; null: nothing. */
export function faultOfDetails(entry: Readonly<Record<string, unknown>>): string | null {
  const counts = entry[COUNTS];
  return isObject(counts) && Object.values(counts).every(Number.isSafeInteger) ? null : `"${COUNTS}" of posts`;
}

/**
 * Pages of `size` that the remembered details fill, a post's own by themselves; null: nobody knows, because before the
 * first sweep is whole the counts are those of some posts only.
 */
export function countPages(bookmark: DetailsBookmark | null, size: number): number | null {
  if (bookmark === null || bookmark.sweptAt === null) return null;
  return Object.values(bookmark.counts).reduce((sum, count) => sum + Math.max(1, Math.ceil(count / size)), 0);
}
