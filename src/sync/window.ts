import type { Config } from '../config/config.js';
import { DateTime } from '../calendar.js';
import type { TimeWindow } from '../linkedin/request-builders.js';
import { DAY_MS } from '../clock.js';

/** Months for which LinkedIn serves time-bound statistics. */
export const SERVED_MONTHS = 12;

/** The day LinkedIn was launched: nothing is older. */
export const LINKEDIN_LAUNCH = Date.UTC(2003, 4, 5);

export interface WindowQuestion {
  /**
   * Latest `timeRange.end` received so far, in the same granularity; null: none. Epoch milliseconds, like all instants
   * here.
   */
  readonly bookmark: number | null;
  /** First day wanted if there is no bookmark, at 00:00 UTC; null: all that LinkedIn has. */
  readonly startDate: number | null;
  /** Exclusive, at 00:00 UTC, not later than today. */
  readonly endDate: number;
  /** The first day LinkedIn still serves. */
  readonly servedSince: number;
  readonly lookbackDays: number;
  readonly granularity: TimeWindow['granularity'];
}

export interface WindowAnswer {
  /** null: not one whole unit is left to read. */
  readonly window: TimeWindow | null;
  /** Days that were wanted, but that LinkedIn no longer serves. */
  readonly lostDays: number;
}

/**
 * The span of whole UTC units to ask for next. It starts `lookbackDays` before the bookmark, because LinkedIn restates
 * recent days, but not before `startDate`; a bookmark older than that still wins, so that an outage leaves no gap. It
 * never reaches further back than the 12 calendar months LinkedIn serves, so one call covers it.
 */
export function planWindow(question: WindowQuestion): WindowAnswer {
  const { bookmark, startDate, endDate, servedSince, granularity } = question;
  const wanted = bookmark ?? startDate ?? LINKEDIN_LAUNCH;
  const lostDays = Math.max(0, Math.ceil((servedSince - wanted) / DAY_MS));
  const units = granularity === 'MONTH' ? MONTHS : DAYS;
  const first = units.ceil(Math.max(startDate ?? LINKEDIN_LAUNCH, servedSince));
  const start = bookmark === null ? first : resumeAt({ ...question, bookmark, units });
  const end = units.floor(endDate);
  return { window: start < end ? { start, end, granularity } : null, lostDays };
}

/**
 * The part of the time before the 12 months that is wanted and, as there is no bookmark, has not been asked for; null:
 * none. It is read year by year (lastYearOf), the newest first, for statistics that are not documented to end after 12
 * months.
 */
export function planEarlier({
  bookmark,
  startDate,
  endDate,
  servedSince,
  granularity,
}: WindowQuestion): TimeWindow | null {
  if (bookmark !== null) return null;
  const units = granularity === 'MONTH' ? MONTHS : DAYS;
  const start = units.ceil(startDate ?? LINKEDIN_LAUNCH);
  const end = Math.min(units.ceil(servedSince), units.floor(endDate));
  return start < end ? { start, end, granularity } : null;
}

/** The last 12 months of a span: as much as one call covers. */
export function lastYearOf({ start, end, granularity }: TimeWindow): TimeWindow {
  return { start: Math.max(start, yearBefore(end)), end, granularity };
}

/** Computed by hand: for ten thousand pages it is called two hundred thousand times. For 29 February it is the 28th. */
function yearBefore(midnight: number): number {
  const day = new Date(midnight);
  const [year, month] = [day.getUTCFullYear() - 1, day.getUTCMonth()];
  return Math.min(Date.UTC(year, month, day.getUTCDate()), Date.UTC(year, month + 1, 0));
}

/** The most calls that a span takes, one per year. */
export function countYears(span: TimeWindow | null): number {
  if (span === null || span.start >= span.end) return 0;
  return 1 + countYears({ ...span, end: lastYearOf(span).start });
}

/** The span that a run reads, regardless of bookmarks. */
export function spanOf(
  { startDate, endDate, lookbackDays, timeGranularity: granularity }: SpanSettings,
  now: number,
): Omit<WindowQuestion, 'bookmark'> {
  return { startDate, endDate, lookbackDays, granularity, servedSince: firstServedDay(now) };
}

/**
 * LinkedIn serves followers two days late (follower-statistics page of its documentation), and documents no greater
 * delay for any statistic.
 */
const USUAL_LAG_MS = 2 * DAY_MS;

/**
 * The days wanted if there is no bookmark, `end` excluded; those before `due` should be there by now. `today` is the
 * 00:00 UTC of a day.
 */
export function horizonOf(
  { startDate, endDate, servedSince, granularity }: Omit<WindowQuestion, 'bookmark'>,
  today: number,
): { start: number; end: number; due: number } {
  const units = granularity === 'MONTH' ? MONTHS : DAYS;
  const start = units.ceil(Math.max(startDate ?? LINKEDIN_LAUNCH, servedSince));
  return { start, end: units.floor(endDate), due: units.floor(Math.min(endDate, today - USUAL_LAG_MS)) };
}

type SpanSettings = Pick<Config, 'startDate' | 'endDate' | 'lookbackDays' | 'timeGranularity'>;

interface Units {
  floor(ms: number): number;
  ceil(ms: number): number;
}

/** A month that the lookback reaches into is read again as a whole. */
function resumeAt(question: WindowQuestion & { bookmark: number; units: Units }): number {
  const { bookmark, startDate, lookbackDays, servedSince, units } = question;
  const behind = units.floor(bookmark - lookbackDays * DAY_MS);
  const wanted = Math.min(bookmark, Math.max(behind, startDate === null ? behind : units.ceil(startDate)));
  return Math.max(units.floor(wanted), units.ceil(servedSince));
}

const DAYS: Units = {
  floor: (ms) => Math.floor(ms / DAY_MS) * DAY_MS,
  ceil: (ms) => Math.ceil(ms / DAY_MS) * DAY_MS,
};

const MONTHS: Units = {
  floor: (ms) => monthOf(ms).toMillis(),
  ceil: (ms) => (monthOf(ms).toMillis() === ms ? ms : monthOf(ms).plus({ months: 1 }).toMillis()),
};

const monthOf = (ms: number): DateTime => DateTime.fromMillis(ms, { zone: 'utc' }).startOf('month');

/**
 * The first day for which statistics are served on the day of `now`: they cover a rolling window of 12 months
 * (share-statistics page of LinkedIn's documentation).
 */
export function firstServedDay(now: number): number {
  return monthsBefore(now, SERVED_MONTHS);
}

/** The day that lies `months` calendar months before the day of `now`, at 00:00 UTC. */
export function monthsBefore(now: number, months: number): number {
  return DateTime.fromMillis(now, { zone: 'utc' }).startOf('day').minus({ months }).toMillis();
}
