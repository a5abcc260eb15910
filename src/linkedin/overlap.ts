import type { JsonObject } from '../json-object.js';
import type { Paging } from './collection.js';
import { RefusedError } from './errors.js';

/** One page of a walk, as it came. */
export interface PageAnswer {
  readonly start: number;
  readonly elements: readonly JsonObject[];
  /** What tells the elements from others, in their order. */
  readonly ids: readonly string[];
  readonly paging: Paging;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** It has as many elements as were asked for: LinkedIn left none of them out. */
  readonly isFull: boolean;
  /** Ends the walk with what is wrong about the page. */
  readonly fail: (came: string) => never;
}

interface Reading {
  /** The page before. */
  readonly before: PageAnswer;
  readonly read: (start: number) => Promise<PageAnswer>;
}

/** Elements that a page has in common with the one before it. */
const OVERLAP = 5;
/** Steps back where they are gone: 5, 10, 20 and so on. */
const MOST_STEPS = 5;

/**
 * Lets the pages of a walk overlap. What is deleted between two pages moves all behind it towards the front, and the
 * first ones behind the border would be read on neither page: an element of the last page that comes again shows that
 * none did. Where none comes again, the walk goes back until one does.
 *
 * That LinkedIn takes a `start` which is no multiple of `count` is inferred (offset paging is documented without such a
 * rule). Where it does not, because it is refused or rounded, pages follow each other without overlap for the rest of the run.
 */
export class Overlap {
  readonly #onRefused: () => void;
  #isRefused = false;

  /** `onRefused` is called once. */
  constructor({ onRefused }: { onRefused: () => void }) {
    this.#onRefused = onRefused;
  }

  /** The page at `next`, or the one some elements before it. */
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

/** Whether LinkedIn brought the same page for another start. */
function isSame(page: PageAnswer, other: PageAnswer | null): boolean {
  return other?.ids.length === page.ids.length && page.ids.every((id, place) => id === other.ids[place]);
}
