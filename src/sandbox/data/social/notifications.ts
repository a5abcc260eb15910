import type { World } from '../../world.js';
import { DAY } from '../days.js';
import { hash } from '../hash.js';
import type { Page } from '../page.js';
import { computePublication, isListed, type Feed, type Place } from '../posts/feed.js';
import { openFeed } from '../posts/find.js';
import { kindOf } from '../posts/kinds.js';
import type { OthersPost, Reaction } from './added.js';
import { actorOf } from './bodies.js';
import { composeCommentId, listWritten, listWrittenReplies, type Comment } from './comments.js';
import { listMentions, type Mention } from './others.js';
import { listReactions } from './reactions.js';

/** What LinkedIn notifies a page about (organization-notifications, read 2026-11-22). */
export const NOTIFIED_ACTIONS = [
  'LIKE',
  'COMMENT',
  'SHARE',
  'SHARE_MENTION',
  'COMMENT_MENTION',
  'ADMIN_COMMENT',
  'COMMENT_EDIT',
  'COMMENT_DELETE',
] as const;

/** Something that happened, and when. */
export type Happening = {
  /** Unique within the page. */
  readonly id: number;
  /** Epoch milliseconds. */
  readonly time: number;
} & (
  | { readonly action: 'LIKE'; readonly place: Place; readonly reaction: Reaction }
  | {
      readonly action: 'COMMENT' | 'ADMIN_COMMENT' | 'COMMENT_EDIT';
      readonly place: Place;
      readonly comment: Comment;
      /** For an edit: the new text. */
      readonly text?: string;
      readonly isGone: boolean;
    }
  | { readonly action: 'COMMENT_DELETE'; readonly place: Place; readonly comment: Comment }
  | { readonly action: 'SHARE'; readonly place: Place; readonly share: OthersPost; readonly number: number }
  | { readonly action: 'SHARE_MENTION' | 'COMMENT_MENTION'; readonly page: Page; readonly mention: Mention }
);

type WithoutId<Item> = Item extends unknown ? Omit<Item, 'id'> : never;

/** Notifications are kept for 60 days. */
export const KEPT_MS = 60 * DAY;
/** Comments and reactions come within a month of their post, replies some hours later. */
const STIRRED_MS = 31 * DAY;

/** What happened on a page in the last sixty days, newest first. */
export function listHappenings(world: World, page: Page): Happening[] {
  const feed = openFeed(world, page);
  const since = feed.now - KEPT_MS;
  const mentions = listMentions(page, { since, until: feed.now, added: world.activity.mentions(page.id) });
  const all = [
    ...[...listStirred(feed, since)].flatMap((place) => listOnPost(place)),
    ...mentions.map((mention): Happening => ({
      id: makeId(page, [mention.number, 411]),
      time: mention.time,
      action: mention.in === 'post' ? 'SHARE_MENTION' : 'COMMENT_MENTION',
      page,
      mention,
    })),
  ];
  const kept = all.filter(({ time }) => time >= since && time <= feed.now);
  return kept.sort((one, other) => other.time - one.time || other.id - one.id);
}

/** Posts, including deleted ones, on which something may have happened since. */
function* listStirred(feed: Feed, since: number): Generator<Place> {
  const touched = new Set(feed.activity.keys());
  for (let index = feed.count - 1; index >= 0; index--) {
    if (kindOf(index).hidden) continue;
    const isYoung = computePublication(feed.page, index) >= since - STIRRED_MS;
    if (isYoung || touched.has(index)) yield { feed, index };
    if (!isYoung && touched.size === 0) return;
  }
}

function listOnPost(place: Place): Happening[] {
  const { feed, index } = place;
  const { page } = feed;
  const activity = feed.activity.get(index);
  const identify = (happening: WithoutId<Happening>, ...parts: number[]): Happening => ({
    ...happening,
    id: makeId(page, [index, ...parts]),
  });
  const comments = listWritten(place).flatMap((comment) => [comment, ...listWrittenReplies(comment)]);
  return [
    ...comments.flatMap((comment) => {
      const id = composeCommentId(comment);
      const isGone = activity?.removed.has(id) ?? false;
      const action = actorOf(comment).startsWith('urn:li:organization:') ? 'ADMIN_COMMENT' : 'COMMENT';
      const edits = activity?.commentEdits.get(id) ?? [];
      const written = identify({ action, time: comment.time, place, comment, isGone }, comment.number, 412);
      return [
        written,
        ...edits.map(({ text, time }, turn) =>
          identify({ action: 'COMMENT_EDIT', time, place, comment, text, isGone }, comment.number, turn, 413),
        ),
      ];
    }),
    ...(activity?.removals ?? []).map(({ number, written, time, added }) =>
      identify(
        { action: 'COMMENT_DELETE', time, place, comment: { place, number, time: written, ...(added && { added }) } },
        number,
        414,
      ),
    ),
    ...listReactions({ place }).map((reaction) =>
      identify({ action: 'LIKE', time: reaction.time, place, reaction }, ...fold(reaction.actor), 415),
    ),
    ...(activity?.shares ?? []).map((share, number) =>
      identify({ action: 'SHARE', time: share.time, place, share, number }, number, 416),
    ),
  ];
}

/** Whether readers can still find the post. */
export const isThere = (place: Place): boolean => isListed(place, 'READER');

const fold = (text: string): number[] => Array.from(new TextEncoder().encode(text));

/** 52 bits: enough to make collisions unlikely, and few enough for a JSON number. */
function makeId({ seed, id }: Page, parts: readonly number[]): number {
  return (hash(seed, id, ...parts, 417) % 2 ** 20) * 2 ** 32 + hash(seed, id, ...parts, 418);
}
