import type { State } from '../../singer/state.js';
import { formatSecond } from '../../singer/values.js';

export const END = 'timeRange.end';
export const GRANULARITY = 'time_granularity';

/** The bookmarks of time-bound streams: the largest `timeRange.end` that came, for each stream and organization. */
export class BucketBookmarks {
  readonly #state: State;
  readonly #granularity: string;

  constructor(state: State, granularity: 'DAY' | 'MONTH') {
    this.#state = state;
    this.#granularity = granularity;
  }

  /** Epoch milliseconds; null where nothing came yet, or only in the other granularity. */
  get(stream: string, organization: string): number | null {
    const bookmark = this.#state.bookmark(stream, organization);
    const end = bookmark?.[END];
    if (typeof end !== 'string' || (bookmark?.[GRANULARITY] ?? 'DAY') !== this.#granularity) return null;
    return parseInstant(end);
  }

  /** Moves a bookmark forward, never back; one of the other granularity is replaced. */
  advance({ stream, organization, end }: { stream: string; organization: string; end: number }): void {
    if (end <= (this.get(stream, organization) ?? -Infinity)) return;
    this.#state.setBookmark({
      stream,
      organization,
      bookmark: { [END]: formatSecond(end), [GRANULARITY]: this.#granularity },
    });
  }
}

/** A date-time without a zone is UTC. NaN for anything else. */
export function parseInstant(text: string): number {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  return Date.parse(zoned);
}
