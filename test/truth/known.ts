import type { Truth } from '../../src/sandbox/truth.js';
import { firstServedDay } from '../../src/sync/window.js';
import type { Json } from '../support/output.js';

/** What there is to know at one moment: `now` of the sandbox, in ISO form. */
export interface Known {
  readonly truth: Truth;
  readonly now: string;
  /** Numbers of the pages, where these are not all that the member administers. */
  readonly ids?: readonly number[];
  /** Numbers of the pages of others that are named. */
  readonly benchmarks?: readonly number[];
  /** Whether what is under posts is told of posts of any age: notifications may lead there. */
  readonly anyAge?: boolean;
  /** First day of statistics, where that is not the first that LinkedIn serves. */
  readonly since?: string;
  /** Of statistics, `DAY` unless told; videos have days only. */
  readonly granularity?: 'DAY' | 'MONTH';
}

/** What the sandbox knows of one row. */
export interface TrueRow {
  /** As LinkedIn has it: what it does not say is null in the record. */
  readonly truth: Json;
  /** What the tap adds to it, or changes in it. */
  readonly own: Json;
  /** Columns of which the sandbox tells nothing, or all that stand in neither: they are as the tap wrote them. */
  readonly untold?: readonly string[] | 'rest';
}

/** What is true of streams, by their names. */
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

/** The whole days that LinkedIn serves: an unfinished one is not read. */
export function servedDays({ now, since }: Known): Bucket[] {
  const served = firstServedDay(Date.parse(now));
  const first = since === undefined ? served : Math.max(served, Date.parse(since));
  const count = Math.max(0, Math.floor((Date.parse(now) - first) / DAY_MS));
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * DAY_MS;
    return { start: formatDay(start), end: formatDay(start + DAY_MS), granularity: 'DAY' };
  });
}

/** The whole days or months that LinkedIn serves. */
export function servedBuckets(known: Known): Bucket[] {
  const days = servedDays(known);
  if (known.granularity !== 'MONTH') return days;
  const firsts = days.map(({ start }) => start).filter((day) => day.endsWith('-01'));
  return firsts.flatMap((start) => {
    const end = formatDay(Date.UTC(Number(start.slice(0, 4)), Number(start.slice(5, 7)), 1));
    return end <= dayOf(known) ? [{ start, end, granularity: 'MONTH' }] : [];
  });
}

/** The columns that say which day or month a row is of. */
export function bucketColumns({ start, end, granularity }: Bucket): Json {
  const range = { start: `${start}T00:00:00Z`, end: `${end}T00:00:00Z` };
  return { timeRange: range, time_range_start: range.start, time_range_end: range.end, time_granularity: granularity };
}
