import { DateTime } from '../calendar.js';

export interface VersionEnd {
  /** First day on which the version is no longer served, `YYYY-MM-DD`. */
  readonly date: string;
  /** Whether the day is inferred from the pattern, because LinkedIn has not published it. */
  readonly inferred: boolean;
}

/** The newest version known to be served when this was written (November 2026). */
export const NEWEST_KNOWN_VERSION = '202609';

/** Sunsets that LinkedIn has published (learn.microsoft.com/linkedin/marketing/integrations/migrations, November 2026). */
const PUBLISHED_ENDS: Readonly<Record<string, string>> = {
  '202408': '2025-08-18',
  '202409': '2025-09-15',
  '202410': '2025-10-15',
  '202411': '2025-11-17',
  '202508': '2026-08-17',
  '202510': '2026-10-15',
  '202511': '2026-11-16',
  '202601': '2027-01-15',
  '202602': '2027-02-15',
  '202603': '2027-03-16',
  '202604': '2027-04-15',
};

const NOTICE_DAYS = 60;

/**
 * When a version ends. It lives at least a year and, by the published dates, ends in the middle of its month a year
 * later.
 */
export function versionEnd(version: string): VersionEnd {
  const published = PUBLISHED_ENDS[version];
  if (published !== undefined) return { date: published, inferred: false };
  return { date: `${Number(version.slice(0, 4)) + 1}-${version.slice(4, 6)}-15`, inferred: true };
}

/** The warning about the end of the version in use, or null while that is far away. */
export function versionWarning(version: string, now: number): string | null {
  const { date, inferred } = versionEnd(version);
  const daysLeft = DateTime.fromISO(date, { zone: 'utc' }).diff(DateTime.fromMillis(now), 'days').days;
  if (daysLeft > NOTICE_DAYS) return null;
  const about = inferred ? `about ${date} (LinkedIn has not published the day)` : date;
  const tense = daysLeft > 0 ? 'ends' : 'ended';
  return `LinkedIn's API version ${version} ${tense} on ${about}: set linkedin_version to a newer month.`;
}

/** A version to suggest in place of a refused one; null where we know none. */
export function otherVersion(refused: string): string | null {
  return refused === NEWEST_KNOWN_VERSION ? null : NEWEST_KNOWN_VERSION;
}
