import { hash } from '../../data/hash.js';
import type { Acl } from '../../data/directory.js';
import { FIRST_PAGES, paginate } from '../../restli/paging.js';
import { parseOrganization, readText } from '../../restli/read.js';
import type { World } from '../../world.js';
import { ADMIN_SCOPES, ADMINISTRATORS, type Call, type Resource } from '../resource.js';

const FILTERS = ['role', 'state', 'start', 'count'];

const readOrganization = ({ params }: Call): number => parseOrganization(readText(params, 'organization'));

/** Who has which role where (organization-access-control-by-role, read 2026-11-22). */
export const organizationAcls: Resource = {
  name: 'organizationAcls',
  path: 'organizationAcls',
  accessName: 'partnerApiOrganizationAcls',
  actions: [
    {
      method: 'FINDER',
      finder: 'roleAssignee',
      optional: FILTERS,
      scopes: ADMIN_SCOPES,
      handle: (call, world) => answer(call, world.listAcls(), world),
    },
    {
      method: 'FINDER',
      finder: 'organization',
      required: ['organization'],
      optional: FILTERS,
      scopes: ADMIN_SCOPES,
      roles: ADMINISTRATORS,
      listOrganizations: (call) => [readOrganization(call)],
      handle: (call, world) => answer(call, listMembers(readOrganization(call), world), world),
    },
  ],
};

/** Each filter takes one value; without filters, all roles come, in any state. */
function answer(call: Call, acls: readonly Acl[], { options }: World): unknown {
  const role = readText(call.params, 'role');
  const state = readText(call.params, 'state');
  const rows = acls.filter((acl) => (role ?? acl.role) === acl.role && (state ?? acl.state) === acl.state);
  return paginate(call, rows, { layout: FIRST_PAGES[options.aclFirstPage] });
}

/** The token's member, and made-up colleagues. */
function listMembers(id: number, world: World): Acl[] {
  const organization = `urn:li:organization:${id}`;
  const own = world.listAcls().filter((acl) => acl.organization === organization);
  const colleagues = ['ADMINISTRATOR', 'ANALYST', 'CURATOR'].map((role, index) => ({
    role,
    organization,
    roleAssignee: `urn:li:person:c${hash(world.options.seed, id, 71, index).toString(36)}`,
    state: 'APPROVED',
  }));
  return [...own, ...colleagues];
}
