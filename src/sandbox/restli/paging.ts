import type { Call } from '../api/resource.js';
import { refuseParameter } from '../http/answer.js';
import { readNumber } from './read.js';

/** Envelope of a finder's answer. */
export interface Collection<Item> {
  readonly paging: {
    readonly start: number;
    readonly count: number;
    readonly links: readonly unknown[];
    readonly total?: number;
  };
  readonly elements: readonly Item[];
}

const DEFAULT_COUNT = 10;
const MOST = 100;

/** What is paged through: an array, or something that computes its items on request. */
export interface Items<Item> {
  readonly length: number;
  slice(from: number, to: number): readonly Item[];
}

/** The bodies of items, composed only for the requested page. */
export function mapLazily<From, To>(items: Items<From>, compose: (item: From) => To): Items<To> {
  return { length: items.length, slice: (from, to) => items.slice(from, to).map(compose) };
}

/** Which of `length` items are on the page that begins at `start`; `to` is exclusive. */
export type Layout = (start: number, count: number, length: number) => readonly [from: number, to: number];

const FULL: Layout = (start, count) => [start, start + count];

/** Layouts whose first page is short or empty; the missing items are on the following pages. */
export const FIRST_PAGES = {
  full: FULL,
  short: (start, count, length) => layOut(start, count, Math.floor(Math.min(count, length) / 2)),
  empty: (start, count) => layOut(start, count, 0),
} as const satisfies Readonly<Record<string, Layout>>;

function layOut(start: number, count: number, first: number): readonly [number, number] {
  const lacking = count - first;
  return [start < count ? Math.min(start, first) : start - lacking, start + count - lacking];
}

/** Layouts of a finder that hides what the member may not see: pages two-thirds full, or every second page empty. */
export const EVERY_PAGE = {
  full: FULL,
  short: (start, count) => [Math.floor((start * 2) / 3), Math.floor(((start + count) * 2) / 3)],
  empty: (start, count) => {
    const page = Math.floor(start / count);
    const from = Math.ceil(page / 2) * count;
    return [from, page % 2 === 0 ? from + count : from];
  },
} as const satisfies Readonly<Record<string, Layout>>;

/** One page of a finder that pages by `start` and `count`; even a short or empty page may have a next link. */
export function paginate<Item>(
  call: Call,
  items: Items<Item>,
  { layout = FULL, total = false }: { readonly layout?: Layout; readonly total?: boolean } = {},
): Collection<Item> {
  const start = readNumber(call.params, 'start', 0);
  const count = Math.min(readNumber(call.params, 'count', DEFAULT_COUNT), call.pageLimit ?? MOST);
  if (count === 0) throw refuseParameter('count');
  const [from, to] = layout(start, count, items.length);
  const links = to < items.length ? [linkNext(call, { start: start + count, count })] : [];
  return { paging: { start, count, links, ...(total && { total: items.length }) }, elements: items.slice(from, to) };
}

/** Repeats the call with another `start` and `count`, its parameters sorted alphabetically. */
function linkNext({ path, query }: Call, { start, count }: { start: number; count: number }): unknown {
  const kept = query.split('&').filter((part) => !/^(start|count)=/.test(part));
  const href = `${path}?${[...kept, `count=${count}`, `start=${start}`].sort().join('&')}`;
  return { rel: 'next', href, type: 'application/json' };
}

/** Envelope of a finder that does not page: everything at once, although `count` says 10. */
export function wrapAll<Item>(elements: readonly Item[]): Collection<Item> {
  return { paging: { start: 0, count: DEFAULT_COUNT, links: [] }, elements };
}
