import { hash } from '../hash.js';
import { computePublication, type Place } from '../posts/feed.js';
import { composeId, readTime } from '../posts/urns.js';
import type { AddedComment } from './added.js';
import { computeArrival, countArrivals } from './arrivals.js';
import { decideNumber } from './thread.js';

/** A comment: either made up, and computed from its number, or added while the sandbox runs. */
export interface Comment {
  readonly place: Place;
  /** Unique within the post. */
  readonly number: number;
  readonly time: number;
  /** For a reply: the comment it answers. */
  readonly parent?: Comment;
  readonly added?: AddedComment;
}

const MOST_REPLIES = 2;
const REPLY_DELAY = 3 * 3_600_000;

/** Like LinkedIn's, the ids are too large for a JavaScript number. */
export function composeCommentId({ place, number, time }: Comment): string {
  const { seed, id } = place.feed.page;
  return composeId(time, seed, id, place.index, number, 303);
}

/** The top-level comments on a post: made-up ones from the oldest on, then added ones. */
export function listComments(place: Place): Comment[] {
  return keep(place, listWritten(place));
}

/** The same, including removed comments. */
export function listWritten(place: Place): Comment[] {
  const start = computePublication(place.feed.page, place.index);
  const final = decideNumber(place, place.feed.page.comments, 301);
  const madeUp = Array.from({ length: countArrivals(start, final, place.feed.now) }, (_, turn) => ({
    place,
    number: turn * (MOST_REPLIES + 1),
    time: computeArrival(start, turn, final),
  }));
  return [...madeUp, ...listAdded(place)];
}

/** The replies to a comment; replies themselves have none. */
export function listReplies(parent: Comment): Comment[] {
  return keep(parent.place, listWrittenReplies(parent));
}

export function listWrittenReplies(parent: Comment): Comment[] {
  const { place, number, added } = parent;
  if (parent.parent) return [];
  const { seed, id } = place.feed.page;
  const final = added || number % 5 > 0 ? 0 : 1 + (hash(seed, id, place.index, number, 302) % MOST_REPLIES);
  const madeUp = Array.from({ length: final }, (_, turn) => ({
    place,
    number: number + turn + 1,
    time: parent.time + (turn + 1) * REPLY_DELAY,
    parent,
  }));
  const written = madeUp.filter(({ time }) => time <= place.feed.now);
  return [...written, ...listAdded(place, parent)];
}

/** The comment or reply with this id. */
export function findComment(place: Place, id: string): Comment | undefined {
  const time = readTime(id);
  const isIt = (comment: Comment): boolean => comment.time === time && composeCommentId(comment) === id;
  for (const comment of listComments(place)) {
    if (isIt(comment)) return comment;
    const reply = listReplies(comment).find(isIt);
    if (reply) return reply;
  }
  return undefined;
}

/** How many comments there are including replies, and on the top level. */
export function countComments(place: Place): { readonly count: number; readonly topLevelCount: number } {
  const comments = listComments(place);
  const count = comments.reduce((sum, comment) => sum + 1 + listReplies(comment).length, 0);
  return { count, topLevelCount: comments.length };
}

function listAdded({ feed, index }: Place, parent?: Comment): Comment[] {
  const added = feed.activity.get(index)?.comments ?? [];
  return added
    .filter((comment) => comment.parent === parent?.number)
    .map((comment) => ({
      place: { feed, index },
      number: comment.number,
      time: comment.time,
      added: comment,
      ...(parent && { parent }),
    }));
}

function keep({ feed, index }: Place, comments: Comment[]): Comment[] {
  const removed = feed.activity.get(index)?.removed;
  return removed ? comments.filter((comment) => !removed.has(composeCommentId(comment))) : comments;
}
