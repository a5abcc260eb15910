import type { LinkedInClient } from './client.js';
import { AnswerError } from './errors.js';
import { askedOf } from './refusal.js';
import type { ApiAnswer, ApiRequest, Collection } from './request.js';

interface Position {
  readonly start: number;
  readonly count: number;
  readonly apiUrl: string;
  /** A page of this walk had a next link: LinkedIn links its pages here. */
  readonly linked: boolean;
  /** Ends the walk with what is wrong about the page. */
  readonly fail: (came: string) => never;
}

/**
 * Walks the pages of a finder or GET_ALL that is paged by `start` and `count`. Elements may come twice, since they move
 * while the walk goes on. Not for statistics finders, which bring everything in one answer and ignore `start`.
 */
export async function* paginate<Element>(
  client: Pick<LinkedInClient, 'get' | 'apiUrl'>,
  requestFor: (start: number) => ApiRequest,
  { count }: { count: number },
): AsyncGenerator<ApiAnswer<Collection<Element>>, void, undefined> {
  let start: number | null = 0;
  let before = '';
  let linked = false;
  while (start !== null) {
    const request = requestFor(start);
    const fail = (came: string): never => {
      throw new AnswerError({ asked: askedOf(request), came });
    };
    const page: ApiAnswer<Collection<Element>> = await client.get(request);
    const { body } = page;
    if (!Array.isArray(body.elements)) fail('a collection without elements');
    if (before !== '' && JSON.stringify(body.elements) === before) fail(`the page before once more (start=${start})`);
    yield page;
    linked ||= nextHref(body) !== null;
    start = nextStart(body, { start, count, apiUrl: client.apiUrl, linked, fail });
    // Without links nothing but a repeated page shows that LinkedIn ignores `start`, and the walk would never end.
    before = start !== null && nextHref(body) === null ? JSON.stringify(body.elements) : '';
  }
}

/**
 * The next link decides where pages are linked: the page of the posts finder may be short, even empty, with more to come
 * (learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api). Else a page short of `count` is the
 * end (learn.microsoft.com/linkedin/shared/api-guide/concepts/pagination), unless `total` promises more. A walk that was
 * linked so far ends with the first page that is not: another call would bring nothing.
 */
function nextStart(body: Collection<unknown>, position: Position): number | null {
  const { start, count, linked } = position;
  const href = nextHref(body);
  if (href !== null) return linkedStart(href, position);
  const { length } = body.elements;
  if (length === 0) return null;
  const size = pageSize(body, count);
  const end = start + Math.max(length, size);
  const mayBeMore = !linked && length >= size;
  return mayBeMore || end < (body.paging?.total ?? 0) ? end : null;
}

function nextHref({ paging }: Collection<unknown>): string | null {
  return paging?.links?.find(({ rel }) => rel === 'next')?.href ?? null;
}

/** Only the `start` of a link is used; one that goes elsewhere or nowhere is an error, not an end. */
function linkedStart(href: string, { start, apiUrl, fail }: Position): number {
  const url = URL.canParse(href, apiUrl) ? new URL(href, apiUrl) : fail('a next link that is no URL');
  if (url.host !== new URL(apiUrl).host) fail(`a next link to another host, ${url.host}`);
  const next = Number(url.searchParams.get('start') ?? NaN);
  if (!Number.isSafeInteger(next)) fail('a next link without start');
  return next > start ? next : fail(`a next link from start=${start} to start=${next}`);
}

/** LinkedIn may cut `count` and says so in `paging.count`; statistics say 10 and bring more, so both are looked at. */
function pageSize({ elements, paging }: Collection<unknown>, count: number): number {
  const served = paging?.count;
  return served !== undefined && served >= Math.max(1, elements.length) && served < count ? served : count;
}
