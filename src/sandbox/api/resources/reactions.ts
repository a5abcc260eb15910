import { composeReaction } from '../../data/social/bodies.js';
import { listReactions } from '../../data/social/reactions.js';
import { refuse, refuseParameter } from '../../http/answer.js';
import { parseValue, RestliSyntaxError, type RestliValue } from '../../restli/grammar.js';
import { mapLazily, paginate } from '../../restli/paging.js';
import { toRecord } from '../../restli/read.js';
import type { Call, Resource } from '../resource.js';
import { FEED_SCOPES, listOfTargets, readTarget } from '../social.js';

/** Who reacted to a post or comment, and how (reactions-api, read 2026-11-22). */
export const reactions: Resource = {
  name: 'reactions',
  path: 'reactions/{}',
  actions: [
    {
      method: 'FINDER',
      finder: 'entity',
      optional: ['sort', 'start', 'count'],
      scopes: FEED_SCOPES,
      listOrganizations: (call, world) => listOfTargets(world, [readEntity(call)]),
      handle: (call, world) => {
        const target = readTarget(world, readEntity(call));
        const found = listReactions(target);
        const sorted = isOldestFirst(call) ? found : found.toReversed();
        return paginate(
          call,
          mapLazily(sorted, (reaction) => composeReaction(target, reaction)),
          { total: true },
        );
      },
    },
  ],
};

/** The path key is a record, whose structure is only visible in its raw text: `(entity:urn%3Ali%3Ashare%3A1)`. */
function readEntity({ rawKeys: [raw = ''] }: Call): string {
  const key = parseKey(raw);
  const entity = typeof key === 'object' && 'entity' in key ? key.entity : undefined;
  if (typeof entity !== 'string') throw refuseKey();
  return entity;
}

function parseKey(raw: string): RestliValue {
  try {
    return parseValue(raw);
  } catch (error) {
    if (error instanceof RestliSyntaxError) throw refuseKey();
    throw error;
  }
}

function refuseKey(): ReturnType<typeof refuse> {
  return refuse(400, 'Syntax exception in path variables');
}

function isOldestFirst({ params }: Call): boolean {
  if (!params.values.has('sort')) return false;
  const { value } = toRecord(params.values.get('sort'), 'sort');
  if (value !== 'CHRONOLOGICAL' && value !== 'REVERSE_CHRONOLOGICAL' && value !== 'RELEVANCE') {
    throw refuseParameter('sort');
  }
  return value === 'CHRONOLOGICAL';
}
