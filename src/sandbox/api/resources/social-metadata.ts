import { composeMetadata } from '../../data/social/summaries.js';
import type { Resource } from '../resource.js';
import { FEED_SCOPES, listOfTargets, readTarget } from '../social.js';
import { answerBatch, readKeys } from './batch.js';

/** Counts of comments and reactions (social-metadata-api, read 2026-11-22). */
export const socialMetadata: Resource = {
  name: 'socialMetadata',
  path: 'socialMetadata',
  actions: [
    {
      method: 'GET',
      scopes: FEED_SCOPES,
      listOrganizations: ({ keys }, world) => listOfTargets(world, keys),
      handle: ({ keys: [urn = ''] }, world) => composeMetadata(readTarget(world, urn)),
    },
    {
      method: 'BATCH_GET',
      scopes: FEED_SCOPES,
      listOrganizations: (call, world) => listOfTargets(world, readKeys(call)),
      handle: (call, world) => answerBatch(readKeys(call), (urn) => composeMetadata(readTarget(world, urn))),
    },
  ],
};
