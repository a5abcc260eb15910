import { DAY_MS } from '../../clock.js';
import { isObject, type JsonObject } from '../../json-object.js';
import {
  FOLLOWER_STATISTICS,
  PAGE_STATISTICS,
  SHARE_STATISTICS,
  type StatisticsEndpoint,
} from '../../linkedin/endpoints.js';
import { requestStatistics } from '../../linkedin/request-builders.js';
import { firstServedDay, lastYearOf } from '../../sync/window.js';
import { elementsIn, evidenceOf, fieldsOf, isRefusalOf, type Asker, type Heard } from '../asker.js';
import { finding, verdictOf, type Finding } from '../evidence.js';
import type { Subject } from '../subject.js';

type Kind = 'shares' | 'followers' | 'pages';

const ENDPOINTS: Readonly<Record<Kind, StatisticsEndpoint>> = {
  shares: SHARE_STATISTICS,
  followers: FOLLOWER_STATISTICS,
  pages: PAGE_STATISTICS,
};
/** Edges of the short window, in days relative to today. */
const INSIDE = { start: -12, end: -7 };

/** What was heard about one kind of statistics. */
interface Series {
  readonly kind: Kind;
  readonly year: Heard;
  /** Days of the year in the order in which they came, with their starts in days relative to today. */
  readonly days: readonly Day[];
  readonly inside: Heard;
  /** Starts of the days of the short window, likewise. */
  readonly insideStarts: readonly number[];
  /** Whether LinkedIn accepted an end in the future. */
  readonly reachedToday: boolean;
}

/** Asks for statistics by day: edges, order, the newest days, days without activity, old ones. */
export async function askAboutWindows(asker: Asker, subject: Subject): Promise<Finding[]> {
  const series: Series[] = [];
  for (const kind of ['shares', 'followers', 'pages'] as const) series.push(await askSeries(asker, { kind, subject }));
  const [shares, followers, pages] = series as [Series, Series, Series];
  return [
    ...series.map(judgeEdges),
    judgeOrder(series),
    judgeNewest('shares.yesterday', { series: shares, expected: -1 }),
    judgeNewest('pages.yesterday', { series: pages, expected: -1 }),
    judgeNewest('followers.lag', { series: followers, expected: -2 }),
    judgeToday(shares),
    judgeToday(pages),
    ...series.map(judgeZeroDays),
    judgeUnique(shares),
    await askOlder(asker, subject),
  ];
}

async function askSeries(asker: Asker, { kind, subject }: { kind: Kind; subject: Subject }): Promise<Series> {
  const { organization, today } = subject;
  const ask = (start: number, end: number): Promise<Heard> =>
    asker.ask(requestStatistics(ENDPOINTS[kind], organization, { start, end, granularity: 'DAY' }));
  const since = firstServedDay(today);
  const whole = await ask(since, today + DAY_MS);
  const reachedToday = !isRefusalOf(whole);
  const year = reachedToday ? whole : await ask(since, today);
  const inside = await ask(today + INSIDE.start * DAY_MS, today + INSIDE.end * DAY_MS);
  const insideStarts = daysIn(inside, today).map(({ start }) => start);
  return { kind, year, days: daysIn(year, today), inside, insideStarts, reachedToday };
}

interface Day {
  readonly start: number;
  readonly element: JsonObject;
}

function daysIn(heard: Heard, today: number): Day[] {
  return elementsIn(heard).flatMap((element) => {
    const { timeRange } = element;
    if (!isObject(timeRange) || typeof timeRange['start'] !== 'number') return [];
    return [{ start: (timeRange['start'] - today) / DAY_MS, element }];
  });
}

/** A day that is left out may have had no activity, so it counts as missing only if it came with the year. */
function judgeEdges({ kind, inside, insideStarts, days }: Series): Finding {
  const { start, end } = INSIDE;
  const outside = insideStarts.filter((day) => day < start || day >= end);
  const missing = days.filter((day) => day.start >= start && day.start < end && !insideStarts.includes(day.start));
  const isTold = insideStarts.length + missing.length > 0;
  return finding(`${kind}.edges`, verdictOf(isTold ? outside.length + missing.length === 0 : null), {
    ...evidenceOf(inside),
    counts: { asked: end - start, came: insideStarts.length },
    ...(insideStarts.length > 0 && {
      days: { first: Math.min(...insideStarts) - start, last: Math.max(...insideStarts) + 1 - end },
    }),
  });
}

