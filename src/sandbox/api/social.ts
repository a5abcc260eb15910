import { findTarget, readPostUrn } from '../data/social/find.js';
import type { Target } from '../data/social/reactions.js';
import { composeActivityUrn } from '../data/posts/urns.js';
import { refuse, refuseUnknownEntity } from '../http/answer.js';
import type { World } from '../world.js';
import { listPageOf } from './posts.js';

export const FEED_SCOPES = ['r_organization_social_feed'] as const;

/** Roles that may read comments, reactions and plays (comments-api, read 2026-11-22). */
export const FEED_READERS = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'] as const;

/** Ids of the organizations whose posts or comments these are. */
export function listOfTargets(world: World, urns: readonly string[]): number[] {
  return listPageOf(world, urns.map(readPostUrn));
}

/**
 * The post or comment with this URN.
 *
 * @throws Refusal if there is none, or if the member may not see what others do with it
 */
export function readTarget(world: World, urn: string): Target {
  const target = findTarget(world, urn);
  if (!target) throw refuseUnknownEntity();
  const { feed, index } = target.place;
  if (world.hasRole(feed.page.id, ...FEED_READERS)) return target;
  throw refuse(403, `member is unauthorized on ${composeActivityUrn(feed.page, index)}`);
}
