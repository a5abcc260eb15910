import { TapError } from '../errors.js';
import { AnswerError, NotFoundError, RefusedError, UnansweredError } from './errors.js';

/** What came of one of several things that were asked for together. */
export type ItemOutcome<Item, Value> =
  { readonly item: Item; readonly value: Value } | { readonly item: Item; readonly error: TapError };

/** How many things a call of some kind takes. LinkedIn may show in a run that it takes fewer than we think. */
export interface BatchLimit {
  size: number;
}

/** So many are asked for alone before it is no fault of theirs that all of them are refused. */
export const FIRST_ASKED = 20;

/** What those came to that were asked for together, part by part. */
class Attempts {
  #hasAnswer = false;
  #refusedAlone = 0;
  #last: TapError | null = null;

  /** Why nothing more is asked for; null: nothing speaks against it. */
  get refusal(): TapError | null {
    return !this.#hasAnswer && this.#refusedAlone >= FIRST_ASKED ? this.#last : null;
  }

  /** Things were asked for; `error` is what they were refused with. */
  note(things: number, error?: TapError): void {
    if (error === undefined || (things === 1 && error instanceof NotFoundError)) this.#hasAnswer = true;
    else if (things === 1 && !(error instanceof UnansweredError)) {
      this.#refusedAlone += 1;
      this.#last = error;
    }
  }
}

export interface DivideOptions<Item, Value> {
  /** Asks for things together, with all tries or with so many; whatever it throws was a refusal of them all. */
  readonly ask: (items: readonly Item[], maxTries?: number) => Promise<readonly ItemOutcome<Item, Value>[]>;
  readonly limit: BatchLimit;
  /** Refusals of a whole that may be those of a part; other errors are thrown. */
  readonly isDivisible?: (error: TapError) => boolean;
}

type Division<Item, Value> = DivideOptions<Item, Value> & { readonly attempts: Attempts };

interface Part<Item, Value> {
  readonly outcomes: readonly ItemOutcome<Item, Value>[];
  /** The error of the whole part, where it is one that a part of it may be to blame for. */
  readonly error?: TapError;
}

/**
 * Asks for things together, and by halves where that is refused, so that one of them never costs the others: a refusal
 * of a batch does not say which of them it is about, or whether they are too many. The smaller size is kept for the run
 * where both halves pass: then it was their number.
 *
 * Where a call is not answered in all its tries, its halves get one try each, on while one of two answers: an outage is
 * not paid for by every item.
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

/** A 4xx, an answer that makes no sense, or none at all. A redirect, which has no refusal, is none of an item. */
export function isAboutItems(error: TapError): boolean {
  if (error instanceof RefusedError) return error.status !== null;
  return error instanceof NotFoundError || error instanceof AnswerError || error instanceof UnansweredError;
}

/** The larger half first. */
function halve<Item>(items: readonly Item[]): [readonly Item[], readonly Item[]] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)];
}
