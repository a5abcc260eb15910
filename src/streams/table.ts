import {
  FOLLOWER_STATISTICS,
  NETWORK_SIZES,
  ORGANIZATION_ACLS,
  ORGANIZATIONS,
  requestNetworkSize,
  requestStatistics,
  SHARE_STATISTICS,
  type Endpoint,
} from '../linkedin/endpoints.js';
import type { OrganizationSource, StreamEntry, TimeBoundSource } from './entry.js';
import {
  rowOfFollowerBucket,
  rowOfLifetimeFollowers,
  rowOfLifetimeShares,
  rowOfNetworkSize,
  rowOfOrganization,
  rowOfRole,
  rowOfShareBucket,
} from './rows.js';

const BUCKET_KEYS = ['organizationalEntity', 'time_range_start', 'time_range_end'] as const;
const BY_BUCKET_END = { kind: 'incremental', key: 'timeRange.end' } as const;

/** THE table: every stream of the tap, in the order of the catalog. The schema of each is `schemas/<name>.json`. */
export const STREAM_TABLE: readonly StreamEntry[] = [
  {
    name: 'organization_lookup',
    source: { kind: 'batch', endpoint: ORGANIZATIONS },
    keyProperties: ['id'],
    replication: { kind: 'full' },
    selectedByDefault: true,
    row: rowOfOrganization,
  },
  {
    name: 'organization_acls',
    source: { kind: 'roles', endpoint: ORGANIZATION_ACLS },
    keyProperties: ['organization', 'role', 'roleAssignee'],
    replication: { kind: 'full' },
    selectedByDefault: true,
    row: rowOfRole,
  },
  {
    name: 'total_follower_count',
    source: { kind: 'organization', endpoint: NETWORK_SIZES, request: requestNetworkSize, answer: 'entity' },
    keyProperties: ['organization'],
    replication: { kind: 'lifetime' },
    selectedByDefault: true,
    row: rowOfNetworkSize,
  },
  {
    name: 'follower_statistics',
    source: lifetime(FOLLOWER_STATISTICS),
    keyProperties: ['organizationalEntity'],
    replication: { kind: 'lifetime' },
    selectedByDefault: true,
    row: rowOfLifetimeFollowers,
  },
  {
    name: 'follower_statistics_time_bound',
    source: timeBound(FOLLOWER_STATISTICS),
    keyProperties: BUCKET_KEYS,
    replication: BY_BUCKET_END,
    selectedByDefault: true,
    row: rowOfFollowerBucket,
  },
  {
    name: 'share_statistics',
    source: lifetime(SHARE_STATISTICS),
    keyProperties: ['organizationalEntity'],
    replication: { kind: 'lifetime' },
    selectedByDefault: true,
    row: rowOfLifetimeShares,
  },
  {
    name: 'share_statistics_time_bound',
    source: timeBound(SHARE_STATISTICS),
    keyProperties: BUCKET_KEYS,
    replication: BY_BUCKET_END,
    selectedByDefault: true,
    row: rowOfShareBucket,
  },
];

function lifetime(endpoint: Endpoint): OrganizationSource {
  return {
    kind: 'organization',
    endpoint,
    request: (organization) => requestStatistics(endpoint, organization),
    answer: 'finder',
  };
}

function timeBound(endpoint: Endpoint): TimeBoundSource {
  return {
    kind: 'time bound',
    endpoint,
    request: (organization, window) => requestStatistics(endpoint, organization, window),
  };
}
