import { hash, pick } from '../hash.js';
import type { SocialUrns } from '../../options.js';
import { MEMBER } from '../profile-parts.js';
import type { Reaction } from './added.js';
import { listReplies, composeCommentId, type Comment } from './comments.js';
import { listReactions, nameComment, nameReaction, nameTarget, type Target } from './reactions.js';
import { makePerson, nameThread } from './thread.js';

/** A comment, like or reaction as LinkedIn sends it. */
export type Body = Readonly<Record<string, unknown>>;

const TEXTS = [
  'Great work!',
  'Thank you',
  'How high is it?\nAnd how loud?',
  '👏👏 بالتوفيق',
  'Is "C:\\wind" <b>bold</b> & free?',
  '',
] as const;

/** A comment (comments-api, read 2026-11-22). Made-up comments by the page also name the member who wrote them. */
export function composeComment(comment: Comment, urns: SocialUrns): Body {
  const { place, number, time, parent, added } = comment;
  const actor = actorOf(comment);
  const byPage = !added && actor.startsWith('urn:li:organization:');
  const edit = place.feed.activity.get(place.index)?.commentEdits.get(composeCommentId(comment))?.at(-1);
  const stamp = (instant: number): Body => ({ actor, ...(byPage && { impersonator: MEMBER }), time: instant });
  const name = nameComment(comment);
  return {
    actor,
    ...(byPage && { agent: MEMBER }),
    ...(urns === 'usual' && { commentUrn: name }),
    ...(urns === 'old' && { $URN: name }),
    ...(parent && { parentComment: nameComment(parent) }),
    created: stamp(time),
    lastModified: stamp(edit?.time ?? (number % 7 === 3 ? time + 500 : time)),
    id: composeCommentId(comment),
    ...(!parent && composeSummaries(comment)),
    message: { attributes: [], text: edit?.text ?? firstTextOf(comment) },
    ...(!added && number % 9 === 3 && { content: [composeImage(comment)] }),
    object: nameThread(place),
  };
}

/** The author of a comment; every fourth made-up comment is the page's own. */
export function actorOf({ place, number, added }: Comment): string {
  const { id } = place.feed.page;
  return added?.actor ?? (number % 4 === 2 ? `urn:li:organization:${id}` : makePerson(place, number, 321));
}

/** The comment's text before any edit. */
export function firstTextOf({ place, number, added }: Comment): string {
  const { seed, id } = place.feed.page;
  return added?.text ?? pick(TEXTS, hash(seed, id, place.index, number, 322));
}

function composeSummaries(comment: Comment): Body {
  const replies = listReplies(comment).length;
  const commentsSummary = {
    selectedComments: [],
    totalFirstLevelComments: replies,
    aggregatedTotalComments: replies,
  };
  return {
    likesSummary: summarizeLikes({ place: comment.place, comment }),
    ...(replies > 0 && { commentsSummary }),
  };
}

export function summarizeLikes(target: Target): Body {
  const likes = listReactions(target).length;
  return { selectedLikes: [], aggregatedTotalLikes: likes, likedByCurrentUser: false, totalLikes: likes };
}

function composeImage({ place, number }: Comment): Body {
  const asset = `D4E10AQ${hash(place.feed.page.seed, place.feed.page.id, place.index, number, 323).toString(36)}`;
  return {
    type: 'IMAGE',
    url: `https://media.licdn.example/dms/image/${asset}/comment`,
    entity: { digitalmediaAsset: `urn:li:digitalmediaAsset:${asset}` },
  };
}

/** A like; it does not say which kind of reaction it is. */
export function composeLike(target: Target, reaction: Reaction, urns: SocialUrns): Body {
  const object = nameTarget(target);
  const stamp = composeStamp(reaction);
  return {
    ...(urns !== 'absent' && { $URN: `urn:li:like:(${reaction.actor},${object})` }),
    actor: reaction.actor,
    created: stamp,
    lastModified: stamp,
    object,
  };
}

/** A reaction (reactions-api, read 2026-11-22). */
export function composeReaction(target: Target, reaction: Reaction): Body {
  const stamp = composeStamp(reaction);
  return {
    id: nameReaction(target, reaction),
    reactionType: reaction.type,
    root: nameTarget(target),
    created: stamp,
    lastModified: stamp,
  };
}

function composeStamp({ actor, time }: Reaction): Body {
  return { actor, ...(actor.startsWith('urn:li:organization:') && { impersonator: MEMBER }), time };
}
