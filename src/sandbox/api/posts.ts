import { findPost } from '../data/posts/find.js';
import type { World } from '../world.js';

/**
 * Roles that read posts: two are documented, with the third one public client works (posts-api, read 2026-11-22).
 */
export const POST_READERS = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER', 'CONTENT_ADMINISTRATOR'] as const;

/** Ids of the organizations whose posts these are; unknown ones are nobody's. */
export function listPageOf(world: World, urns: readonly string[]): number[] {
  const ids = urns.flatMap((urn) => findPost(world, urn)?.feed.page.id ?? []);
  return [...new Set(ids)];
}
