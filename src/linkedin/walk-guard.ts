import type { JsonObject } from '../json-object.js';
import type { PageAnswer } from './overlap.js';

/**
 * Most pages in a row that bring nothing new but have a next link. LinkedIn's short pages have been seen empty once or
 * twice.
 */
const MOST_EMPTY = 20;

/**
 * The same where `total` says that more remains: more patient, but not endless, because a total may be wrong as well.
 */
const MOST_EMPTY_OF_TOTAL = 1000;

/**
 * Makes every walk over pages end, by what came and not by what was promised: a server, or a proxy in front of it, may
 * ignore `start`, start over past the end, or link empty pages forever. It remembers each page and element by id, which
 * takes a few MB for 100,000 posts.
 */
export class WalkGuard {
  readonly #pages = new Set<string>();
  readonly #elements = new Set<string>();
  #empty = 0;

  /** The elements of a page that have not come before. Calls `fail` where the walk would not end. */
  admit({ elements, ids, start, paging: { total, next }, fail }: PageAnswer): readonly JsonObject[] {
    if (ids.length > 0) {
      const page = `${ids.length} ${ids[0]} ${ids.at(-1)} ${ids.join(' ').length}`;
      if (this.#pages.has(page) && ids.every((id) => this.#elements.has(id))) {
        fail(`a page that it had sent before (start=${start})`);
      }
      this.#pages.add(page);
    }
    const fresh = elements.filter((_, place) => this.#isNew(ids[place]!));
    this.#empty = fresh.length > 0 ? 0 : this.#empty + 1;
    const most = total !== null && total > start ? MOST_EMPTY_OF_TOTAL : MOST_EMPTY;
    if (next !== null && this.#empty >= most)
      fail(`${this.#empty} pages in a row without anything new (up to start=${start})`);
    return fresh;
  }

  #isNew(id: string): boolean {
    if (this.#elements.has(id)) return false;
    this.#elements.add(id);
    return true;
  }
}

/** An element's id, under any of the names LinkedIn uses; an element without one is identified by its whole content. */
export function identityOf(element: JsonObject): string {
  const id = element['$URN'] ?? element['commentUrn'] ?? element['id'] ?? element['notificationId'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : printed(element);
}

/** An element nested too deep to be printed is identified by its field names. */
function printed(element: JsonObject): string {
  try {
    return JSON.stringify(element);
  } catch (error) {
    if (error instanceof RangeError) return `unprintable ${Object.keys(element).join(' ')}`;
    throw error;
  }
}
