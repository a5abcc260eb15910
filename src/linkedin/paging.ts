import type { LinkedInClient } from './client.js';
import { AnswerError } from './errors.js';
import { askedOf } from './refusal.js';
import type { ApiAnswer, ApiRequest, Collection } from './request.js';

interface Position {
  readonly start: number;
  readonly count: number;
  readonly apiUrl: string;
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
  while (start !== null) {
    const request = requestFor(start);
    const fail = (came: string): never => {
      throw new AnswerError({ asked: askedOf(request), came });
    };
    const page: ApiAnswer<Collection<Element>> = await client.get(request);
    const { body } = page;
    if (!Array.isArray(body.elements)) fail('a collection without elements');
    // Without links nothing but a repeated page shows that LinkedIn ignores `start`, and the walk would never end.
    const content = nextHref(body) === null && body.elements.length > 0 ? JSON.stringify(body.elements) : '';
    if (content !== '' && content === before) fail(`the page before once more (start=${start})`);
    yield page;
    before = content;
    start = nextStart(body, { start, count, apiUrl: client.apiUrl, fail });
  }
}

/**
 * The next link decides where there is one: the page of the posts finder may be short, even empty, with more to come
 * (learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api). Else a page short of `count` is the
 * end (learn.microsoft.com/linkedin/shared/api-guide/concepts/pagination), unless `total` promises more.
 */
function nextStart(body: Collection<unknown>, position: Position): number | null {
  const { start, count } = position;
  const href = nextHref(body);
  if (href !== null) return linkedStart(href, position);
  const { length } = body.elements;
  if (length === 0) return null;
  const end = start + Math.max(length, pageSize(body, count));
  const { total } = body.paging ?? {};
  return length >= pageSize(body, count) || (total !== undefined && end < total) ? end : null;
}

function nextHref({ paging }: Collection<unknown>): string | null {
  return paging?.links?.find(({ rel }) => rel === 'next')?.href ?? null;
}

/** Only the `start` of a link is used; one that goes elsewhere or nowhere is an error, not an end. */
function linkedStart(href: string, { start, apiUrl, fail }: Position): number {
  const url = new URL(href, apiUrl);
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
