import type { BatchResource } from './batch.js';
import type { ApiRequest } from './request.js';
import { buildQuery, encode } from './restli.js';

/** Who may call a resource: LinkedIn's own table of scopes and page roles (portal list of the Community Management product, 2026). */
export interface Endpoint {
  readonly resource: string;
  /** Any one of them is enough; empty: every member's token may. */
  readonly scopes: readonly string[];
  /** Role the member needs on the organization; null: none. */
  readonly role: 'ADMINISTRATOR' | null;
}

/** A half-open span of time, `[start, end)`, epoch milliseconds at 00:00 UTC. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
  readonly granularity: 'DAY' | 'MONTH';
}

const ADMIN_SCOPES = ['rw_organization_admin', 'r_organization_admin'] as const;

/** Largest page of roles asked for; LinkedIn documents no maximum, 100 is what it allows elsewhere. */
export const ROLES_PAGE = 100;

export const ORGANIZATION_ACLS: Endpoint = { resource: 'organizationAcls', scopes: ADMIN_SCOPES, role: null };
export const ORGANIZATIONS: Endpoint & BatchResource = {
  resource: 'organizations',
  path: '/rest/organizations',
  size: 50,
  scopes: ADMIN_SCOPES,
  role: 'ADMINISTRATOR',
};
export const NETWORK_SIZES: Endpoint = { resource: 'networkSizes', scopes: [], role: null };
export const FOLLOWER_STATISTICS: Endpoint = {
  resource: 'organizationalEntityFollowerStatistics',
  scopes: ADMIN_SCOPES,
  role: 'ADMINISTRATOR',
};
export const SHARE_STATISTICS: Endpoint = {
  resource: 'organizationalEntityShareStatistics',
  scopes: ADMIN_SCOPES,
  role: 'ADMINISTRATOR',
};

/** One page of the roles of the token's member, whatever role and state. */
export function requestRoles(start: number): ApiRequest {
  return find(ORGANIZATION_ACLS, { q: 'roleAssignee', start, count: ROLES_PAGE });
}

/** The number of followers of an organization, now. */
export function requestNetworkSize(organization: string): ApiRequest {
  return {
    resource: NETWORK_SIZES.resource,
    method: 'GET',
    path: `/rest/${NETWORK_SIZES.resource}/${encode(organization)}`,
    query: 'edgeType=COMPANY_FOLLOWED_BY_MEMBER',
  };
}

/** Lifetime statistics of an organization, or its buckets of a window. */
export function requestStatistics(endpoint: Endpoint, organization: string, window?: TimeWindow): ApiRequest {
  return find(endpoint, {
    q: 'organizationalEntity',
    organizationalEntity: encode(organization),
    timeIntervals: window && encodeWindow(window),
  });
}

function find({ resource }: Endpoint, parameters: Parameters<typeof buildQuery>[0]): ApiRequest {
  return { resource, method: 'FINDER', path: `/rest/${resource}`, query: buildQuery(parameters) };
}

function encodeWindow({ start, end, granularity }: TimeWindow): string {
  return encode({ timeRange: { start, end }, timeGranularityType: granularity });
}