function judgeOrder(series: readonly Series[]): Finding {
  const told = series.filter(({ days }) => days.length > 1);
  const ordered = told.filter(({ days }) =>
    days.every(({ start }, place) => place === 0 || start > days[place - 1]!.start),
  );
  return finding('windows.order', verdictOf(told.length > 0 ? ordered.length === told.length : null), {
    ...evidenceOf(...series.map(({ year }) => year)),
    counts: { answers: told.length, ordered: ordered.length },
  });
}

/** Number of days between the first and the newest one that did not come. */
function countGaps(days: readonly Day[]): number {
  const [first, newest] = [Math.min(...days.map(({ start }) => start)), newestOf(days)];
  return days.length === 0 ? 0 : newest - first + 1 - new Set(days.map(({ start }) => start)).size;
}

const newestOf = (days: readonly Day[]): number => Math.max(...days.map(({ start }) => start));

/** Judges by the newest day before today. If days are left out, a missing one says nothing. */
function judgeNewest(
  id: 'shares.yesterday' | 'pages.yesterday' | 'followers.lag',
  { series: { year, days }, expected }: { series: Series; expected: number },
): Finding {
  const past = days.filter(({ start }) => start < 0);
  const newest = newestOf(past);
  const isTold = past.length > 0 && (newest >= expected || countGaps(past) === 0);
  return finding(id, verdictOf(isTold ? newest === expected : null), {
    ...evidenceOf(year),
    ...(past.length > 0 && { days: { newest } }),
  });
}

function judgeToday({ kind, year, days, reachedToday }: Series): Finding {
  const isTold = reachedToday && days.length > 0;
  const newest = newestOf(days);
  return finding(kind === 'pages' ? 'pages.today' : 'shares.today', verdictOf(isTold ? newest === 0 : null), {
    ...evidenceOf(year),
    ...(days.length > 0 && { days: { newest } }),
    ...(!reachedToday && { note: 'an end after today was refused' }),
  });
}

function judgeZeroDays({ kind, year, days }: Series): Finding {
  const missing = countGaps(days);
  const zeros = days.filter(({ element }) => isAllZero(element)).length;
  const isSo = missing > 0 ? false : zeros > 0 || null;
  return finding(`${kind}.zero-days`, verdictOf(isSo), {
    ...evidenceOf(year),
    counts: { days: days.length, missing, 'of zeros': zeros },
  });
}

/** Whether all numbers of an element are 0, apart from its days. */
function isAllZero(element: JsonObject): boolean {
  const numbers = Object.entries(element).flatMap(([name, value]) => (name === 'timeRange' ? [] : numbersIn(value)));
  return numbers.length > 0 && numbers.every((number) => number === 0);
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function judgeUnique({ year, days }: Series): Finding {
  const counted = days.map(({ element }) => element['totalShareStatistics']).filter(isObject);
  const without = counted.filter((counts) => typeof counts['uniqueImpressionsCount'] !== 'number').length;
  return finding('shares.unique', verdictOf(counted.length > 0 ? without === 0 : null), {
    ...evidenceOf(year),
    counts: { days: counted.length, without },
    fields: fieldsOf(counted[0]).sort(),
  });
}

/** Refused or empty, both mean that there are none. */
async function askOlder(asker: Asker, { organization, today }: Subject): Promise<Finding> {
  const since = firstServedDay(today);
  const heard = await asker.ask(
    requestStatistics(PAGE_STATISTICS, organization, lastYearOf({ start: 0, end: since, granularity: 'DAY' })),
  );
  const days = daysIn(heard, since).filter(({ start }) => start < 0);
  const isSo = isRefusalOf(heard) ? true : heard.kind === 'answered' ? days.length === 0 : null;
  return finding('pages.older', verdictOf(isSo), {
    ...evidenceOf(heard),
    counts: { days: days.length },
    ...(days.length > 0 && { days: { oldest: Math.min(...days.map(({ start }) => start)) } }),
  });
}
