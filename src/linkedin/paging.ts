import type { JsonObject } from '../json-object.js';
import type { LinkedInClient } from './client.js';
import { elementsOf, readPaging, type Paging } from './collection.js';
import { AnswerError } from './errors.js';
import { askedOf } from './refusal.js';
import type { ApiAnswer, ApiRequest, Collection } from './api-request.js';
import type { Overlap, PageAnswer } from './overlap.js';
import { identityOf, WalkGuard } from './walk-guard.js';

type Page = Paging & { readonly length: number };

interface Position {
  readonly start: number;
  readonly count: number;
  readonly apiUrl: string;
  /** Whether a page of this walk had a next link. */
  readonly linked: boolean;
  /** Ends the walk; `came` says what is wrong with the page. */
  readonly fail: (came: string) => never;
}

export interface PaginateOptions {
  /** Elements per page. */
  readonly count: number;
  /** Makes each page start some elements before the last one's end; left out: pages do not overlap. */
  readonly overlap?: Overlap;
}

/**
 * Walks the pages of a finder or GET_ALL that is paged by `start` and `count`. Elements that come twice, because they
 * move during the walk, are yielded once, and every walk ends, whatever is served (walk-guard.ts). Not for statistics
 * finders, which return everything in one answer and ignore `start`.
 */
export async function* paginate<Element>(
  client: Pick<LinkedInClient, 'get' | 'apiUrl'>,
  requestFor: (start: number) => ApiRequest,
  { count, overlap }: PaginateOptions,
): AsyncGenerator<ApiAnswer<Collection<Element>>, void, undefined> {
  const guard = new WalkGuard();
  const read = (start: number): Promise<PageAnswer> => readPage(client, requestFor(start), { start, count });
  let linked = false;
  let page: PageAnswer | null = await read(0);
  while (page !== null) {
    const { start, elements, paging, receivedAt, fail } = page;
    yield { body: { elements: guard.admit(page) as readonly Element[] }, receivedAt };
    linked ||= paging.next !== null;
    const position = { start, count, apiUrl: client.apiUrl, linked, fail };
    const next: number | null = nextStart({ ...paging, length: elements.length }, position);
    if (next === null) return;
    page = overlap ? await overlap.read(next, { before: page, read }) : await read(next);
  }
}

async function readPage(
  client: Pick<LinkedInClient, 'get'>,
  request: ApiRequest,
  { start, count }: { start: number; count: number },
): Promise<PageAnswer> {
  const { body, receivedAt } = await client.get<JsonObject>(request);
  const elements = elementsOf(body, request);
  const paging = readPaging(body, request);
  return {
    start,
    elements,
    ids: elements.map(identityOf),
    paging,
    receivedAt,
    isFull: elements.length >= pageSize({ ...paging, length: elements.length }, count),
    fail(came) {
      throw new AnswerError({ asked: askedOf(request), came });
    },
  };
}

/**
 * Where pages are linked, the next link decides: a page of the posts finder may be short, even empty, with more to come
 * (learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api). Elsewhere a page shorter than `count`
 * is the last (learn.microsoft.com/linkedin/shared/api-guide/concepts/pagination), unless `total` promises more. A walk
 * whose pages were linked so far ends with the first page that has no link: another call would bring nothing.
 */
function nextStart(page: Page, position: Position): number | null {
  const { start, count, linked } = position;
  const { length, next, total } = page;
  if (next !== null) return linkedStart(next, position);
  if (length === 0) return null;
  const size = pageSize(page, count);
  const end = start + Math.max(length, size);
  const mayBeMore = !linked && length >= size;
  return mayBeMore || end < (total ?? 0) ? end : null;
}

/**
 * Only the `start` of a link is used. A link to somewhere else, or without a `start` that moves on, is an error, not an
 * end.
 */
function linkedStart(href: unknown, { start, apiUrl, fail }: Position): number {
  const url =
    typeof href === 'string' && URL.canParse(href, apiUrl)
      ? new URL(href, apiUrl)
      : fail('a next link that is not a URL');
  if (url.host !== new URL(apiUrl).host) fail(`a next link to another host, ${url.host}`);
  const next = Number(url.searchParams.get('start') ?? NaN);
  if (!Number.isSafeInteger(next)) fail('a next link without start');
  return next > start ? next : fail(`a next link from start=${start} to start=${next}`);
}

/**
 * LinkedIn may reduce `count` and says so in `paging.count`; statistics say 10 and return more, so both are checked.
 */
function pageSize({ count: served, length }: Page, count: number): number {
  return served !== null && served >= Math.max(1, length) && served < count ? served : count;
}
