import { NETWORK_SIZES, ORGANIZATION_ACLS, ORGANIZATIONS, ORGANIZATIONS_LOOKUP } from '../linkedin/endpoints.js';
import { requestNetworkSize } from '../linkedin/request-builders.js';
import type { Element, RolesSource, Row, RowContext, StreamEntry } from './entry.js';

/** The walk over the roles of the token's member. */
export const ROLES_SOURCE: RolesSource = { kind: 'roles', per: 'run', endpoint: ORGANIZATION_ACLS };

/** The organizations themselves, the member's roles on them, and the follower counts of these and other pages. */
export const ORGANIZATION_STREAMS: readonly StreamEntry[] = [
  {
    name: 'organization_lookup',
    source: { kind: 'batch', per: 'organization', endpoint: ORGANIZATIONS },
    keyProperties: ['id'],
    replication: { kind: 'full' },
    selectedByDefault: true,
    storage: 'reporting',
    rows: organizationRows,
  },
  {
    name: 'organization_acls',
    source: ROLES_SOURCE,
    keyProperties: ['organization', 'role', 'roleAssignee'],
    replication: { kind: 'full' },
    selectedByDefault: true,
    storage: 'members’ data',
    rows: roleRows,
  },
  {
    name: 'total_follower_count',
    source: {
      kind: 'organization',
      per: 'organization',
      endpoint: NETWORK_SIZES,
      request: requestNetworkSize,
      answer: { kind: 'entity', field: 'firstDegreeSize' },
    },
    keyProperties: ['organization'],
    replication: { kind: 'lifetime' },
    selectedByDefault: true,
    storage: 'reporting',
    rows: networkSizeRows,
  },
  {
    name: 'benchmark_follower_count',
    source: {
      kind: 'benchmark',
      per: 'benchmark',
      // A separate object, because `--test` tries this endpoint on a page of others.
      endpoint: { ...NETWORK_SIZES },
      request: requestNetworkSize,
      field: 'firstDegreeSize',
      names: ORGANIZATIONS_LOOKUP,
    },
    keyProperties: ['organization'],
    replication: { kind: 'lifetime' },
    selectedByDefault: true,
    storage: 'reporting',
    neverFails: true,
    rows: networkSizeRows,
  },
];

function organizationRows({ $URN, ...element }: Element, { organization, organizationId }: RowContext): Row[] {
  return [{ ...element, id: organizationId, organization, organization_id: organizationId, urn: $URN ?? organization }];
}

/** Older answers and parts of LinkedIn's documentation use other names for a role's `organization`. */
function roleRows(element: Element, { organization, organizationId }: RowContext): Row[] {
  const { organizationTarget: _target, organizationalTarget: _formerTarget, ...role } = element;
  return [{ ...role, organization, organization_id: organizationId }];
}

/** Adds the organization: the answer does not say whose followers it counts. */
function networkSizeRows(element: Element, { organization, organizationId, snapshotDate }: RowContext): Row[] {
  return [{ ...element, organization, organization_id: organizationId, snapshot_date: snapshotDate }];
}
