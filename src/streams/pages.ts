import { PAGE_STATISTICS } from '../linkedin/endpoints.js';
import { BY_BUCKET_END, bucketKeys, bucketRow } from './buckets.js';
import type { Element, Row, RowContext, StreamEntry } from './entry.js';
import { facetStreams } from './facets.js';
import { lifetimeSource, timeBoundSource } from './statistics.js';

const LIFETIME = lifetimeSource(PAGE_STATISTICS, ['pageStatisticsByGeo', 'pageStatisticsByGeoCountry']);

const facetStream = facetStreams({
  prefix: 'page_statistics_by',
  source: LIFETIME,
  organizationColumn: 'organization',
  row: (item, context) => ({ ...unwrap(item, 'pageStatistics'), ...ownFields(context) }),
});

/** Views of the pages themselves, and clicks on them. */
export const PAGE_STREAMS: readonly StreamEntry[] = [
  {
    name: 'page_statistics',
    source: LIFETIME,
    keyProperties: ['organization'],
    replication: { kind: 'lifetime' },
    selectedByDefault: true,
    storage: 'reporting',
    rows: (element, context) => [{ ...unwrap(element, 'totalPageStatistics'), ...ownFields(context) }],
  },
  facetStream('function', { array: 'pageStatisticsByFunction', field: 'function', nameColumn: 'function_name' }),
  facetStream('geo', { array: 'pageStatisticsByGeo', field: 'geo', nameColumn: 'geo_name' }),
  facetStream('geo_country', { array: 'pageStatisticsByGeoCountry', field: 'geo', nameColumn: 'geo_name' }),
  facetStream('industry', {
    array: 'pageStatisticsByIndustryV2',
    field: 'industryV2',
    column: 'industry',
    nameColumn: 'industry_name',
  }),
  facetStream('seniority', { array: 'pageStatisticsBySeniority', field: 'seniority', nameColumn: 'seniority_name' }),
  facetStream('staff_count_range', { array: 'pageStatisticsByStaffCountRange', field: 'staffCountRange' }),
  facetStream('targeted_content', { array: 'pageStatisticsByTargetedContent', field: 'targetedContent' }),
  {
    name: 'page_statistics_time_bound',
    // LinkedIn documents that share and follower statistics older than 12 months are gone, but not that page statistics
    // are (learn.microsoft.com/linkedin/marketing/community-management/organizations/page-statistics).
    source: timeBoundSource(PAGE_STATISTICS, { servesEarlier: true }),
    keyProperties: bucketKeys('organization'),
    replication: BY_BUCKET_END,
    selectedByDefault: true,
    storage: 'reporting',
    rows: (element, context) => [
      bucketRow(unwrap(element, 'totalPageStatistics'), { own: { organization: context.organization }, context }),
    ],
  },
];

function ownFields({ organization, organizationId, snapshotDate }: RowContext): Row {
  return { organization, organization_id: organizationId, snapshot_date: snapshotDate };
}

/** Removes a wrapper: with it, the names of flattened columns would exceed PostgreSQL's 63 bytes. */
function unwrap(element: Element, wrapper: string): Element {
  const { [wrapper]: inner, ...rest } = element;
  return typeof inner === 'object' && inner !== null ? { ...rest, ...inner } : element;
}
