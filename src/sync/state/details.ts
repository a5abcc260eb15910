import { isObject, textOf } from '../../json-object.js';
import type { State } from '../../singer/state.js';
import { formatDay } from '../../singer/values.js';
import { parseInstant } from './buckets.js';
import { isDue } from './posts.js';

const COUNTS = 'counts';
const SWEPT_AT = 'full_sweep_at';
const REPEATS = 'repeats';
const DUE = 'due';
const WINDOW = 'window_months';
/** Of a bookmark that tells of none. */
const USUAL_MONTHS = 12;

/** A post that did not bring what its count promised is asked again on so many runs, then with the next sweep. */
const MOST_REPEATS = 3;

/** By the URN of a post. */
type PostNumbers = Record<string, number>;

/** What is remembered of the comments, likes or reactions to the posts of one organization. */
interface DetailsBookmark {
  /** How many each post had when they were read last. */
  readonly counts: PostNumbers;
  /** How often a post that was refused, empty against its count, or without a count has been asked again. */
  readonly repeats: PostNumbers;
  /** Posts to ask whatever their counts say: a notification told of them, and they were not read since. */
  readonly due: readonly string[];
  /** How far back posts were followed when it was written last. */
  readonly months: number;
  /** UTC day on which the last full sweep came to its end, epoch milliseconds; null: one is under way. */
  readonly sweptAt: number | null;
}

/** null: nothing is remembered yet. */
function readDetailsBookmark(state: State, stream: string, organization: string): DetailsBookmark | null {
  const bookmark = state.bookmark(stream, organization);
  if (bookmark === undefined) return null;
  const sweptAt = parseInstant(bookmark[SWEPT_AT]);
  return {
    counts: { ...(bookmark[COUNTS] as PostNumbers | undefined) },
    repeats: { ...(bookmark[REPEATS] as PostNumbers | undefined) },
    due: (bookmark[DUE] as readonly string[] | undefined) ?? [],
    months: Number(textOf(bookmark[WINDOW] ?? USUAL_MONTHS)),
    sweptAt: Number.isNaN(sweptAt) ? null : sweptAt,
  };
}

/**
 * Has posts asked in this run or a later one, whatever their counts say and however old they are: they leave the remembered
 * counts. Where nothing is remembered of the stream, that is done `whenNew` only.
 */
export function makeDue(
  state: State,
  {
    stream,
    organization,
    posts,
    whenNew,
  }: { stream: string; organization: string; posts: ReadonlySet<string>; whenNew: boolean },
): void {
  const before = state.bookmark(stream, organization);
  if (posts.size === 0 || (before === undefined && !whenNew)) return;
  const known = readDetailsBookmark(state, stream, organization);
  const without = (numbers: PostNumbers = {}): PostNumbers =>
    Object.fromEntries(Object.entries(numbers).filter(([post]) => !posts.has(post)));
  const repeats = without(known?.repeats);
  const { [REPEATS]: _repeats, ...kept } = before ?? {};
  const bookmark = {
    ...kept,
    [COUNTS]: without(known?.counts),
    ...(Object.keys(repeats).length > 0 && { [REPEATS]: repeats }),
    [DUE]: [...new Set([...(known?.due ?? []), ...posts])].sort(),
  };
  state.setBookmark({ stream, organization, bookmark });
}

/** Whether posts are due of a stream that is followed so. */
export function hasDue(state: State, stream: string, organization: string): boolean {
  return Array.isArray(state.bookmark(stream, organization)?.[DUE]);
}

export interface DetailsMemoryOptions {
  readonly state: State;
  readonly stream: string;
  readonly organization: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Days between two full sweeps. */
  readonly sweepDays: number;
  /** How far back posts are followed. */
  readonly windowMonths: number;
  /** Read as if nothing were remembered. */
  readonly isFresh: boolean;
}

/** What came of asking a post: all there was, not what its count promised, or a failure that the next run makes good. */
export type DetailsOutcome = 'complete' | 'incomplete' | 'failed';

/**
 * Knows which posts have to be asked. The count of each is kept as soon as its rows are out, so that a run that is cut
 * short is not done again from the start. A swap that leaves the count as it was is seen by the full sweep only: that
 * forgets all counts, and goes on in the next run where this one is cut short.
 */
export class DetailsMemory {
  readonly #options: DetailsMemoryOptions;
  #counts: PostNumbers;
  #repeats: PostNumbers;
  readonly #met = new Set<string>();
  readonly #due: Set<string>;
  /** How far back the last whole run went. */
  #months: number;
  /** null: a sweep is under way. */
  readonly #sweptAt: number | null;

