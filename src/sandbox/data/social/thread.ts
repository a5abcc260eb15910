import { hash } from '../hash.js';
import type { Place } from '../posts/feed.js';
import { kindOf } from '../posts/kinds.js';
import { composeActivityUrn, composePostUrn } from '../posts/urns.js';

/** The URN that LinkedIn uses for a post in comments and reactions: a ugcPost's own, or a share's activity. */
export function nameThread({ feed, index }: Place): string {
  return kindOf(index).type === 'ugcPost' ? composePostUrn(feed.page, index) : composeActivityUrn(feed.page, index);
}

/** How many comments or reactions a post gets in the end: every fourth post none, every fourth the maximum. */
export function decideNumber({ feed, index }: Place, most: number, salt: number): number {
  if (kindOf(index).quiet || index % 4 === 0) return 0;
  return index % 4 === 1 ? most : hash(feed.page.seed, feed.page.id, index, salt) % (most + 1);
}

/** URN of a made-up member. */
export function makePerson({ feed, index }: Place, ...parts: readonly number[]): string {
  const { seed, id } = feed.page;
  const name = hash(seed, id, index, ...parts)
    .toString(36)
    .padStart(7, 'x');
  return `urn:li:person:${name}${(hash(seed, index, ...parts) % 36 ** 3).toString(36).padStart(3, 'Q')}`;
}
