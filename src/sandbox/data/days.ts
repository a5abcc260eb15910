import { DateTime } from '../../calendar.js';

/** Milliseconds in a day. Days are identified by number: days since 1970-01-01, UTC. */
export const DAY = 86_400_000;

/** Day numbers from `start` to `end`; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function toDay(instant: number): number {
  return Math.floor(instant / DAY);
}

/** Number of a day written `YYYY-MM-DD`. */
export function parseDay(text: string): number {
  return toDay(parseInstant(text));
}

/** Epoch milliseconds of an ISO text or a number of milliseconds. */
export function parseInstant(value: string | number): number {
  const instant = typeof value === 'number' ? value : DateTime.fromISO(value, { zone: 'utc' }).toMillis();
  if (!Number.isFinite(instant))
    throw new TypeError(`"${value}" is not an instant: use a form like 2026-11-22T09:00:00Z, or epoch ms.`);
  return instant;
}

/** First day served: LinkedIn keeps statistics for 12 calendar months (share-statistics, read 2026-11-22). */
export function findFirstDay(now: number, months = 12): number {
  return toDay(DateTime.fromMillis(now, { zone: 'utc' }).startOf('day').minus({ months }).toMillis());
}

/** How many whole days ago a day ended: 0 for yesterday, -1 for today. */
export function ageOf(day: number, now: number): number {
  return Math.floor((now - (day + 1) * DAY) / DAY);
}

/** For how many days a day's numbers are restated after its end: clients have seen changes that long. */
export const RESTATED_DAYS = 7;
