import { TapError } from '../errors.js';
import { AnswerError, NotFoundError, RefusedError, UnansweredError } from './errors.js';

/** The outcome for one of several things requested together. */
export type ItemOutcome<Item, Value> =
  { readonly item: Item; readonly value: Value } | { readonly item: Item; readonly error: TapError };

/** How many things a call of some kind takes. A run may find out that LinkedIn takes fewer than we think. */
export interface BatchLimit {
  size: number;
}

/** How many things are requested singly before refusing all of them counts as a refusal of the whole. */
export const FIRST_ASKED = 20;

/** Outcomes of the parts of one division. */
class Attempts {
  #hasAnswer = false;
  #refusedAlone = 0;
  #last: TapError | null = null;

  /** Why nothing more should be requested; null: no reason. */
  get refusal(): TapError | null {
    return !this.#hasAnswer && this.#refusedAlone >= FIRST_ASKED ? this.#last : null;
  }

  /** Records a request for that many things; `error` is what they were refused with. */
  note(things: number, error?: TapError): void {
    if (error === undefined || (things === 1 && error instanceof NotFoundError)) this.#hasAnswer = true;
    else if (things === 1 && !(error instanceof UnansweredError)) {
      this.#refusedAlone += 1;
      this.#last = error;
    }
  }
}

export interface DivideOptions<Item, Value> {
  /** Requests things together, with all tries or at most `maxTries`; whatever it throws refused all of them. */
  readonly ask: (items: readonly Item[], maxTries?: number) => Promise<readonly ItemOutcome<Item, Value>[]>;
  readonly limit: BatchLimit;
  /** Whether a refusal of the whole may be due to a part; other errors are thrown. */
  readonly isDivisible?: (error: TapError) => boolean;
}

type Division<Item, Value> = DivideOptions<Item, Value> & { readonly attempts: Attempts };

interface Part<Item, Value> {
  readonly outcomes: readonly ItemOutcome<Item, Value>[];
  /** The error of the whole part, where one of its items may be to blame. */
  readonly error?: TapError;
}

/**
 * Requests things together, and in halves where that is refused, so that one of them never costs the others: a refusal
 * of a batch does not say which of them it is about, or whether there are too many. Where both halves succeed, the
 * number was to blame, and the smaller size is kept for the run.
 *
 * When a call goes unanswered after all its tries, its halves get one try each, continuing as long as one of two
 * answers: an outage must not cost every item its own calls.
 */
export async function readDivided<Item, Value>(
  items: readonly Item[],
  options: DivideOptions<Item, Value>,
): Promise<readonly ItemOutcome<Item, Value>[]> {
  return await readInTurn(items, { ...options, attempts: new Attempts() });
}

async function readInTurn<Item, Value>(
  items: readonly Item[],
  division: Division<Item, Value>,
): Promise<readonly ItemOutcome<Item, Value>[]> {
  const outcomes: ItemOutcome<Item, Value>[] = [];
  for (let start = 0; start < items.length;) {
    const part = items.slice(start, start + division.limit.size);
    outcomes.push(...(await readPart(part, division)).outcomes);
    start += part.length;
  }
  return outcomes;
}

async function readPart<Item, Value>(
  items: readonly Item[],
  division: Division<Item, Value>,
): Promise<Part<Item, Value>> {
  const { limit, attempts } = division;
  const { refusal } = attempts;
  if (refusal) return { outcomes: items.map((item) => ({ item, error: refusal })), error: refusal };
  if (items.length > limit.size) return { outcomes: await readInTurn(items, division) };
  const part = await askFor(items, division);
  if (part.error === undefined || items.length === 1) return part;
  if (part.error instanceof UnansweredError) return { ...part, outcomes: await tryHalves(items, division, part.error) };
  const [one, other] = halve(items);
  const first = await readPart(one, division);
  const second = await readPart(other, division);
  if (first.error === undefined && second.error === undefined) limit.size = Math.min(limit.size, one.length);
  return { ...part, outcomes: [...first.outcomes, ...second.outcomes] };
}

async function tryHalves<Item, Value>(
  items: readonly Item[],
  division: Division<Item, Value>,
  error: UnansweredError,
): Promise<readonly ItemOutcome<Item, Value>[]> {
  const halves = halve(items);
  const parts: Part<Item, Value>[] = [];
  for (const half of halves) parts.push(await askFor(half, division, 1));
  if (parts.every((part) => part.error instanceof UnansweredError)) return items.map((item) => ({ item, error }));
  const outcomes: ItemOutcome<Item, Value>[] = [];
  for (const [index, part] of parts.entries()) {
    const half = halves[index]!;
    if (part.error === undefined || half.length === 1) outcomes.push(...part.outcomes);
    else if (part.error instanceof UnansweredError) outcomes.push(...(await tryHalves(half, division, part.error)));
    else outcomes.push(...(await readPart(half, division)).outcomes);
  }
  return outcomes;
}

async function askFor<Item, Value>(
  items: readonly Item[],
  { ask, attempts, isDivisible = isAboutItems }: Division<Item, Value>,
  maxTries?: number,
): Promise<Part<Item, Value>> {
  try {
    const outcomes = await ask(items, maxTries);
    attempts.note(items.length);
    return { outcomes };
  } catch (error) {
    if (!(error instanceof TapError) || !isDivisible(error)) throw error;
    attempts.note(items.length, error);
    return { outcomes: items.map((item) => ({ item, error })), error };
  }
}

/**
 * A 4xx, an answer that makes no sense, or no answer at all. A redirect, which has no refusal, is not about an item.
 */
export function isAboutItems(error: TapError): boolean {
  if (error instanceof RefusedError) return error.status !== null;
  return error instanceof NotFoundError || error instanceof AnswerError || error instanceof UnansweredError;
}

/** The larger half first. */
function halve<Item>(items: readonly Item[]): [readonly Item[], readonly Item[]] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}
