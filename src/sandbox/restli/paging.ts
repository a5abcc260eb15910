import type { Call } from '../api/resource.js';
import { refuseParameter } from '../http/answer.js';
import { readNumber } from './read.js';

export type FirstPage = 'full' | 'short' | 'empty';

/** Envelope of a finder's answer. */
export interface Collection<Item> {
  readonly paging: { readonly start: number; readonly count: number; readonly links: readonly unknown[] };
  readonly elements: readonly Item[];
}

const DEFAULT_COUNT = 10;
const MOST = 100;

/**
 * One page of a finder that pages by `start` and `count`. A first page may be kept short or empty: it has a next link
 * all the same, and what it lacks comes on the pages after it.
 */
export function paginate<Item>(call: Call, items: readonly Item[], firstPage: FirstPage = 'full'): Collection<Item> {
  const start = readNumber(call.params, 'start', 0);
  const count = Math.min(readNumber(call.params, 'count', DEFAULT_COUNT), MOST);
  if (count === 0) throw refuseParameter('count');
  const first = { full: count, short: Math.floor(Math.min(count, items.length) / 2), empty: 0 }[firstPage];
  const lacking = count - first;
  const from = start < count ? Math.min(start, first) : start - lacking;
  const to = start + count - lacking;
  const links = to < items.length ? [linkNext(call, { start: start + count, count })] : [];
  return { paging: { start, count, links }, elements: items.slice(from, to) };
}

/** The call itself, `start` and `count` apart, with its parameters in alphabetical order. */
function linkNext({ path, query }: Call, { start, count }: { start: number; count: number }): unknown {
  const kept = query.split('&').filter((part) => !/^(start|count)=/.test(part));
  const href = `${path}?${[...kept, `count=${count}`, `start=${start}`].sort().join('&')}`;
  return { rel: 'next', href, type: 'application/json' };
}

/** Envelope of a finder that does not page: everything at once, though `count` says 10. */
export function wrapAll<Item>(elements: readonly Item[]): Collection<Item> {
  return { paging: { start: 0, count: DEFAULT_COUNT, links: [] }, elements };
}