  constructor(options: DetailsMemoryOptions) {
    this.#options = options;
    const { state, stream, organization, now, sweepDays, isFresh } = options;
    const known = readDetailsBookmark(state, stream, organization);
    const bookmark = isFresh ? null : known;
    const sweptAt = bookmark?.sweptAt ?? null;
    const isSweepDue = sweptAt !== null && isDue(sweptAt, { days: sweepDays, now });
    this.#counts = isSweepDue ? {} : (bookmark?.counts ?? {});
    this.#repeats = isSweepDue ? {} : (bookmark?.repeats ?? {});
    this.#sweptAt = isSweepDue ? null : sweptAt;
    this.#due = new Set(known?.due);
    this.#months = bookmark?.months ?? USUAL_MONTHS;
    this.#keepAll(this.#sweptAt);
  }

  /** Whether a post has to be asked, given its count now; null: that is not known. */
  meet(post: string, count: number | null): boolean {
    if (count === 0) {
      this.#settle(post);
      return false;
    }
    this.#met.add(post);
    if (this.#due.has(post)) return true;
    const repeats = this.#repeats[post];
    if (repeats !== undefined && repeats < MOST_REPEATS) return true;
    return count === null ? repeats === undefined : count !== this.#counts[post];
  }

  /** Posts that have to be asked although no walk may bring them. */
  get due(): readonly string[] {
    return [...this.#due];
  }

  /** Keeps what came of asking a post. */
  keep(post: string, { count, outcome }: { count: number | null; outcome: DetailsOutcome }): void {
    if (outcome === 'failed') return;
    const repeats = this.#repeats[post];
    const isRepeat = repeats !== undefined && (count === null || count === this.#counts[post]);
    if (count === null) delete this.#counts[post];
    else this.#counts[post] = count;
    if (outcome === 'complete' && count !== null) delete this.#repeats[post];
    else this.#repeats[post] = isRepeat ? repeats + 1 : 0;
    if ((this.#repeats[post] ?? MOST_REPEATS) >= MOST_REPEATS) this.#settle(post);
    // The counts are live in the state; repeats stand there while there are any.
    if (repeats !== this.#repeats[post]) this.#keepAll(this.#sweptAt);
  }

  /** Nothing is due of the post any more. */
  #settle(post: string): void {
    if (this.#due.delete(post)) this.#keepAll(this.#sweptAt);
  }

  /** Every post was met: those that were not are gone or too old, and are forgotten. */
  finish(): void {
    this.#counts = this.#ofMet(this.#counts);
    this.#repeats = this.#ofMet(this.#repeats);
    this.#keepAll(this.#sweptAt ?? this.#options.now, this.#options.windowMonths);
  }

  /** Sorted, the rest prints alike whatever order the answers came in. */
  #ofMet(numbers: PostNumbers): PostNumbers {
    return Object.fromEntries(
      [...this.#met].sort().flatMap((post) => (post in numbers ? [[post, numbers[post]!]] : [])),
    );
  }

  #keepAll(sweptAt: number | null, months = this.#months): void {
    const { state, stream, organization } = this.#options;
    this.#months = months;
    const bookmark = {
      ...(sweptAt !== null && { [SWEPT_AT]: formatDay(sweptAt) }),
      [COUNTS]: this.#counts,
      ...(Object.keys(this.#repeats).length > 0 && { [REPEATS]: this.#repeats }),
      ...(this.#due.size > 0 && { [DUE]: [...this.#due].sort() }),
      ...(months !== USUAL_MONTHS && { [WINDOW]: months }),
    };
    state.setBookmark({ stream, organization, bookmark });
  }
}

/** What an entry of the state lacks to be such a bookmark; null: nothing. */
export function faultOfDetails(entry: Readonly<Record<string, unknown>>): string | null {
  if (!isPostNumbers(entry[COUNTS])) return `"${COUNTS}" of posts`;
  if (entry[REPEATS] !== undefined && !isPostNumbers(entry[REPEATS])) return `usable "${REPEATS}" of posts`;
  return entry[DUE] === undefined || isTexts(entry[DUE]) ? null : `usable "${DUE}" posts`;
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string');

const isPostNumbers = (value: unknown): boolean => isObject(value) && Object.values(value).every(Number.isSafeInteger);

/**
 * Pages of `size` that the remembered details fill, a post's own by themselves; null: nobody knows, because before the
 * first sweep is whole, or one that goes back further than before, the counts are those of some posts only.
 */
export function countPages(
  state: State,
  {
    stream,
    organization,
    size,
    windowMonths,
  }: { stream: string; organization: string; size: number; windowMonths: number },
): number | null {
  const bookmark = readDetailsBookmark(state, stream, organization);
  if (bookmark === null || bookmark.sweptAt === null || !(bookmark.months >= windowMonths)) return null;
  return Object.values(bookmark.counts).reduce((sum, count) => sum + Math.max(1, Math.ceil(count / size)), 0);
}
