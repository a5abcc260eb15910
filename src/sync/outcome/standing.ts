import { DAY_MS } from '../../clock.js';
import { FAMILIES, type Family } from '../../streams/families.js';
import type { RunSummary, StreamSummary } from './run-summary.js';

/** A page and statistic of which days are missing. */
export interface Laggard {
  readonly organization: string;
  /** What LinkedIn calls it; null where no selected stream shows that. */
  readonly name: string | null;
  readonly stream: string;
  /** The last day that is there, its 00:00 UTC in epoch milliseconds; null: none is. */
  readonly upTo: number | null;
  /** Days that ought to be there and are not. */
  readonly days: number;
  /** `refused`: the token's member may not have them; `behind`: they failed, are left, or LinkedIn does not serve them yet. */
  readonly why: 'behind' | 'refused';
}

/** How far the days of some streams are there. */
export interface Standing {
  /**
   * The last day up to which every page was read, by the streams of days that came or have a bookmark; its 00:00 UTC in
   * epoch milliseconds; null: there is none. Pages and statistics of which nothing is there are not counted, but behind.
   */
  readonly upTo: number | null;
  /** Who is furthest behind, those refused left out; null: nobody is. */
  readonly last: Laggard | null;
  /** Pages that are behind, those refused left out. */
  readonly pagesBehind: number;
  readonly pagesRefused: number;
  /** The most days of one page and stream that were wanted and that LinkedIn no longer serves. */
  readonly lostDays: number;
}

/** Whether all is there, of all streams of days or of those named. Pure; goes over every page. */
export function standingOf(summary: RunSummary, among: readonly StreamSummary[] = summary.streams): Standing {
  let upTo = Infinity;
  let lostDays = 0;
  let last: Laggard | null = null;
  const pages = { behind: new Set<string>(), refused: new Set<string>() };
  for (const { name: stream } of among.filter(({ isOfDays }) => isOfDays)) {
    for (const organization of summary.organizations) {
      const page = lookAt(summary, { stream, organization });
      lostDays = Math.max(lostDays, page.lostDays);
      upTo = Math.min(upTo, page.upTo ?? Infinity);
      if (!page.laggard) continue;
      pages[page.laggard.why].add(organization);
      if (page.laggard.why === 'behind' && page.laggard.days > (last?.days ?? 0)) last = page.laggard;
    }
  }
  return {
    upTo: upTo === Infinity ? null : upTo,
    last,
    pagesBehind: pages.behind.size,
    pagesRefused: pages.refused.size,
    lostDays,
  };
}

interface PageStanding {
  readonly upTo: number | null;
  readonly lostDays: number;
  readonly laggard: Laggard | null;
}

const UNKNOWN: PageStanding = { upTo: null, lostDays: 0, laggard: null };

function lookAt(summary: RunSummary, { stream, organization }: { stream: string; organization: string }): PageStanding {
  const coverage = summary.coverageOf(stream, organization);
  if (!coverage) return UNKNOWN;
  const days = { behind: 0, refused: 0, lost: 0 };
  for (const { state, from, to } of coverage.stretches) {
    if (state === 'behind' || state === 'refused') days[state] += to - from;
    if (state === 'out of reach') days.lost += to - from;
  }
  const upTo = coverage.upTo === null ? null : (coverage.upTo - 1) * DAY_MS;
  const why: Laggard['why'] = days.refused > 0 ? 'refused' : 'behind';
  if (days[why] === 0) return { upTo, lostDays: days.lost, laggard: null };
  const laggard = { organization, name: summary.nameOf(organization), stream, upTo, days: days[why], why };
  return { upTo, lostDays: days.lost, laggard };
}

/** What the streams of one family came to. */
export interface FamilySummary extends Pick<Family, 'page' | 'title'> {
  readonly streams: readonly StreamSummary[];
  readonly records: number;
  readonly calls: number;
  readonly seconds: number;
}

/** The streams of a run by family, in the order of the catalog; families without one are left out. */
export function groupByFamily(streams: readonly StreamSummary[]): FamilySummary[] {
  return FAMILIES.flatMap(({ page, title, streams: members }) => {
    const own = streams.filter(({ name }) => members.some((member) => member.name === name));
    if (own.length === 0) return [];
    const sum = (of: (stream: StreamSummary) => number): number => own.reduce((all, stream) => all + of(stream), 0);
    return [
      {
        page,
        title,
        streams: own,
        records: sum(({ records }) => records),
        calls: sum(({ calls }) => calls),
        seconds: sum(({ seconds }) => seconds),
      },
    ];
  });
}

/** How many pages came to their end, whatever the answers, and how many are left to the next run. */
export function countPages(
  run: Pick<RunSummary, 'organizations' | 'fateOf'>,
  streams: readonly string[],
): { done: number; left: number } {
  const { organizations } = run;
  const left = organizations.filter((organization) =>
    streams.some((stream) => run.fateOf(stream, organization) === 'left'),
  );
  return { done: organizations.length - left.length, left: left.length };
}
