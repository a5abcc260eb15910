import type { OrganizationOption, RoleGrant, SandboxPatch } from '../options.js';
import { isObject } from '../../json-object.js';
import { SAMPLE_PAGE_IDS } from './sample-pages.js';

/** A row of organizationAcls. */
export interface Acl {
  readonly role: string;
  readonly organization: string;
  readonly roleAssignee: string;
  readonly state: string;
}

const FIRST_MADE_UP_ID = 104_730_000;

/** The sample pages, which the member administers, and pages with other roles or states. */
export function listDefaultOrganizations(): OrganizationOption[] {
  return [
    ...listAdministered(SAMPLE_PAGE_IDS.length),
    { id: 104729417, name: 'Tidewater Rope Walk', role: 'ANALYST' },
    { id: 104729425, name: 'Juniper Pike Bindery', role: 'CONTENT_ADMINISTRATOR' },
    { id: 104729433, name: 'Copper Lantern Bakery', state: 'REQUESTED' },
    { id: 104729441, name: 'Old Mill Pinball', state: 'REVOKED' },
    { id: 104729450, name: 'Saffron Bridge Choir', role: null },
  ];
}

/** This many pages with the member as approved administrator: the sample pages, then made-up ones. */
export function listAdministered(count: number): OrganizationOption[] {
  return Array.from({ length: count }, (_, index) => {
    const id = SAMPLE_PAGE_IDS[index];
    if (id === undefined) return { id: FIRST_MADE_UP_ID + index };
    if (index === 0) return { id, followers: 4812 };
    return index === 2 ? { id, inactive: true } : { id };
  });
}

/** The pages after a patch of the `organizations` option. */
export function patchOrganizations(
  pages: readonly OrganizationOption[],
  patch: SandboxPatch['organizations'],
): readonly OrganizationOption[] {
  if (patch === undefined) return pages;
  if (typeof patch === 'number') return listAdministered(patch);
  if (!isObject(patch)) return patch;
  const byId = new Map(pages.map((page) => [page.id, page]));
  for (const [key, change] of Object.entries(patch))
    byId.set(Number(key), { ...byId.get(Number(key)), ...change, id: Number(key) });
  return [...byId.values()];
}

/** The member's roles on a page. */
export function listGrants(
  page: OrganizationOption,
  roles: Readonly<Record<string, RoleGrant | readonly RoleGrant[] | null>>,
): readonly RoleGrant[] {
  const given = roles[page.id];
  if (given) return Array.isArray(given) ? (given as readonly RoleGrant[]) : [given as RoleGrant];
  return page.role === null ? [] : [{ role: page.role ?? 'ADMINISTRATOR', state: page.state ?? 'APPROVED' }];
}
