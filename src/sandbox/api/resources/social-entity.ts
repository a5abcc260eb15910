import type { Target } from '../../data/social/reactions.js';
import type { Action } from '../resource.js';
import { FEED_SCOPES, listOfTargets, readTarget } from '../social.js';
import { answerBatch, readKeys } from './batch.js';

/** GET and BATCH_GET of something about a post or comment, by its URN. */
export function getByUrn(compose: (target: Target, urn: string) => object): readonly Action[] {
  return [
    {
      method: 'GET',
      scopes: FEED_SCOPES,
      listOrganizations: ({ keys }, world) => listOfTargets(world, keys),
      handle: ({ keys: [urn = ''] }, world) => compose(readTarget(world, urn), urn),
    },
    {
      method: 'BATCH_GET',
      scopes: FEED_SCOPES,
      listOrganizations: (call, world) => listOfTargets(world, readKeys(call)),
      handle: (call, world) => answerBatch(readKeys(call), (urn) => compose(readTarget(world, urn), urn)),
    },
  ];
}
