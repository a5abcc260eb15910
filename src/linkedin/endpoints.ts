import type { BatchResource } from './batch-keys.js';

/**
 * Who may call a resource, from LinkedIn's own table of scopes and page roles (portal list of the Community Management
 * product, 2026).
 */
export interface Endpoint {
  readonly resource: string;
  /** Any one of them is enough; empty: any member's token works. */
  readonly scopes: readonly string[];
  /** Role the member needs on the organization; null: none. */
  readonly role: 'ADMINISTRATOR' | null;
}

/** Statistics of organizations, from a finder with the same name as its parameter. */
export interface StatisticsEndpoint extends Endpoint {
  readonly finder: 'organizationalEntity' | 'organization';
}

const ADMIN_SCOPES = ['rw_organization_admin', 'r_organization_admin'] as const;

export const ORGANIZATION_ACLS: Endpoint = { resource: 'organizationAcls', scopes: ADMIN_SCOPES, role: null };
export const ORGANIZATIONS: Endpoint & BatchResource = {
  resource: 'organizations',
  path: '/rest/organizations',
  size: 50,
  identity: 'id',
  scopes: ADMIN_SCOPES,
  role: 'ADMINISTRATOR',
};
export const NETWORK_SIZES: Endpoint = { resource: 'networkSizes', scopes: [], role: null };
/**
 * The public fields of any page. That it needs the scopes of `organizations` is inferred. Single requests are not
 * documented.
 */
export const ORGANIZATIONS_LOOKUP: Endpoint & BatchResource = {
  resource: 'organizationsLookup',
  path: '/rest/organizationsLookup',
  size: 50,
  identity: 'id',
  singly: false,
  scopes: ADMIN_SCOPES,
  role: null,
};
export const FOLLOWER_STATISTICS: StatisticsEndpoint = {
  resource: 'organizationalEntityFollowerStatistics',
  finder: 'organizationalEntity',
  scopes: ADMIN_SCOPES,
  role: 'ADMINISTRATOR',
};
export const SHARE_STATISTICS: StatisticsEndpoint = {
  resource: 'organizationalEntityShareStatistics',
  finder: 'organizationalEntity',
  scopes: ADMIN_SCOPES,
  role: 'ADMINISTRATOR',
};

export const PAGE_STATISTICS: StatisticsEndpoint = {
  resource: 'organizationPageStatistics',
  finder: 'organization',
  scopes: ADMIN_SCOPES,
  role: 'ADMINISTRATOR',
};

export const NOTIFICATIONS: Endpoint = {
  resource: 'organizationalEntityNotifications',
  scopes: ADMIN_SCOPES,
  role: 'ADMINISTRATOR',
};

const POST_SCOPES = ['r_organization_social'] as const;
/** Older apps read comments and reactions with the posts scope. */
const FEED_SCOPES = ['r_organization_social_feed', 'r_organization_social'] as const;

export const POSTS: Endpoint = { resource: 'posts', scopes: POST_SCOPES, role: 'ADMINISTRATOR' };
export const VIDEO_ANALYTICS: Endpoint = { resource: 'videoAnalytics', scopes: POST_SCOPES, role: 'ADMINISTRATOR' };
export const SOCIAL_METADATA: Endpoint & BatchResource = {
  resource: 'socialMetadata',
  path: '/rest/socialMetadata',
  size: 20,
  scopes: FEED_SCOPES,
  role: 'ADMINISTRATOR',
};
export const SOCIAL_ACTIONS: Endpoint = { resource: 'socialActions', scopes: FEED_SCOPES, role: 'ADMINISTRATOR' };
export const REACTIONS: Endpoint = { resource: 'reactions', scopes: FEED_SCOPES, role: 'ADMINISTRATOR' };

/** Standardized data is open to the token of any member. */
export const FUNCTIONS: Endpoint = { resource: 'functions', scopes: [], role: null };
export const INDUSTRIES: Endpoint = { resource: 'industries', scopes: [], role: null };
export const SENIORITIES: Endpoint = { resource: 'seniorities', scopes: [], role: null };
export const COUNTRIES: Endpoint = { resource: 'countries', scopes: [], role: null };
export const REGIONS: Endpoint = { resource: 'regions', scopes: [], role: null };
export const GEO: Endpoint & BatchResource = {
  resource: 'geo',
  path: '/v2/geo',
  size: 50,
  identity: 'id',
  scopes: [],
  role: null,
};
