import type { Json } from '../../../support/output.js';
import type { Facts } from '../history.js';
import {
  addDays,
  dayOf,
  engagement,
  gains,
  groupBy,
  pageNames,
  postCounts,
  sumOf,
  viewCounts,
  type ExpectedMart,
  type ExpectedRow,
} from './facts.js';

const NO_SHARES = {
  impressions: null,
  reached: null,
  clicks: null,
  reactions: null,
  comments: null,
  shares: null,
  interactions: null,
  engagement_rate: null,
};
const NO_FOLLOWERS = { followers_gained_organic: null, followers_gained_paid: null, followers_gained: null };
const NO_VISITS = { page_views: null, page_visitors: null, desktop_page_views: null, mobile_page_views: null };

/** What each statistic says about a bucket, under the marts' names. */
const STATISTICS: Readonly<Record<string, (row: Json) => Json>> = {
  share_statistics_time_bound: (row) => ({ ...postCounts(row), ...engagement(postCounts(row)) }),
  follower_statistics_time_bound: (row) => {
    const gained = gains(row);
    return { ...gained, followers_gained: gained.followers_gained_organic + gained.followers_gained_paid };
  },
  page_statistics_time_bound: (row) => ({ ...viewCounts(row) }),
};

/** A row for each page and bucket, with null for what a statistic does not say. */
function buckets(facts: Facts, name: 'day' | 'month'): ExpectedRow[] {
  const names = pageNames(facts);
  const rows = new Map<string, Json>();
  for (const [stream, tell] of Object.entries(STATISTICS)) {
    for (const row of facts.rows(stream)) {
      const bucket = { organization_id: row['organization_id'], [name]: dayOf(row) };
      const key = JSON.stringify(bucket);
      const page = names.get(row['organization_id']);
      rows.set(key, { ...NO_SHARES, ...NO_FOLLOWERS, ...NO_VISITS, ...rows.get(key), ...bucket, page, ...tell(row) });
    }
  }
  return [...rows.values()];
}

export function daily(facts: Facts): ExpectedMart {
  return { keys: ['organization_id', 'day'], rows: buckets(facts, 'day') };
}

/** Columns that can be added up over days: all but numbers of unique members. */
const ADDED = [
  'impressions',
  'clicks',
  'reactions',
  'comments',
  'shares',
  'followers_gained_organic',
  'followers_gained_paid',
  'followers_gained',
  'page_views',
  'desktop_page_views',
  'mobile_page_views',
];

export function monthlyFromDays(facts: Facts): ExpectedMart {
  const months = groupBy(daily(facts).rows, (row) =>
    JSON.stringify([row['organization_id'], String(row['day']).slice(0, 7)]),
  );
  const rows = [...months.values()].map((held) => {
    const [first] = held;
    const month = `${String(first!['day']).slice(0, 7)}-01`;
    const sums = Object.fromEntries(ADDED.map((name) => [name, sumOf(held, name)]));
    const rates = sums['impressions'] === null ? {} : engagement(sums as never);
    const counted = {
      days_of_shares: countOf(held, 'impressions'),
      days_of_followers: countOf(held, 'followers_gained'),
      days_of_visits: countOf(held, 'page_views'),
    };
    const whole = daysIn(month);
    const { organization_id, page } = first!;
    return {
      organization_id,
      page,
      month,
      reached: null,
      page_visitors: null,
      interactions: null,
      engagement_rate: null,
      ...sums,
      ...rates,
      ...counted,
      days_in_month: whole,
      is_complete: Object.values(counted).every((days) => days === whole),
    };
  });
  return { keys: ['organization_id', 'month'], rows };
}

/** From LinkedIn's own months: a statistic that has a month has all its days. */
export function monthlyFromMonths(facts: Facts): ExpectedMart {
  const rows = buckets(facts, 'month').map((row) => {
    const whole = daysIn(String(row['month']));
    const of = (name: string): number => (row[name] === null ? 0 : whole);
    const counted = {
      days_of_shares: of('impressions'),
      days_of_followers: of('followers_gained'),
      days_of_visits: of('page_views'),
    };
    const is_complete = Object.values(counted).every((days) => days === whole);
    return { ...row, ...counted, days_in_month: whole, is_complete };
  });
  return { keys: ['organization_id', 'month'], rows };
}

const countOf = (days: readonly Json[], name: string): number => days.filter((day) => day[name] !== null).length;

function daysIn(month: string): number {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
}

const MEASURES = [
  'impressions',
  'clicks',
  'reactions',
  'comments',
  'shares',
  'interactions',
  'followers_gained',
  'page_views',
];

const PERIODS = [7, 28, 90];

export function periodComparison(facts: Facts): ExpectedMart {
  const pages = groupBy(daily(facts).rows, (row) => String(row['organization_id']));
  const rows = [...pages.values()].flatMap((days) =>
    PERIODS.flatMap((period) => {
      const compared = MEASURES.map((measure) => compare(days, { measure, period }));
      const [whole] = compared;
      const part = compared.find(({ measure }) => measure === 'interactions')!;
      return [
        ...compared,
        finish({
          ...part,
          measure: 'engagement_rate',
          current_value: divide(part.current_value, whole!.current_value),
          previous_value: divide(part.previous_value, whole!.previous_value),
        }),
      ];
    }),
  );
  return { keys: ['organization_id', 'measure', 'period_days'], rows };
}

interface Compared extends Json {
  readonly measure: string;
  readonly current_value: number | null;
  readonly previous_value: number | null;
}

function compare(days: readonly Json[], { measure, period }: { measure: string; period: number }): Compared {
  const told = days.filter((day) => day[measure] !== null);
  const last_day = told
    .map(({ day }) => String(day))
    .toSorted()
    .at(-1)!;
  const first_day = addDays(last_day, 1 - period);
  const before = addDays(first_day, -period);
  const current = told.filter(({ day }) => String(day) >= first_day);
  const previous = told.filter(({ day }) => String(day) >= before && String(day) < first_day);
  const { organization_id, page } = days[0]!;
  return finish({
    organization_id,
    page,
    measure,
    period_days: period,
    first_day,
    last_day,
    current_value: sumOf(current, measure),
    previous_value: sumOf(previous, measure),
    current_days: current.length,
    previous_days: previous.length,
    is_complete: current.length === period && previous.length === period,
  });
}

function finish(row: Compared): Compared {
  const { current_value: now, previous_value: before } = row;
  const change = now === null || before === null ? null : now - before;
  return { ...row, change, change_rate: divide(change, before === null ? null : Math.abs(before)) };
}

function divide(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
