import { StateError, type State } from '../../singer/state.js';
import { formatSecond, quoteValue } from '../../singer/values.js';
import type { Replication, Stream } from '../../streams/entry.js';
import { UNASSIGNED, unassignedBookmarks } from './foreign/unassigned.js';

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
    for (const [place, bookmark] of placesOf(name, state)) {
      const fault = faultOf(bookmark, replication);
      if (fault) faults.push(`${place} has no ${fault} (it is ${quoteValue(bookmark)})`);
    }
  }
  if (faults.length > 0) throw new StateError(`The state cannot be used: ${faults.join('; ')}.`);
}

function* placesOf(stream: string, state: State): Generator<[place: string, bookmark: unknown]> {
  for (const [organization, bookmark] of state.entries(stream)) yield [`bookmarks.${stream}.${organization}`, bookmark];
  for (const [name, bookmark] of unassignedBookmarks(state))
    if (name === stream) yield [`${UNASSIGNED}.${name}`, bookmark];
}

/** What a bookmark lacks; null: nothing. */
function faultOf(bookmark: unknown, replication: Replication): string | null {
  const entry = (typeof bookmark === 'object' && bookmark !== null ? bookmark : {}) as Record<string, unknown>;
  switch (replication.kind) {
    case 'incremental': {
      const value = entry[replication.key];
      return typeof value === 'string' && !Number.isNaN(parseInstant(value)) ? null : `date-time "${replication.key}"`;
    }
    case 'follows changes':
      return holdsCounts(entry['counts']) ? null : '"counts" of posts';
    case 'full':
    case 'lifetime':
      return null;
  }
}

/** A number for each post. */
function holdsCounts(counts: unknown): boolean {
  return typeof counts === 'object' && counts !== null && Object.values(counts).every(Number.isSafeInteger);
}

/** A date-time without a zone is UTC. NaN for anything else. */
export function parseInstant(text: string): number {
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) || !text.includes('T') ? text : `${text}Z`;
  return Date.parse(zoned);
}
