import { computeTotal } from '../../data/followers.js';
import { refuseParameter, refuseUnknownEntity } from '../../http/answer.js';
import { parseOrganization, readText } from '../../restli/read.js';
import type { Resource } from '../resource.js';

/** Followers of any page, as of now; no scope and no role needed (organization-lookup-api, read 2026-11-22). */
export const networkSizes: Resource = {
  name: 'networkSizes',
  path: 'networkSizes',
  actions: [
    {
      method: 'GET',
      required: ['edgeType'],
      scopes: [],
      listOrganizations: ({ keys }) => [parseOrganization(keys[0])],
      handle: ({ keys, params, version }, world) => {
        // The edge was renamed in version 202305; calls without a version still use the old name.
        const edge = version === null ? 'CompanyFollowedByMember' : 'COMPANY_FOLLOWED_BY_MEMBER';
        if (readText(params, 'edgeType') !== edge) throw refuseParameter('edgeType');
        const page = world.page(parseOrganization(keys[0]));
        if (!page) throw refuseUnknownEntity();
        return { firstDegreeSize: computeTotal(page, world.now()) };
      },
    },
  ],
};
