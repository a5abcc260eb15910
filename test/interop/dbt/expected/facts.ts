import type { Json } from '../../../support/output.js';
import type { Facts } from '../history.js';

export type ExpectedRow = Json;

/** The expected contents of a mart: its keys and its rows. */
export interface ExpectedMart {
  readonly keys: readonly string[];
  readonly rows: readonly ExpectedRow[];
}

type Counts = Readonly<Record<string, number>>;

/** LinkedIn's counters under the marts' names. */
export interface PostCounts {
  readonly impressions: number;
  readonly reached: number | null;
  readonly clicks: number;
  readonly reactions: number;
  readonly comments: number;
  readonly shares: number;
}

export function postCounts(row: Json): PostCounts {
  const counts = row['totalShareStatistics'] as Counts;
  return {
    impressions: counts['impressionCount']!,
    reached: counts['uniqueImpressionsCount'] ?? null,
    clicks: counts['clickCount']!,
    reactions: counts['likeCount']!,
    comments: counts['commentCount']!,
    shares: counts['shareCount']!,
  };
}

export interface ViewCounts {
  readonly page_views: number;
  readonly page_visitors: number | null;
  readonly desktop_page_views: number;
  readonly mobile_page_views: number;
}

export function viewCounts({ views }: Json): ViewCounts {
  const sections = views as Readonly<Record<string, Counts>>;
  return {
    page_views: sections['allPageViews']!['pageViews']!,
    page_visitors: sections['allPageViews']!['uniquePageViews'] ?? null,
    desktop_page_views: sections['allDesktopPageViews']!['pageViews']!,
    mobile_page_views: sections['allMobilePageViews']!['pageViews']!,
  };
}

export interface Gains {
  readonly followers_gained_organic: number;
  readonly followers_gained_paid: number;
}

export function gains({ followerGains }: Json): Gains {
  const counts = followerGains as Counts;
  return {
    followers_gained_organic: counts['organicFollowerGain']!,
    followers_gained_paid: counts['paidFollowerGain']!,
  };
}

/** Interactions and their rate, from counts or sums of counts. */
export function engagement({ impressions, clicks, reactions, comments, shares }: PostCounts): Json {
  const interactions = clicks + reactions + comments + shares;
  return { interactions, engagement_rate: impressions === 0 ? null : interactions / impressions };
}

/** Names of the pages by their ids. */
export function pageNames(facts: Facts): ReadonlyMap<unknown, unknown> {
  return new Map(facts.rows('organization_lookup').map((row) => [row['id'], row['localizedName']]));
}

const DAY_MS = 86_400_000;

export const dayOf = (row: Json): string => String(row['time_range_start']).slice(0, 10);

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

export function sumOf(rows: readonly Json[], name: string): number | null {
  const values = rows.map((row) => row[name]).filter((value) => typeof value === 'number');
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}
