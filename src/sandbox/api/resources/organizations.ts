import { composeOrganization, composePublicOrganization, findParent } from '../../data/profiles.js';
import { refuse, refuseUnknownEntity } from '../../http/answer.js';
import { paginate } from '../../restli/paging.js';
import { parseOrganization, parseWholeNumber, readText } from '../../restli/read.js';
import type { World } from '../../world.js';
import { ADMIN_SCOPES, type Call, type Resource } from '../resource.js';
import { answerBatch, readIds } from './batch.js';

/** The pages themselves (organization-lookup-api, read 2026-11-22). */
export const organizations: Resource = {
  name: 'organizations',
  path: 'organizations',
  actions: [
    {
      method: 'GET',
      scopes: ADMIN_SCOPES,
      listOrganizations: ({ keys }) => [parseWholeNumber(keys[0], 'id')],
      handle: ({ keys }, world) =>
        getOrganization(parseWholeNumber(keys[0], 'id'), world, world.options.foreignOrganization),
    },
    {
      method: 'BATCH_GET',
      scopes: ADMIN_SCOPES,
      listOrganizations: readIds,
      handle: (call, world) => answerBatch(readIds(call), (id) => getOrganization(id, world, 'refused')),
    },
    {
      method: 'FINDER',
      finder: 'parentOrganization',
      required: ['parent'],
      optional: ['start', 'count'],
      scopes: ADMIN_SCOPES,
      listOrganizations: (call) => [readParent(call)],
      handle: findShowcasePages,
    },
  ],
};

/** The public fields of any page, for anybody. */
export const organizationsLookup: Resource = {
  name: 'organizationsLookup',
  path: 'organizationsLookup',
  actions: [
    {
      method: 'BATCH_GET',
      scopes: ADMIN_SCOPES,
      listOrganizations: readIds,
      handle: (call, world) =>
        answerBatch(readIds(call), (id) => {
          const option = world.find(id);
          if (!option) throw refuseUnknownEntity();
          return composePublicOrganization(option, world.options.seed);
        }),
    },
  ],
};

function readParent({ params }: Call): number {
  return parseOrganization(readText(params, 'parent'));
}

/** The showcase pages of a page; those the member does not administer have only their public fields. */
function findShowcasePages(call: Call, world: World): unknown {
  const parent = `urn:li:organization:${readParent(call)}`;
  const pages = world.options.organizations.filter((option) => findParent(option) === parent);
  const bodies = pages.map(({ id }) => getOrganization(id, world, 'public'));
  return paginate(call, bodies, { total: true });
}

function getOrganization(id: number, world: World, foreign: World['options']['foreignOrganization']): unknown {
  const option = world.find(id);
  if (!option) throw refuseUnknownEntity();
  if (world.hasRole(id, 'ADMINISTRATOR')) return composeOrganization(option, world.options.seed);
  if (foreign === 'public') return composePublicOrganization(option, world.options.seed);
  throw refuse(403, `Viewer don't have permission to the ADMIN_ONLY VisibilityReduction for urn:li:organization:${id}`);
}
