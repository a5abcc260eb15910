import { composeComment, composeLike } from '../../data/social/bodies.js';
import { findComment, listComments, listReplies } from '../../data/social/comments.js';
import { listReactions } from '../../data/social/reactions.js';
import { composeMetadata, composeSummary } from '../../data/social/summaries.js';
import { refuseUnknownEntity } from '../../http/answer.js';
import { mapLazily, paginate } from '../../restli/paging.js';
import type { Action, Resource } from '../resource.js';
import { FEED_SCOPES, listOfTargets, readTarget } from '../social.js';
import { getByUrn } from './social-entity.js';

const PAGED = {
  method: 'GET_ALL',
  optional: ['start', 'count'],
  scopes: FEED_SCOPES,
  listOrganizations: ({ keys }, world) => listOfTargets(world, keys.slice(0, 1)),
} satisfies Partial<Action>;

/** How many likes and comments a post or comment has (comments-api, read 2026-11-22). */
export const socialActions: Resource = {
  name: 'socialActions',
  path: 'socialActions',
  actions: getByUrn(composeSummary),
};

/** Counts of comments and of each kind of reaction (social-metadata-api, read 2026-11-22). */
export const socialMetadata: Resource = {
  name: 'socialMetadata',
  path: 'socialMetadata',
  actions: getByUrn(composeMetadata),
};

/** Comments on a post, or replies to a comment. */
export const comments: Resource = {
  name: 'socialActions/comments',
  path: 'socialActions/{}/comments',
  actions: [
    {
      ...PAGED,
      handle: (call, world) => {
        const { place, comment } = readTarget(world, call.keys[0] ?? '');
        const found = comment ? listReplies(comment) : listComments(place);
        if (found.length === 0 && world.options.noComments === 'not-found') throw refuseUnknownEntity();
        return paginate(
          call,
          mapLazily(found, (one) => composeComment(one, world.options.socialUrns)),
          { total: true },
        );
      },
    },
    {
      ...PAGED,
      method: 'GET',
      optional: [],
      handle: ({ keys: [urn = '', id = ''] }, world) => {
        const { place } = readTarget(world, urn);
        const comment = /^\d{1,19}$/.test(id) ? findComment(place, id) : undefined;
        if (!comment) throw refuseUnknownEntity();
        return composeComment(comment, world.options.socialUrns);
      },
    },
  ],
};

/** Who reacted to a post or comment, but not how: that is in `reactions`. */
export const likes: Resource = {
  name: 'socialActions/likes',
  path: 'socialActions/{}/likes',
  actions: [
    {
      ...PAGED,
      handle: (call, world) => {
        const target = readTarget(world, call.keys[0] ?? '');
        const { socialUrns } = world.options;
        const items = mapLazily(listReactions(target), (one) => composeLike(target, one, socialUrns));
        return paginate(call, items, { total: true });
      },
    },
  ],
};
