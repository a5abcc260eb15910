import type { Element, Replication, Row, RowContext } from './entry.js';

export const BY_BUCKET_END: Replication = { kind: 'incremental', key: 'timeRange.end' };

/** Key columns of an organization's buckets; `column` holds its URN. */
export function bucketKeys(column: string): string[] {
  return [column, 'time_range_start', 'time_range_end'];
}

/**
 * A bucket's fields, with its limits as date-times both in LinkedIn's object and beside it, plus the fields the tap
 * adds.
 *
 * There are hundreds of buckets per organization, so the added fields come before the copied ones: V8 allocates a
 * literal's own fields at once, but an object that grows after a copy gets a new layout for each field. They are set
 * again after the copy, so that no field of LinkedIn's ever replaces them.
 */
export function bucketRow(element: Element, { own, context }: { own: Row; context: RowContext }): Row {
  const range = element['timeRange'] as { start: number; end: number };
  const start = context.formatSecond(range.start);
  const end = context.formatSecond(range.end);
  const row: Record<string, unknown> = {
    organization_id: context.organizationId,
    time_range_start: start,
    time_range_end: end,
    time_granularity: context.granularity,
    ...element,
    timeRange: { ...range, start, end },
  };
  row['organization_id'] = context.organizationId;
  row['time_range_start'] = start;
  row['time_range_end'] = end;
  row['time_granularity'] = context.granularity;
  return Object.assign(row, own);
}
