import { textOf } from '../../json-object.js';
import { remember } from '../../remember.js';
import type { State } from '../../singer/state.js';
import { formatSecond } from '../../singer/values.js';

export const END = 'timeRange.end';
export const GRANULARITY = 'time_granularity';
const INCOMPLETE = 'incomplete_posts';

/** The bookmarks of time-bound streams: the latest `timeRange.end` received, for each stream and organization. */
export class BucketBookmarks {
  readonly #state: State;
  readonly #granularity: string;
  /** Thousands of pages share a handful of instants. */
  readonly #formatSecond = remember(formatSecond);

  constructor(state: State, granularity: 'DAY' | 'MONTH') {
    this.#state = state;
    this.#granularity = granularity;
  }

  /** Epoch milliseconds; null where nothing came yet, or only in the other granularity. */
  get(stream: string, organization: string): number | null {
    const bookmark = this.#state.bookmark(stream, organization);
    const end = bookmark?.[END];
    if (typeof end !== 'string' || (bookmark?.[GRANULARITY] ?? 'DAY') !== this.#granularity) return null;
    return readInstant(end);
  }

  /** Moves a bookmark forward, never back; one of the other granularity is replaced. */
  advance({ stream, organization, end }: { stream: string; organization: string; end: number }): void {
    if (end <= (this.get(stream, organization) ?? -Infinity)) return;
    this.#state.setBookmark({
      stream,
      organization,
      bookmark: { [END]: this.#formatSecond(end), [GRANULARITY]: this.#granularity },
    });
  }

  /** Posts whose buckets did not all come although the bookmark has passed them. */
  incompletePosts(stream: string, organization: string): ReadonlySet<string> {
    const posts = this.#state.bookmark(stream, organization)?.[INCOMPLETE];
    return new Set(Array.isArray(posts) ? posts.map(String) : []);
  }

  /** Keeps these beside the bookmark, if there is one: without a bookmark, all buckets are asked for anyway. */
  keepIncompletePosts(stream: string, organization: string, posts: ReadonlySet<string>): void {
    const { [INCOMPLETE]: _before, ...bookmark } = this.#state.bookmark(stream, organization) ?? {};
    if (!(END in bookmark)) return;
    const kept = posts.size > 0 ? { [INCOMPLETE]: [...posts].sort() } : {};
    this.#state.setBookmark({ stream, organization, bookmark: { ...bookmark, ...kept } });
  }
}

/** Reads a date-time of a state, as epoch milliseconds; one without a zone is UTC. null: it is none. */
export function readInstant(value: unknown): number | null {
  const text = textOf(value);
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  const instant = Date.parse(zoned);
  return Number.isNaN(instant) ? null : instant;
}
