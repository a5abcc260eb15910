import type { World } from '../../world.js';
import { isListed } from '../posts/feed.js';
import { findPost } from '../posts/find.js';
import { findComment } from './comments.js';
import type { Target } from './reactions.js';

/** URN of the post, given a URN of it, its activity or a comment on it. */
export function readPostUrn(urn: string): string {
  return parseCommentUrn(urn)?.post ?? urn;
}

/** The published post or the comment with this URN; undefined if it does not exist or no longer does. */
export function findTarget(world: World, urn: string): Target | undefined {
  const place = findPost(world, readPostUrn(urn));
  if (!place || !isListed(place, 'READER')) return undefined;
  const id = parseCommentUrn(urn)?.id;
  if (id === undefined) return { place };
  const comment = findComment(place, id);
  return comment && { place, comment };
}

function parseCommentUrn(urn: string): { readonly post: string; readonly id: string } | undefined {
  const [, post, id] = /^urn:li:comment:\((urn:li:\w+:\d+),(\d{1,19})\)$/.exec(urn) ?? [];
  return post === undefined || id === undefined ? undefined : { post, id };
}
