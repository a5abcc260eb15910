import { isListed, type Place } from './data/posts/feed.js';
import { findPost } from './data/posts/find.js';
import type { AddedComment, Reaction } from './data/social/added.js';
import { composeCommentId } from './data/social/comments.js';
import { findTarget } from './data/social/find.js';
import { listReactions, nameComment, nameReaction, nameTarget, type Target } from './data/social/reactions.js';
import { ADDED_MENTIONS, nameMention, nameShare } from './data/social/others.js';
import type { World } from './world.js';

/**
 * Something a member does, at the time of the sandbox clock. Posts, activities and comments are named by their URNs.
 */
export type MemberAction =
  | { readonly do: 'edit'; readonly post: string; readonly commentary?: string }
  | { readonly do: 'delete'; readonly post: string }
  /** Comments on a post or replies to a comment. */
  | { readonly do: 'comment'; readonly on: string; readonly text?: string; readonly actor?: string }
  /** Reacts to a post or comment. */
  | { readonly do: 'react'; readonly on: string; readonly type?: string; readonly actor?: string }
  /** Edits a comment. */
  | { readonly do: 'edit comment'; readonly urn: string; readonly text?: string }
  /** Shares a page's post, or mentions a page in a post of their own. */
  | { readonly do: 'share'; readonly post: string; readonly text?: string; readonly actor?: string }
  | { readonly do: 'mention'; readonly organization: number; readonly text?: string; readonly actor?: string }
  /** Removes a comment or reaction. */
  | { readonly do: 'remove'; readonly urn: string };

/**
 * Performs the action and returns the URN of what was changed or made.
 *
 * @throws TypeError if there is no such thing
 */
export function performAction(world: World, action: MemberAction): string {
  switch (action.do) {
    case 'edit':
      editPost(world, findPostOrThrow(world, action.post), { commentary: action.commentary });
      return action.post;
    case 'delete':
      deletePost(world, findPostOrThrow(world, action.post));
      return action.post;
    case 'comment':
      return addComment(world, action);
    case 'react':
      return addReaction(world, action);
    case 'edit comment':
      editComment(world, action);
      return action.urn;
    case 'share':
      return addShare(world, action);
    case 'mention':
      return addMention(world, action);
    case 'remove':
      remove(world, action.urn);
      return action.urn;
    default:
      throw new TypeError(
        `A member can only edit, delete, comment, react, edit comment, share, mention or remove, not ${JSON.stringify(action)}.`,
      );
  }
}

export function deletePost(world: World, place: Place): void {
  open(world, place).deleted = true;
}

export function editPost(
  world: World,
  place: Place,
  { time = world.now(), commentary: given }: { time?: number; commentary?: string | undefined } = {},
): void {
  const activity = open(world, place);
  const commentary = given ?? activity.edit?.commentary;
  const turn = world.activity.takeTurn();
  activity.edit = { time, turn, ...(commentary !== undefined && { commentary }) };
}

const SOMEBODY = 'urn:li:person:nE7wcOmer1';

/** Above the numbers of all made-up comments. */
const FIRST_ADDED = 1_000_000;

function addComment(
  world: World,
  { on, text = 'A new comment', actor = SOMEBODY }: MemberAction & { do: 'comment' },
): string {
  const { place, comment: parent } = findTargetOrThrow(world, on);
  const number = FIRST_ADDED + world.activity.takeTurn();
  const added: AddedComment = { number, time: world.now(), actor, text, ...(parent && { parent: parent.number }) };
  open(world, place).comments.push(added);
  return nameComment({ place, number, time: added.time });
}

function addReaction(world: World, { on, type = 'LIKE', actor = SOMEBODY }: MemberAction & { do: 'react' }): string {
  const target = findTargetOrThrow(world, on);
  const reaction = { actor, type, time: world.now() };
  const name = nameReaction(target, reaction);
  if (listReactions(target).some((other) => other.actor === actor)) {
    throw new TypeError(`${actor} has already reacted to it: remove "${name}" first.`);
  }
  open(world, target.place).reactions.push({ ...reaction, on: nameTarget(target) });
  return name;
}

function editComment(world: World, { urn, text = 'Put another way' }: MemberAction & { do: 'edit comment' }): void {
  const { place, comment } = findTargetOrThrow(world, urn);
  if (!comment) throw new TypeError(`"${urn}" is not a comment.`);
  const { commentEdits } = open(world, place);
  const id = composeCommentId(comment);
  commentEdits.set(id, [...(commentEdits.get(id) ?? []), { text, time: world.now() }]);
}

function addShare(
  world: World,
  { post, text = 'Worth a look', actor = SOMEBODY }: MemberAction & { do: 'share' },
): string {
  const place = findPostOrThrow(world, post);
  const { shares } = open(world, place);
  shares.push({ actor, text, time: world.now() });
  return nameShare(place, shares.length - 1, world.now());
}

function addMention(
  world: World,
  { organization, text = 'Well done', actor = SOMEBODY }: MemberAction & { do: 'mention' },
): string {
  const page = world.page(organization);
  if (!page) throw new TypeError(`The sandbox has no organization ${organization}.`);
  const mentions = world.activity.mentions(organization);
  mentions.push({ actor, text, time: world.now() });
  return nameMention(page, ADDED_MENTIONS + mentions.length - 1, world.now());
}

function remove(world: World, urn: string): void {
  const [, on] = /^urn:li:reaction:\([^,]+,(.+)\)$/.exec(urn) ?? [];
  const target = findTargetOrThrow(world, on ?? urn);
  if (on === undefined) {
    if (!target.comment) throw new TypeError(`"${urn}" is neither a comment nor a reaction.`);
    const { number, time: written, added } = target.comment;
    const { removed, removals } = open(world, target.place);
    removed.add(composeCommentId(target.comment));
    removals.push({ number, written, time: world.now(), ...(added && { added }) });
    return;
  }
  const isIt = (reaction: Reaction): boolean => nameReaction(target, reaction) === urn;
  if (!listReactions(target).some(isIt)) throw new TypeError(`The sandbox has no reaction "${urn}".`);
  const { removed, reactions } = open(world, target.place);
  const added = reactions.findIndex(isIt);
  if (added >= 0) reactions.splice(added, 1);
  else removed.add(urn);
}

function open(world: World, { feed, index }: Place): ReturnType<World['activity']['open']> {
  return world.activity.open(feed.page.id, index);
}

function findPostOrThrow(world: World, urn: string): Place {
  const place = findPost(world, urn);
  if (!place || !isListed(place, 'AUTHOR')) throw new TypeError(`The sandbox has no post "${urn}".`);
  return place;
}

function findTargetOrThrow(world: World, urn: string): Target {
  const target = findTarget(world, urn);
  if (!target) throw new TypeError(`The sandbox has no post or comment "${urn}".`);
  return target;
}
