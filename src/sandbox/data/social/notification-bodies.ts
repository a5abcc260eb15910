import { MEMBER } from '../profile-parts.js';
import { chooseText } from '../posts/commentary.js';
import type { Place } from '../posts/feed.js';
import { kindOf, type PostContent } from '../posts/kinds.js';
import { composeActivityUrn, composeId, composePostUrn } from '../posts/urns.js';
import { actorOf, firstTextOf, type Body } from './bodies.js';
import { isThere, type Happening } from './notifications.js';
import { nameMention, nameShare } from './others.js';
import { nameComment, nameTarget } from './reactions.js';

/** A notification as LinkedIn sends it; deleted things have no decoration. */
export function composeNotification(happening: Happening, organization: number): Body {
  const { id, time, action } = happening;
  return {
    notificationId: id,
    organizationalEntity: `urn:li:organization:${organization}`,
    action,
    ...composeParts(happening),
    subscriber: MEMBER,
    lastModifiedAt: time,
  };
}

function composeParts(happening: Happening): Body {
  switch (happening.action) {
    case 'LIKE': {
      const { place, reaction } = happening;
      return { ...composeSource(place), generatedActivity: `urn:li:like:(${reaction.actor},${nameTarget({ place })})` };
    }
    case 'COMMENT':
    case 'ADMIN_COMMENT':
    case 'COMMENT_EDIT': {
      const { place, comment, isGone, text = firstTextOf(comment) } = happening;
      const entity = nameComment(comment);
      const body = { entity, owner: actorOf(comment), text, object: nameTarget({ place }) };
      return {
        ...composeSource(place),
        generatedActivity: entity,
        ...(!isGone && isThere(place) && { decoratedGeneratedActivity: { comment: body } }),
      };
    }
    case 'COMMENT_DELETE':
      return { ...composeSource(happening.place), generatedActivity: nameComment(happening.comment) };
    case 'SHARE': {
      const { place, share, number } = happening;
      const entity = nameShare(place, number, share.time);
      const body = { entity, owner: share.actor, text: share.text, mediaCategory: 'NONE' };
      return { ...composeSource(place), generatedActivity: entity, decoratedGeneratedActivity: { share: body } };
    }
    case 'SHARE_MENTION':
    case 'COMMENT_MENTION':
      return composeMention(happening);
  }
}

/** The page's post that it is about. */
function composeSource(place: Place): Body {
  const { page } = place.feed;
  const post = {
    entity: composePostUrn(page, place.index),
    owner: `urn:li:organization:${page.id}`,
    ...(!kindOf(place.index).plain && { text: chooseText(place.index) }),
    mediaCategory: MEDIA[kindOf(place.index).content] ?? 'NONE',
  };
  return {
    sourcePost: composeActivityUrn(page, place.index),
    ...(isThere(place) && { decoratedSourcePost: post }),
  };
}

const MEDIA: Partial<Record<PostContent, string>> = {
  article: 'ARTICLE',
  image: 'IMAGE',
  images: 'IMAGE',
  'targeted image': 'IMAGE',
  video: 'VIDEO',
  document: 'NATIVE_DOCUMENT',
};

function composeMention({ page, mention }: Happening & { action: 'SHARE_MENTION' | 'COMMENT_MENTION' }): Body {
  const { number, time, actor, text } = mention;
  const entity = nameMention(page, number, time);
  const activity = `urn:li:activity:${composeId(time, page.seed, page.id, number, 421)}`;
  const post = { entity, owner: actor, text, mediaCategory: 'NONE' };
  const sourcePost = activity;
  if (mention.in === 'post') {
    return {
      sourcePost,
      decoratedSourcePost: post,
      generatedActivity: entity,
      decoratedGeneratedActivity: { share: post },
    };
  }
  const name = `urn:li:comment:(${activity},${composeId(time + 1, page.seed, page.id, number, 422)})`;
  const comment = { entity: name, owner: actor, text: 'Ask them 👆', object: activity };
  return { sourcePost, decoratedSourcePost: post, generatedActivity: name, decoratedGeneratedActivity: { comment } };
}
