import type { World } from '../../world.js';
import type { Page } from '../page.js';
import type { Feed, Place } from './feed.js';
import { kindOf } from './kinds.js';
import { countPosts, findByCreation } from './times.js';
import { parsePostUrn } from './urns.js';

/** A page's posts as of now. */
export function openFeed(world: World, page: Page): Feed {
  const now = world.now();
  return { page, now, count: countPosts(page, now), activity: world.activity.list(page.id) };
}

/** The post with this URN or activity URN, listed or not. The type must match: a share is not a ugcPost. */
export function findPost(world: World, urn: string): Place | undefined {
  const parsed = parsePostUrn(urn);
  if (!parsed) return undefined;
  for (const page of world.listByMark(parsed.mark)) {
    const feed = openFeed(world, page);
    const index = findByCreation(page, parsed.createdAt, feed.count);
    if (index !== undefined && [kindOf(index).type, 'activity'].includes(parsed.type)) return { feed, index };
  }
  return undefined;
}
