import { DateTime } from '../../calendar.js';
import { DAY, toDay, type Span } from '../data/days.js';
import { refuse, refuseParameter, type Refusal } from '../http/answer.js';
import { parseWholeNumber, toRecord } from '../restli/read.js';
import type { Call } from './resource.js';

const GRANULARITIES = ['DAY', 'WEEK', 'MONTH'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** Epoch milliseconds, half-open. */
export interface TimeIntervals {
  readonly start: number;
  readonly end: number;
  readonly granularity: Granularity;
}

/** Reads and checks `timeIntervals`; undefined if the call has none (share-statistics, read 2026-11-22). */
export function readTimeIntervals(
  { params }: Call,
  { now, allowed }: { now: number; allowed: readonly Granularity[] },
): TimeIntervals | undefined {
  if (!params.values.has('timeIntervals')) return undefined;
  const value = toRecord(params.values.get('timeIntervals'), 'timeIntervals');
  const range = toRecord(value['timeRange'], 'timeIntervals');
  const start = parseWholeNumber(range['start'], 'timeIntervals');
  const end = parseWholeNumber(range['end'], 'timeIntervals');
  const granularity = GRANULARITIES.find((known) => known === value['timeGranularityType']);
  if (granularity === undefined) throw refuseParameter('timeIntervals');
  const intervals = { start, end, granularity };
  if (!allowed.includes(granularity)) {
    throw refuseIntervals(intervals, `Granularity type [${granularity}] is not supported`);
  }
  if (end >= toUtc(start).plus({ months: 14 }).toMillis()) {
    throw refuseIntervals(intervals, 'Start time and end time must be less than 14 months apart.');
  }
  if (end < stepOver(start, granularity)) {
    throw refuseIntervals(
      intervals,
      `End time must be greater than start time by at least one multiple of the granularity type [${granularity}]`,
    );
  }
  if (granularity === 'MONTH' && end > now) throw refuseIntervals(intervals, 'End time must not be in the future');
  return intervals;
}

/**
 * The days, weeks (from Monday) or months in the range, beginning with the one that contains its start, but none before
 * `firstDay`.
 */
export function listBuckets({ start, end, granularity }: TimeIntervals, firstDay: number): Span[] {
  const buckets: Span[] = [];
  let from = granularity === 'DAY' ? Math.max(toDay(start), firstDay) : floor(start, granularity);
  while (from * DAY < end) {
    const to = granularity === 'DAY' ? from + 1 : toDay(stepOver(from * DAY, granularity));
    if (from >= firstDay) buckets.push({ start: from, end: to });
    from = to;
  }
  return buckets;
}

function floor(instant: number, granularity: 'WEEK' | 'MONTH'): number {
  return toDay(
    toUtc(instant)
      .startOf(granularity === 'WEEK' ? 'week' : 'month')
      .toMillis(),
  );
}

function stepOver(instant: number, granularity: Granularity): number {
  if (granularity === 'MONTH') return toUtc(instant).plus({ months: 1 }).toMillis();
  return instant + (granularity === 'WEEK' ? 7 : 1) * DAY;
}

function toUtc(instant: number): DateTime {
  return DateTime.fromMillis(instant, { zone: 'utc' });
}

export function refuseIntervals({ start, end, granularity }: TimeIntervals, why: string): Refusal {
  const asked = `{timeGranularityType=${granularity}, timeRange={start=${start}, end=${end}}}`;
  return refuse(400, `Invalid timeIntervals parameter [${asked}]. ${why}`);
}
