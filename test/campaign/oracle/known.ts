import type { Sandbox } from '../../../src/sandbox/index.js';
import { listBuckets, listLifetime, listRoles } from './pages.js';
import { listPosts } from './posts.js';
import { nameRow, type KnownRow } from './rows.js';

export interface KnownOptions {
  readonly ids: readonly number[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** `YYYY-MM-DD`. */
  readonly startDate: string;
  readonly granularity: 'DAY' | 'MONTH';
}

const DAY_MS = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/**
 * Every row that an undisturbed run could bring at this moment, by the sandbox's model and not by its answers: pages,
 * posts that were changed since the first day, finished days or months from it on, and what became of the posts of
 * twelve months. Lists of names are left out.
 */
export function listKnown({ truth }: Sandbox, options: KnownOptions): Map<string, KnownRow> {
  const { ids, now, startDate, granularity } = options;
  const startMs = Date.parse(startDate);
  const todayMs = Math.floor(now / DAY_MS) * DAY_MS;
  const days = Array.from({ length: Math.max(0, (todayMs - startMs) / DAY_MS) }, (_, at) =>
    dayOf(startMs + at * DAY_MS),
  );
  const buckets =
    granularity === 'DAY'
      ? days.map((start) => ({ start, end: dayOf(Date.parse(start) + DAY_MS) }))
      : listMonths(startDate, dayOf(todayMs));
  const served = new Date(todayMs);
  const servedSince = Date.UTC(served.getUTCFullYear() - 1, served.getUTCMonth(), served.getUTCDate());
  const known = new Map<string, KnownRow>();
  const add = (row: KnownRow): void => void known.set(nameRow(row.stream, row.key), row);
  for (const row of listRoles(truth)) add(row);
  for (const id of ids) {
    for (const row of listLifetime(truth, id)) add(row);
    for (const row of listBuckets(truth, { id, buckets, granularity })) add(row);
    for (const row of listPosts(truth, { id, now, startDate: startMs, servedSince, days })) add(row);
  }
  return known;
}

/** Whole months from the first that begins on or after `from` to the last that has ended on `until`. */
function listMonths(from: string, until: string): { start: string; end: string }[] {
  const months: { start: string; end: string }[] = [];
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  for (let at = month - 1 + (day > 1 ? 1 : 0); ; at++) {
    const [start, end] = [dayOf(Date.UTC(year, at, 1)), dayOf(Date.UTC(year, at + 1, 1))];
    if (end > until) return months;
    months.push({ start, end });
  }
}
