import { deletePost, editPost } from '../../member-actions.js';
import {
  computeModification,
  countListed,
  isListed,
  listPosts,
  type Feed,
  type Place,
  type PostOrder,
  type ViewContext,
} from '../../data/posts/feed.js';
import { findPost, openFeed } from '../../data/posts/find.js';
import { composePost, type Post } from '../../data/posts/post.js';
import { refuse, refuseAccess, refuseParameter, refuseUnknownEntity } from '../../http/answer.js';
import { EVERY_PAGE, paginate, type Collection } from '../../restli/paging.js';
import { parseOrganization, readNumber, readText } from '../../restli/read.js';
import type { World } from '../../world.js';
import { listPageOf, POST_READERS } from '../posts.js';
import type { Call, Resource } from '../resource.js';
import { answerBatch, readKeys } from './batch.js';

const SCOPES = ['r_organization_social'];

/** Posts of a page (posts-api, read 2026-11-22). */
export const posts: Resource = {
  name: 'posts',
  path: 'posts',
  actions: [
    {
      method: 'FINDER',
      finder: 'author',
      required: ['author'],
      optional: ['sortBy', 'viewContext', 'isDsc', 'start', 'count'],
      scopes: SCOPES,
      roles: POST_READERS,
      listOrganizations: (call) => [readAuthor(call)],
      handle: findPosts,
    },
    {
      method: 'GET',
      optional: ['viewContext'],
      scopes: SCOPES,
      roles: POST_READERS,
      listOrganizations: ({ keys }, world) => listPageOf(world, keys),
      handle: ({ keys, params }, world) => getPost(world, keys[0] ?? '', readContext(params)),
    },
    {
      method: 'BATCH_GET',
      optional: ['viewContext'],
      scopes: SCOPES,
      listOrganizations: (call, world) => listPageOf(world, readKeys(call)),
      handle: (call, world) => answerBatch(readKeys(call), (urn) => getPost(world, urn, readContext(call.params))),
    },
  ],
};

function readAuthor({ params }: Call): number {
  const author = readText(params, 'author');
  if (author?.startsWith('urn:li:person:')) {
    throw refuse(400, 'Member permissions must be used when using member as author');
  }
  return parseOrganization(author);
}

function readContext(params: Call['params']): ViewContext {
  const context = readText(params, 'viewContext') ?? 'READER';
  if (context !== 'READER' && context !== 'AUTHOR') throw refuseParameter('viewContext');
  return context;
}

function readOrder({ params }: Call): PostOrder {
  const order = readText(params, 'sortBy') ?? 'LAST_MODIFIED';
  if (order !== 'LAST_MODIFIED' && order !== 'CREATED') throw refuseParameter('sortBy');
  return order;
}

function findPosts(call: Call, world: World): Collection<Post> {
  const page = world.page(readAuthor(call));
  if (!page) throw refuseUnknownEntity();
  const feed = openFeed(world, page);
  const context = readContext(call.params);
  const listed = { order: readOrder(call), context };
  const late = world.options.showLate ? findLate(feed, listed) : new Set<number>();
  const items = {
    length: countListed(feed, context) - late.size,
    slice: (from: number, to: number) =>
      slice(leaveOut(listPosts(feed, listed), late), from, to).map((index) => composePost({ feed, index })),
  };
  const answer = paginate(roundStart(call, world), items, { layout: EVERY_PAGE[world.options.postPages] });
  if (answer.paging.start === 0 && answer.paging.links.length > 0) deleteNewest(world, feed);
  if (world.options.editWhilePaging && answer.paging.links.length > 0) editOldest(world, feed);
  return answer;
}

/** What happens to a `start` that is not a multiple of `count`; LinkedIn's documentation does not say. */
function roundStart(call: Call, { options: { oddStart } }: World): Call {
  const [start, count] = [readNumber(call.params, 'start', 0), readNumber(call.params, 'count', 10)];
  if (oddStart === 'taken' || count === 0 || start % count === 0) return call;
  if (oddStart === 'refused') throw refuseParameter('start');
  const values = new Map([...call.params.values, ['start', String(start - (start % count))]]);
  return { ...call, params: { ...call.params, values } };
}

function deleteNewest(world: World, feed: Feed): void {
  const newest = [...listPosts(feed, { order: 'LAST_MODIFIED', context: 'READER' })];
  for (const index of newest.slice(0, world.options.deleteWhilePaging)) deletePost(world, { feed, index });
}

/**
 * Edits the least recently modified published post, which a client paging through has not reached yet. It becomes the
 * newest, even if the sandbox clock stands still: at LinkedIn, time passes while a client reads.
 */
function editOldest(world: World, feed: Feed): void {
  const listed = [...listPosts(feed, { order: 'LAST_MODIFIED', context: 'READER' })];
  const [newest, oldest] = [listed.at(0), listed.at(-1)];
  if (newest === undefined || oldest === undefined) return;
  const { lastModifiedAt } = composePost({ feed, index: newest });
  editPost(world, { feed, index: oldest }, { time: Math.max(world.now(), lastModifiedAt + 1) });
}

const LATE_MS = 3_600_000;

/** Posts that LinkedIn does not list yet. */
function findLate(feed: Feed, listed: Parameters<typeof listPosts>[1]): Set<number> {
  const late = new Set<number>();
  const [newest] = listPosts(feed, listed);
  for (const index of listPosts(feed, listed)) {
    if (computeModification({ feed, index }) < feed.now - LATE_MS) break;
    if (index !== newest) late.add(index);
  }
  return late;
}

function* leaveOut(indexes: Iterable<number>, left: ReadonlySet<number>): Generator<number> {
  for (const index of indexes) if (!left.has(index)) yield index;
}

function slice(indexes: Iterable<number>, from: number, to = Infinity): number[] {
  const part: number[] = [];
  let place = 0;
  for (const index of indexes) {
    if (place >= to) break;
    if (place++ >= from) part.push(index);
  }
  return part;
}

/** Checks the role per post: in a batch, each is refused on its own. */
function getPost(world: World, urn: string, context: ViewContext): Post {
  const place: Place | undefined = urn.startsWith('urn:li:activity:') ? undefined : findPost(world, urn);
  if (!place || !isListed(place, context)) throw refuseUnknownEntity();
  const { id } = place.feed.page;
  if (!world.hasRole(id, ...POST_READERS))
    throw refuseAccess(`Not enough permissions to access posts of urn:li:organization:${id}`);
  return composePost(place);
}
