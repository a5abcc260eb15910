import { findPost } from '../data/posts/find.js';
import type { World } from '../world.js';

/**
 * Roles that may read posts: two are documented, the third works for one public client (posts-api, read 2026-11-22).
 */
export const POST_READERS = ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER', 'CONTENT_ADMINISTRATOR'] as const;

/** Ids of the organizations that these posts belong to; unknown posts are skipped. */
export function listPageOf(world: World, urns: readonly string[]): number[] {
  const ids = urns.flatMap((urn) => findPost(world, urn)?.feed.page.id ?? []);
  return [...new Set(ids)];
}
