import { isObject, textOf } from '../../json-object.js';
import type { State } from '../../singer/state.js';
import { formatDay } from '../../singer/values.js';
import { readInstant } from './buckets.js';
import { isDue } from './posts.js';

const COUNTS = 'counts';
const SWEPT_AT = 'full_sweep_at';
const REPEATS = 'repeats';
const DUE = 'due';
const WINDOW = 'window_months';
/** For a bookmark that does not say. */
const USUAL_MONTHS = 12;

/** A post that did not bring what its count promised is asked for again on this many runs, then with the next sweep. */
const MOST_REPEATS = 3;

/** A number for each post, by URN. */
type PostNumbers = Record<string, number>;

/** What is remembered of the comments, likes or reactions to the posts of one organization. */
interface DetailsBookmark {
  /** How many each post had when they were last read. */
  readonly counts: PostNumbers;
  /** How often a post that was refused, empty against its count, or without a count has been asked for again. */
  readonly repeats: PostNumbers;
  /** Posts to ask for whatever their counts: a notification was about them, and they have not been read since. */
  readonly due: readonly string[];
  /** How many months back posts were followed when this was last written. */
  readonly months: number;
  /** UTC day on which the last full sweep was completed, epoch milliseconds; null: one is under way. */
  readonly sweptAt: number | null;
}

/** null: nothing is remembered yet. */
function readDetailsBookmark(state: State, stream: string, organization: string): DetailsBookmark | null {
  const bookmark = state.bookmark(stream, organization);
  if (bookmark === undefined) return null;
  return {
    counts: { ...(bookmark[COUNTS] as PostNumbers | undefined) },
    repeats: { ...(bookmark[REPEATS] as PostNumbers | undefined) },
    due: (bookmark[DUE] as readonly string[] | undefined) ?? [],
    months: Number(textOf(bookmark[WINDOW] ?? USUAL_MONTHS)),
    sweptAt: readInstant(bookmark[SWEPT_AT]),
  };
}

/**
 * Has posts asked for in this run or a later one, whatever their counts and however old they are, by dropping their
 * remembered counts. If nothing is remembered of the stream, only `whenNew`.
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

/** Whether the stream has posts that are due. */
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
  /** How many months back posts are followed. */
  readonly windowMonths: number;
  /** Read as if nothing were remembered. */
  readonly isFresh: boolean;
}

/**
 * The outcome of asking for a post: all there was, not what its count promised, or a failure that the next run makes up
 * for.
 */
export type DetailsOutcome = 'complete' | 'incomplete' | 'failed';

/**
 * Knows which posts have to be asked for. The count of each is kept as soon as its rows are out, so that an interrupted
 * run is not repeated from the start. A change that leaves the count as it was, such as one comment deleted and one
 * added, is seen only by the full sweep. That forgets all counts, and goes on in the next run if this one is cut short.
 */
export class DetailsMemory {
  readonly #options: DetailsMemoryOptions;
  #counts: PostNumbers;
  #repeats: PostNumbers;
  readonly #met = new Set<string>();
  readonly #due: Set<string>;
  /** How many months back the last complete run went. */
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

  /** Whether a post has to be asked for, given its current count; null: unknown. */
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

  /** Posts that have to be asked for even if the walk does not bring them. */
  get due(): readonly string[] {
    return [...this.#due];
  }

  /** Keeps the outcome of asking for a post. */
  keep(post: string, { count, outcome }: { count: number | null; outcome: DetailsOutcome }): void {
    if (outcome === 'failed') return;
    const repeats = this.#repeats[post];
    const isRepeat = repeats !== undefined && (count === null || count === this.#counts[post]);
    if (count === null) delete this.#counts[post];
    else this.#counts[post] = count;
    if (outcome === 'complete' && count !== null) delete this.#repeats[post];
    else this.#repeats[post] = isRepeat ? repeats + 1 : 0;
    if ((this.#repeats[post] ?? MOST_REPEATS) >= MOST_REPEATS) this.#settle(post);
    // The state shares the object of counts, but has repeats only while there are any.
    if (repeats !== this.#repeats[post]) this.#keepAll(this.#sweptAt);
  }

  /** Notes that the post is no longer due. */
  #settle(post: string): void {
    if (this.#due.delete(post)) this.#keepAll(this.#sweptAt);
  }

  /** Called when the walk is over: posts that it did not bring are gone or too old, and are forgotten. */
  finish(): void {
    this.#counts = this.#ofMet(this.#counts);
    this.#repeats = this.#ofMet(this.#repeats);
    this.#keepAll(this.#sweptAt ?? this.#options.now, this.#options.windowMonths);
  }

  /** The posts that were met, sorted, so that the state does not depend on the order of the answers. */
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
 * Pages of `size` that the remembered details fill, where each post starts a page; null: unknown, because until the
 * first sweep is complete, or the first that goes back further, only some posts have counts.
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
