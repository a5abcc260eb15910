import { SHARE_STATISTICS } from '../linkedin/endpoints.js';
import { requestStatistics } from '../linkedin/request-builders.js';
import { BY_BUCKET_END, bucketKeys, bucketRow } from './buckets.js';
import type { Element, Row, RowContext, StreamEntry } from './entry.js';

/** Organic activity on the posts of the organizations, added up. */
export const SHARE_STREAMS: readonly StreamEntry[] = [
  {
    name: 'share_statistics',
    source: {
      kind: 'organization',
      per: 'organization',
      endpoint: SHARE_STATISTICS,
      request: (organization) => requestStatistics(SHARE_STATISTICS, organization),
      answer: 'finder',
    },
    keyProperties: ['organizationalEntity'],
    replication: { kind: 'lifetime' },
    selectedByDefault: true,
    rows: (element, context) => [{ ...countsOf(element), ...ownFields(context), snapshot_date: context.snapshotDate }],
  },
  {
    name: 'share_statistics_time_bound',
    source: {
      kind: 'time bound',
      per: 'organization',
      endpoint: SHARE_STATISTICS,
      request: (organization, window) => requestStatistics(SHARE_STATISTICS, organization, window),
    },
    keyProperties: bucketKeys('organizationalEntity'),
    replication: BY_BUCKET_END,
    selectedByDefault: true,
    rows: (element, context) => [
      bucketRow(countsOf(element), { own: { organizationalEntity: context.organization }, context }),
    ],
  },
];

function ownFields({ organization, organizationId }: RowContext): Row {
  return { organizationalEntity: organization, organization_id: organizationId };
}

/** One table of LinkedIn's documentation spells the field `uniqueImpressionsCounts`. */
export function countsOf(element: Element): Element {
  const counts = element['totalShareStatistics'] as Element | null | undefined;
  if (typeof counts !== 'object' || counts === null || !('uniqueImpressionsCounts' in counts)) return element;
  const { uniqueImpressionsCounts, ...rest } = counts;
  return { ...element, totalShareStatistics: { uniqueImpressionsCount: uniqueImpressionsCounts, ...rest } };
}
