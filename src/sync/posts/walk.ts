import type { LinkedInClient } from '../../linkedin/client.js';
import type { Overlap } from '../../linkedin/overlap.js';
import { paginate } from '../../linkedin/paging.js';
import type { ApiRequest } from '../../linkedin/api-request.js';
import { PAGE_SIZES, requestPosts } from '../../linkedin/request-builders.js';
import { organizationId } from '../../linkedin/urn.js';
import { isInstant } from '../../singer/values.js';
import type { Element } from '../../streams/entry.js';
import { LINKEDIN_LAUNCH } from '../window.js';

/** One post of a walk, with the facts the walk and its followers need. */
export interface Post {
  readonly urn: string;
  /** Epoch milliseconds; null where LinkedIn does not say. */
  readonly modifiedAt: number | null;
  /** `lastModifiedAt` as LinkedIn sent it, plausible or not; null where it is not a number. */
  readonly stamp: number | null;
  readonly createdAt: number | null;
  readonly element: Element;
}

export interface PostsPage {
  readonly posts: readonly Post[];
  /** URNs of posts that name another author, so are not what was asked for. */
  readonly strangers: readonly string[];
  /** Number of elements that cannot become posts because they have no string `id`. */
  readonly unnamed: number;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

/**
 * Walks the posts of an organization, last modified first, until a page ends before `needFrom` (epoch milliseconds). A
 * short page does not end it. A post that comes twice, because others moved, is yielded once (paging.ts).
 */
export async function* walkPosts(
  client: LinkedInClient,
  walk: { organization: string; stream: string; needFrom: number; overlap: Overlap },
): AsyncGenerator<PostsPage> {
  const { organization, stream, needFrom, overlap } = walk;
  const requestPage = (start: number): ApiRequest => ({ ...requestPosts(organization, start), stream });
  const pages = paginate<Element>(client, requestPage, { count: PAGE_SIZES.posts, overlap });
  for await (const { body, receivedAt } of pages) {
    const all = body.elements.flatMap((element) => readPost(element));
    const isStranger = ({ element: { author } }: Post): boolean =>
      typeof author === 'string' && organizationId(author) !== organizationId(organization);
    const posts = all.filter((post) => !isStranger(post));
    const strangers = all.filter(isStranger).map(({ urn }) => urn);
    yield { posts, strangers, unnamed: body.elements.length - all.length, receivedAt };
    const oldest = all.findLast(({ modifiedAt }) => modifiedAt !== null)?.modifiedAt ?? Infinity;
    if (oldest < needFrom) return;
  }
}

function readPost(element: Element): Post[] {
  const urn = element['id'];
  if (typeof urn !== 'string') return [];
  const createdAt = instantOf(element['createdAt']) ?? instantOf(element['publishedAt']);
  const { lastModifiedAt } = element;
  const stamp = typeof lastModifiedAt === 'number' ? lastModifiedAt : null;
  return [{ urn, modifiedAt: instantOf(lastModifiedAt), stamp, createdAt, element }];
}

/** null for what a record would not accept as an instant, and for dates before LinkedIn existed. */
const instantOf = (value: unknown): number | null => (isInstant(value) && value >= LINKEDIN_LAUNCH ? value : null);
