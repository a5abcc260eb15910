import type { JsonObject } from '../json-object.js';
import type { Paging } from './collection.js';
import { RefusedError } from './errors.js';

/** One page of a walk, as received. */
export interface PageAnswer {
  readonly start: number;
  readonly elements: readonly JsonObject[];
  /** Identities of the elements, in the same order. */
  readonly ids: readonly string[];
  readonly paging: Paging;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** It has as many elements as requested: LinkedIn left none out. */
  readonly isFull: boolean;
  /** Ends the walk; `came` says what is wrong with the page. */
  readonly fail: (came: string) => never;
}

interface Reading {
  /** The page before. */
  readonly before: PageAnswer;
  readonly read: (start: number) => Promise<PageAnswer>;
}

/** Elements that a page shares with the one before. */
const OVERLAP = 5;
/** Most steps back when none of the shared elements appears: 5, 10, 20 and so on. */
const MOST_STEPS = 5;

/**
 * Makes the pages of a walk overlap. A deletion between two pages moves everything behind it forward, and the first
 * elements after the page border would be on neither page. An element of the last page that comes again shows that none
 * was missed. Where none comes again, the walk steps back until one does.
 *
 * It is inferred that LinkedIn takes a `start` that is not a multiple of `count` (offset paging is documented without
 * such a rule). Where it is refused or rounded, pages do not overlap for the rest of the run.
 */
export class Overlap {
  readonly #onRefused: () => void;
  #isRefused = false;

  /** `onRefused` is called once. */
  constructor({ onRefused }: { onRefused: () => void }) {
    this.#onRefused = onRefused;
  }

  /** The page at `next`, or one that starts some elements before it. */
  async read(next: number, { before, read }: Reading): Promise<PageAnswer> {
    const known = new Set(before.ids);
    let back = OVERLAP;
    let last: PageAnswer | null = null;
    for (let step = 0; step <= MOST_STEPS && !this.#isRefused; step += 1) {
      const start = next - back;
      if (start <= before.start) break;
      const page = await this.#tryRead(start, read);
      if (page === null || (page.ids.length > 0 && [before, last].some((other) => isSame(page, other)))) {
        this.#refuse();
        break;
      }
      last = page;
      if (!before.isFull || page.ids.some((id) => known.has(id))) return page;
      back += OVERLAP * 2 ** step;
    }
    return last === null || this.#isRefused ? read(next) : last;
  }

  /** null: LinkedIn refuses such a start. */
  async #tryRead(start: number, read: Reading['read']): Promise<PageAnswer | null> {
    try {
      return await read(start);
    } catch (error) {
      if (error instanceof RefusedError && error.status === 400) return null;
      throw error;
    }
  }

  #refuse(): void {
    this.#isRefused = true;
    this.#onRefused();
  }
}

/** Whether LinkedIn sent the same page for a different start. */
function isSame(page: PageAnswer, other: PageAnswer | null): boolean {
  return other?.ids.length === page.ids.length && page.ids.every((id, place) => id === other.ids[place]);
}
