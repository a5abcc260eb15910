import type { JsonObject } from '../../json-object.js';
import { requestPosts } from '../../linkedin/request-builders.js';
import { elementsIn, evidenceOf, isRefusalOf, pagingIn, type Asker, type Heard } from '../asker.js';
import { finding, verdictOf, type Finding } from '../evidence.js';
import type { Subject } from '../subject.js';

const PAGE = 10;
const ODD_START = 7;
const MOST = 100;

/** The posts of the page, and what was found out about paging. */
export interface PostsHeard {
  readonly findings: readonly Finding[];
  /** Up to a hundred or so, newest change first. */
  readonly posts: readonly JsonObject[];
}

interface Pages {
  readonly first: Heard;
  readonly odd: Heard;
  readonly large: Heard;
}

/** Asks for three pages of posts: the first, one that starts within it, and one larger than is documented. */
export async function askAboutPosts(asker: Asker, { organization }: Subject): Promise<PostsHeard> {
  const page = (start: number, count: number): Promise<Heard> => {
    const request = requestPosts(organization, start);
    return asker.ask({ ...request, query: request.query.replace(/\bcount=\d+/, `count=${count}`) });
  };
  const pages = { first: await page(0, PAGE), odd: await page(ODD_START, PAGE), large: await page(0, 2 * MOST) };
  return {
    findings: [judgeCount(pages), judgeStart(pages), judgeShort(pages), judgeLinks(pages), judgeTotal(pages)],
    posts: elementsIn(elementsIn(pages.large).length > 0 ? pages.large : pages.first),
  };
}

function judgeCount({ large }: Pages): Finding {
  const { count: told, hasNext } = pagingIn(large);
  const came = elementsIn(large).length;
  const isCut = came === MOST && hasNext;
  const isLarger = came > MOST || (told !== undefined && told > MOST && !isCut);
  const isSo = isRefusalOf(large) || isCut || (told !== undefined && told <= MOST) || null;
  return finding('posts.count', verdictOf(isLarger ? false : isSo), {
    ...evidenceOf(large),
    counts: { asked: 2 * MOST, ...(told !== undefined && { told }) },
  });
}

function judgeStart({ first, odd }: Pages): Finding {
  const [ids, later] = [idsIn(first), idsIn(odd)];
  const came = later.length > 0 ? ids.indexOf(later[0]) : -1;
  const isTold = ids.length > ODD_START && came !== -1;
  return finding('posts.start', verdictOf(isRefusalOf(odd) ? false : isTold ? came === ODD_START : null), {
    ...evidenceOf(first, odd),
    counts: { asked: ODD_START, ...(came !== -1 && { came }) },
  });
}

const idsIn = (heard: Heard): unknown[] => elementsIn(heard).map(({ id }) => id);

function judgeShort({ first }: Pages): Finding {
  const { hasNext } = pagingIn(first);
  const came = elementsIn(first).length;
  return finding('posts.short', verdictOf(hasNext ? came === PAGE : null), {
    ...evidenceOf(first),
    ...(hasNext ? { counts: { asked: PAGE, came } } : { note: 'no next link' }),
  });
}

function judgeLinks({ first, large }: Pages): Finding {
  const hasMore = elementsIn(large).length > PAGE;
  const { hasNext } = pagingIn(first);
  return finding('posts.links', verdictOf(hasMore ? hasNext : null), {
    ...evidenceOf(first),
    note: !hasMore ? `no more than ${PAGE} posts` : hasNext ? 'a next link' : 'no next link',
  });
}

function judgeTotal({ first, large }: Pages): Finding {
  const total = pagingIn(large).total ?? pagingIn(first).total;
  const known = Math.max(elementsIn(large).length, elementsIn(first).length);
  return finding('posts.total', verdictOf(total === undefined ? null : total >= known), {
    ...evidenceOf(first, large),
    note: total === undefined ? 'no total' : total >= known ? 'a total' : 'a total below the number of posts',
  });
}
