import type { Truth } from '../../src/sandbox/truth.js';
import { firstServedDay } from '../../src/sync/window.js';
import type { Json } from '../support/output.js';

/** What can be known at one moment: `now` is the sandbox's clock, in ISO form. */
export interface Known {
  readonly truth: Truth;
  readonly now: string;
  /** Ids of the pages, if not all that the member administers. */
  readonly ids?: readonly number[];
  /** Ids of the benchmark pages. */
  readonly benchmarks?: readonly number[];
  /** Whether activity on posts of any age is included, since notifications may lead to it. */
  readonly anyAge?: boolean;
  /** First day of statistics, if not the first that LinkedIn serves. */
  readonly since?: string;
  /** Granularity of statistics, by default `DAY`; videos only have days. */
  readonly granularity?: 'DAY' | 'MONTH';
}

/** What the sandbox knows about one row. */
export interface TrueRow {
  /** LinkedIn's fields: what is absent here is null in the record. */
  readonly truth: Json;
  /** What the tap adds or changes. */
  readonly own: Json;
  /** Columns about which the sandbox says nothing, or `rest` for all others: they are taken from the tap's records. */
  readonly untold?: readonly string[] | 'rest';
}

/** The true rows of streams, by name. */
export type TrueStreams = Readonly<Record<string, (known: Known) => TrueRow[]>>;

export const idsOf = ({ truth, ids }: Known): readonly number[] => ids ?? truth.organizations().map(({ id }) => id);

export const numberOf = (urn: string): number => Number(urn.slice(urn.lastIndexOf(':') + 1));

/** The day of `now`. */
export const dayOf = ({ now }: Known): string => now.slice(0, 10);

/** A day or a month, from its first day to the one after its last. */
export interface Bucket {
  readonly start: string;
  readonly end: string;
  readonly granularity: 'DAY' | 'MONTH';
}

const DAY_MS = 86_400_000;
const formatDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The full days that LinkedIn serves: an unfinished one is not read. */
export function servedDays({ now, since }: Known): Bucket[] {
  const served = firstServedDay(Date.parse(now));
  const first = since === undefined ? served : Math.max(served, Date.parse(since));
  const count = Math.max(0, Math.floor((Date.parse(now) - first) / DAY_MS));
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * DAY_MS;
    return { start: formatDay(start), end: formatDay(start + DAY_MS), granularity: 'DAY' };
  });
}

/** The full days or months that LinkedIn serves. */
export function servedBuckets(known: Known): Bucket[] {
  const days = servedDays(known);
  if (known.granularity !== 'MONTH') return days;
  const firsts = days.map(({ start }) => start).filter((day) => day.endsWith('-01'));
  return firsts.flatMap((start) => {
    const end = formatDay(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)), 1));
    return end <= dayOf(known) ? [{ start, end, granularity: 'MONTH' }] : [];
  });
}

/** The columns that say which day or month a row is about. */
export function bucketColumns({ start, end, granularity }: Bucket): Json {
  const range = { start: `${start}T00:00:00Z`, end: `${end}T00:00:00Z` };
  return { timeRange: range, time_range_start: range.start, time_range_end: range.end, time_granularity: granularity };
}
