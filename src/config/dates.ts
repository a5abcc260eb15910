import { DateTime } from '../calendar.js';

const UTC = { zone: 'utc' } as const;

const ISO_DATE_TIME =
  /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?)?$/i;

const AGO = /^(\d{1,7})\s+(day|week|month|year)s?\s+ago$/;

const SHORT_FOR: ReadonlyMap<string, string> = new Map([
  ['today', '0 days ago'],
  ['now', '0 days ago'],
  ['yesterday', '1 day ago'],
]);

/**
 * An instant in epoch milliseconds; a time without zone is UTC. undefined: not an ISO date or date-time, or out of
 * range.
 */
export function parseInstant(text: string): number | undefined {
  const phrase = text.trim();
  if (!ISO_DATE_TIME.test(phrase)) return undefined;
  return inRange(DateTime.fromISO(phrase.toUpperCase().replace(' ', 'T'), UTC));
}

/** A date or date phrase relative to `now`, as 00:00 UTC of that day. undefined: not understood, or out of range. */
export function parseDay(text: string, now: number): number | undefined {
  const instant = parseInstant(text);
  if (instant !== undefined) return startOfDay(instant);

  const phrase = text.trim().toLowerCase();
  const [, count, unit] = AGO.exec(SHORT_FOR.get(phrase) ?? phrase) ?? [];
  if (unit === undefined) return undefined;
  // Calendar arithmetic: a month before 31 March is the last day of February.
  const today = DateTime.fromMillis(now, UTC).startOf('day');
  return inRange(today.minus({ [unit]: Number(count) }));
}

/** Like parseDay; null: `last run`. */
export function parseStartDay(text: string, now: number): number | null | undefined {
  return /^last\s+run$/i.test(text.trim()) ? null : parseDay(text, now);
}

export function startOfDay(instant: number): number {
  return DateTime.fromMillis(instant, UTC).startOf('day').toMillis();
}

/** Four-digit years, so that every date has the same form in ISO 8601 and at LinkedIn. */
function inRange(date: DateTime): number | undefined {
  return date.isValid && date.year >= 1 && date.year <= 9999 ? date.toMillis() : undefined;
}
