import { StateError, type State } from '../singer/state.js';
import { formatSecond } from '../singer/values.js';
import type { Stream } from '../streams/entry.js';

const END = 'timeRange.end';
const GRANULARITY = 'time_granularity';

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
  advance(at: { stream: string; organization: string; end: number }): void {
    const { stream, organization, end } = at;
    if (end <= (this.get(stream, organization) ?? -Infinity)) return;
    this.#state.setBookmark({
      stream,
      organization,
      bookmark: { [END]: formatSecond(end), [GRANULARITY]: this.#granularity },
    });
  }
}

/**
 * Looks through what a state says of the given streams.
 *
 * @throws StateError that names every bookmark that cannot be used
 */
export function checkBookmarks(state: State, streams: readonly Stream[]): void {
  const faults: string[] = [];
  for (const { name, replication } of streams) {
    if (replication.kind !== 'incremental') continue;
    for (const [organization, bookmark] of state.entries(name)) {
      const value = (bookmark as Record<string, unknown> | null)?.[replication.key];
      if (typeof value === 'string' && !Number.isNaN(parseInstant(value))) continue;
      faults.push(
        `bookmarks.${name}.${organization} has no date-time "${replication.key}" (it is ${JSON.stringify(bookmark)})`,
      );
    }
  }
  if (faults.length > 0) throw new StateError(`The state cannot be used: ${faults.join('; ')}.`);
}

/** A date-time without a zone is UTC. NaN for anything else. */
function parseInstant(text: string): number {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  return Date.parse(zoned);
}
