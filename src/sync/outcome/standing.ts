import { DAY_MS } from '../../clock.js';
import { FAMILIES, type Family } from '../../streams/families.js';
import type { RunSummary, StreamSummary } from './run-summary.js';

/** A page and statistic with days missing. */
export interface Laggard {
  readonly organization: string;
  /** LinkedIn's name of the page; null if no selected stream has it. */
  readonly name: string | null;
  readonly stream: string;
  /** 00:00 UTC of the last day that is there, epoch milliseconds; null: there is none. */
  readonly upTo: number | null;
  /** Number of days that should be there but are not. */
  readonly days: number;
  /**
   * `refused`: the token's member may not read them; `behind`: they failed, are left to the next run, or LinkedIn does
   * not serve them yet.
   */
  readonly why: 'behind' | 'refused';
}

/** How complete the days of some streams are. */
export interface Standing {
  /**
   * 00:00 UTC of the last day up to which every page was read, by the days that came or the bookmarks, epoch
   * milliseconds; null: there is none. Pages and statistics without any day do not count here, though they may be
   * behind.
   */
  readonly upTo: number | null;
  /** The page furthest behind, leaving out what was refused; null: none is behind. */
  readonly last: Laggard | null;
  /** Pages that are behind, leaving out what was refused. */
  readonly pagesBehind: number;
  readonly pagesRefused: number;
  /** The largest number of days of one page and stream that were wanted, but that LinkedIn no longer serves. */
  readonly lostDays: number;
}

/** How complete all streams of days are, or those of `among`. Pure; goes over every page. */
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

/** Totals for the streams of one family. */
export interface FamilySummary extends Pick<Family, 'page' | 'title'> {
  readonly streams: readonly StreamSummary[];
  readonly records: number;
  readonly calls: number;
  readonly seconds: number;
}

/** Groups the streams of a run by family, in catalog order; families without any are left out. */
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

/** How many pages are done, whatever the answers, and how many are left to the next run. */
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
