import { hash, pick } from '../hash.js';
import { computePublication, type Place } from '../posts/feed.js';
import type { Reaction } from './added.js';
import { computeArrival, countArrivals } from './arrivals.js';
import { composeCommentId, type Comment } from './comments.js';
import { decideNumber, makePerson, nameThread } from './thread.js';

/** What members comment on and react to: a post, or a comment on it. */
export interface Target {
  readonly place: Place;
  readonly comment?: Comment;
}

/** Kinds of reactions, repeated by frequency (reactions-api, read 2026-11-22); MAYBE is an old one. */
const KINDS = [
  ...(['LIKE', 'LIKE', 'LIKE', 'LIKE', 'LIKE', 'PRAISE', 'PRAISE', 'EMPATHY', 'EMPATHY'] as const),
  ...(['INTEREST', 'APPRECIATION', 'ENTERTAINMENT', 'MAYBE'] as const),
] as const;
const MOST_ON_COMMENTS = 3;
/** A page among the members who react. */
const REACTING_PAGE = 'urn:li:organization:2414183';

/** URN under which LinkedIn keeps a target's reactions. */
export function nameTarget({ place, comment }: Target): string {
  return comment ? nameComment(comment) : nameThread(place);
}

export function nameComment(comment: Comment): string {
  return `urn:li:comment:(${nameThread(comment.place)},${composeCommentId(comment)})`;
}

export function nameReaction(target: Target, { actor }: Reaction): string {
  return `urn:li:reaction:(${actor},${nameTarget(target)})`;
}

/** The reactions to a post or comment: made-up ones from the oldest on, then added ones. */
export function listReactions(target: Target): Reaction[] {
  const { place, comment } = target;
  const { page, now } = place.feed;
  const start = comment?.time ?? computePublication(page, place.index);
  const final = comment ? decideOnComment(comment) : decideNumber(place, page.reactions, 311);
  const reactions = Array.from({ length: countArrivals(start, final, now) }, (_, turn) => ({
    actor: turn === 4 ? REACTING_PAGE : makePerson(place, comment?.number ?? -1, turn, 312),
    type: pick(KINDS, hash(page.seed, page.id, place.index, comment?.number ?? -1, turn, 313)),
    time: computeArrival(start, turn, final),
  }));
  const activity = place.feed.activity.get(place.index);
  if (!activity) return reactions;
  const name = nameTarget(target);
  const kept = reactions.filter((reaction) => !activity.removed.has(nameReaction(target, reaction)));
  return [...kept, ...activity.reactions.filter(({ on }) => on === name)];
}

function decideOnComment({ place, number, added }: Comment): number {
  const { seed, id } = place.feed.page;
  return added ? 0 : hash(seed, id, place.index, number, 314) % (MOST_ON_COMMENTS + 1);
}
