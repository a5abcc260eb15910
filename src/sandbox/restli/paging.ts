import type { Call } from '../api/resource.js';
import { refuseParameter } from '../http/answer.js';
import { readNumber } from './read.js';

export type FirstPage = 'full' | 'short' | 'empty';

export interface Page<Item> {
  readonly paging: { readonly start: number; readonly count: number; readonly links: readonly unknown[] };
  readonly elements: readonly Item[];
}

const DEFAULT_COUNT = 10;
const MOST = 100;

/**
 * One page of a finder that pages by `start` and `count`. A first page may be kept short or empty: it has a next link
 * all the same, and what it lacks comes on the pages after it.
 */
export function paginate<Item>(call: Call, items: readonly Item[], firstPage: FirstPage = 'full'): Page<Item> {
  const start = readNumber(call.params, 'start', 0);
  const count = Math.min(readNumber(call.params, 'count', DEFAULT_COUNT), MOST);
  if (count === 0) throw refuseParameter('count');
  const full = Math.min(count, items.length);
  const first = { full, short: Math.floor(full / 2), empty: 0 }[firstPage];
  const elements =
    start < count ? items.slice(start, Math.max(start, first)) : items.slice(start - count + first).slice(0, count);
  const rest = items.length - first - Math.max(0, start - count) - (start < count ? 0 : count);
  return {
    paging: { start, count, links: rest > 0 ? [linkNext(call, { start: start + count, count })] : [] },
    elements,
  };
}

/** The call itself, `start` and `count` apart, with its parameters in alphabetical order. */
function linkNext({ path, query }: Call, { start, count }: { start: number; count: number }): unknown {
  const kept = query.split('&').filter((part) => !/^(start|count)=/.test(part));
  const href = `${path}?${[...kept, `count=${count}`, `start=${start}`].sort().join('&')}`;
  return { rel: 'next', href, type: 'application/json' };
}

/** Envelope of a finder that does not page: everything at once, though `count` says 10. */
export function wrapAll<Item>(elements: readonly Item[]): Page<Item> {
  return { paging: { start: 0, count: DEFAULT_COUNT, links: [] }, elements };
}
