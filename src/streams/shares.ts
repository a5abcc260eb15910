import { SHARE_STATISTICS } from '../linkedin/endpoints.js';
import { BY_BUCKET_END, bucketKeys, bucketRow } from './buckets.js';
import type { Element, Row, RowContext, StreamEntry } from './entry.js';
import { lifetimeSource, timeBoundSource } from './statistics.js';

/** Total organic activity on the organizations' posts. */
export const SHARE_STREAMS: readonly StreamEntry[] = [
  {
    name: 'share_statistics',
    source: lifetimeSource(SHARE_STATISTICS),
    keyProperties: ['organizationalEntity'],
    replication: { kind: 'lifetime' },
    selectedByDefault: true,
    storage: 'reporting',
    rows: (element, context) => [{ ...countsOf(element), ...ownFields(context), snapshot_date: context.snapshotDate }],
  },
  {
    name: 'share_statistics_time_bound',
    source: timeBoundSource(SHARE_STATISTICS),
    keyProperties: bucketKeys('organizationalEntity'),
    replication: BY_BUCKET_END,
    selectedByDefault: true,
    storage: 'reporting',
    rows: (element, context) => [
      bucketRow(countsOf(element), { own: { organizationalEntity: context.organization }, context }),
    ],
  },
];

function ownFields({ organization, organizationId }: RowContext): Row {
  return { organizationalEntity: organization, organization_id: organizationId };
}

/** Renames `uniqueImpressionsCounts`, the spelling in one table of LinkedIn's documentation. */
export function countsOf(element: Element): Element {
  const counts = element['totalShareStatistics'] as Element | null | undefined;
  if (typeof counts !== 'object' || counts === null || !('uniqueImpressionsCounts' in counts)) return element;
  const { uniqueImpressionsCounts, ...rest } = counts;
  return { ...element, totalShareStatistics: { uniqueImpressionsCount: uniqueImpressionsCounts, ...rest } };
}
