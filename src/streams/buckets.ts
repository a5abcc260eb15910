import type { Element, Replication, Row, RowContext } from './entry.js';

export const BY_BUCKET_END: Replication = { kind: 'incremental', key: 'timeRange.end' };

/** Keys of the buckets of an organization, whose URN stands in the given column. */
export function bucketKeys(column: string): string[] {
  return [column, 'time_range_start', 'time_range_end'];
}

/**
 * A bucket's fields, with its limits as date-times in LinkedIn's object and beside it, and the fields the tap adds.
 *
 * There are hundreds of buckets for each organization, so what is added stands before what is copied: V8 makes room for
 * a literal's own fields at once, but gives an object that grows behind a copy a new layout field by field. It is set
 * once more behind the copy, so that no field of LinkedIn's ever takes its place.
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
