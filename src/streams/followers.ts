import { FOLLOWER_STATISTICS } from '../linkedin/endpoints.js';
import { BY_BUCKET_END, bucketKeys, bucketRow } from './buckets.js';
import type { Element, Row, RowContext, StreamEntry } from './entry.js';
import { facetStreams } from './facets.js';
import { lifetimeSource, timeBoundSource } from './statistics.js';

const LIFETIME = lifetimeSource(FOLLOWER_STATISTICS, ['followerCountsByGeo', 'followerCountsByGeoCountry']);

const facetStream = facetStreams({
  prefix: 'follower_counts_by',
  source: LIFETIME,
  organizationColumn: 'organizationalEntity',
  row: (item, context) => ({ ...item, ...ownFields(context) }),
});

/** Followers of the organizations: lifetime counts by facet, and gains over time. */
export const FOLLOWER_STREAMS: readonly StreamEntry[] = [
  {
    name: 'follower_statistics',
    source: LIFETIME,
    keyProperties: ['organizationalEntity'],
    replication: { kind: 'lifetime' },
    selectedByDefault: true,
    storage: 'reporting',
    rows: (element, context) => [{ ...element, ...ownFields(context) }],
  },
  facetStream('association_type', { array: 'followerCountsByAssociationType', field: 'associationType' }),
  facetStream('function', { array: 'followerCountsByFunction', field: 'function', nameColumn: 'function_name' }),
  facetStream('geo', { array: 'followerCountsByGeo', field: 'geo', nameColumn: 'geo_name' }),
  facetStream('geo_country', { array: 'followerCountsByGeoCountry', field: 'geo', nameColumn: 'geo_name' }),
  facetStream('industry', { array: 'followerCountsByIndustry', field: 'industry', nameColumn: 'industry_name' }),
  facetStream('seniority', { array: 'followerCountsBySeniority', field: 'seniority', nameColumn: 'seniority_name' }),
  facetStream('staff_count_range', { array: 'followerCountsByStaffCountRange', field: 'staffCountRange' }),
  {
    name: 'follower_statistics_time_bound',
    source: timeBoundSource(FOLLOWER_STATISTICS),
    keyProperties: bucketKeys('organizationalEntity'),
    replication: BY_BUCKET_END,
    selectedByDefault: true,
    storage: 'reporting',
    rows: (element, context) => [bucketOf(element, context)],
  },
];

function ownFields({ organization, organizationId, snapshotDate }: RowContext): Row {
  return { organizationalEntity: organization, organization_id: organizationId, snapshot_date: snapshotDate };
}

/** Makes the row of a bucket. It may come with the facets of the lifetime answer as empty lists, which are dropped. */
function bucketOf(element: Element, context: RowContext): Row {
  const names = Object.keys(element);
  const bucket = names.length <= BUCKET_FIELDS ? element : withoutEmptyFacets(element, names);
  return bucketRow(bucket, { own: { organizationalEntity: context.organization }, context });
}

/** Fields of a bucket without facets: timeRange, followerGains, organizationalEntity. */
const BUCKET_FIELDS = 3;

function withoutEmptyFacets(element: Element, names: readonly string[]): Element {
  const isEmptyFacet = (name: string): boolean =>
    name.startsWith('followerCountsBy') && Array.isArray(element[name]) && element[name].length === 0;
  return Object.fromEntries(names.filter((name) => !isEmptyFacet(name)).map((name) => [name, element[name]]));
}
