import type { Truth } from '../../../src/sandbox/truth.js';
import { firstServedDay } from '../../../src/sync/window.js';
import type { Json } from '../../support/output.js';

/** What there is to know at one moment: `now` of the sandbox, in ISO form. */
export interface Known {
  readonly truth: Truth;
  readonly now: string;
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

export const idsOf = ({ truth }: Known): number[] => truth.organizations().map(({ id }) => id);

export const numberOf = (urn: string): number => Number(urn.slice(urn.lastIndexOf(':') + 1));

/** The day of `now`. */
export const dayOf = ({ now }: Known): string => now.slice(0, 10);

const DAY_MS = 86_400_000;

/** The whole days that LinkedIn serves: an unfinished one is not read. */
export function servedDays({ now }: Known): string[] {
  const first = firstServedDay(Date.parse(now));
  const count = Math.floor((Date.parse(now) - first) / DAY_MS);
  return Array.from({ length: count }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10));
}

/** The columns that say which day a row is of. */
export function dayColumns(day: string): Json {
  const end = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
  const range = { start: `${day}T00:00:00Z`, end: `${end}T00:00:00Z` };
  return { timeRange: range, time_range_start: range.start, time_range_end: range.end, time_granularity: 'DAY' };
}
