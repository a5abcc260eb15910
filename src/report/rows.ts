import type { StatedStretch } from '../sync/outcome/coverage.js';
import type { RunSummary } from '../sync/outcome/run-summary.js';

/** One row of a picture: a page, or several pages with the same days. */
export interface Row {
  /** The page, or the first of them. */
  readonly organization: string;
  /** How many pages it stands for. */
  readonly pages: number;
  readonly stretches: readonly StatedStretch[];
  /** Number of missing days, which somebody should look at. */
  readonly missing: number;
}

/** Up to this many pages, each has its own row; with more, pages with the same days share one. */
export const MOST_PAGES = 300;

/** Number of days that should be there but are not: they failed, are refused, or are lost. */
export function countMissing(stretches: readonly StatedStretch[]): number {
  return stretches.reduce((sum, { state, from, to }) => sum + (isMissing(state) ? to - from : 0), 0);
}

export const isMissing = (state: StatedStretch['state']): boolean =>
  state === 'behind' || state === 'refused' || state === 'out of reach';

/** The streams that have a record for each day or month. */
export const streamsOfDays = (summary: RunSummary): string[] =>
  summary.streams.filter(({ isOfDays }) => isOfDays).map(({ name }) => name);

/** The pages of a run, those with the most missing days over all statistics first. */
export function rankPages(summary: RunSummary): readonly string[] {
  const streams = streamsOfDays(summary);
  const missing = new Map<string, number>();
  for (const organization of summary.organizations) {
    const days = streams.reduce((sum, stream) => {
      return sum + countMissing(summary.coverageOf(stream, organization)?.stretches ?? []);
    }, 0);
    const lacks = summary.streams.some(({ name }) => isLack(summary.fateOf(name, organization)));
    missing.set(organization, days + (lacks ? 0.5 : 0));
  }
  return summary.organizations.toSorted((one, other) => missing.get(other)! - missing.get(one)!);
}

const isLack = (fate: ReturnType<RunSummary['fateOf']>): boolean =>
  fate === 'refused' || fate === 'failed' || fate === 'left';

/** The rows of one statistic, the worst first; `ranked` are the pages in that order. */
export function rowsOf(summary: RunSummary, { stream, ranked }: { stream: string; ranked: readonly string[] }): Row[] {
  const rows = new Map<string, { organization: string; pages: number; stretches: readonly StatedStretch[] }>();
  for (const organization of ranked) {
    const coverage = summary.coverageOf(stream, organization);
    if (!coverage) continue;
    const { stretches } = coverage;
    const key = ranked.length > MOST_PAGES ? keyOf(stretches) : organization;
    const row = rows.get(key);
    if (row) row.pages += 1;
    else rows.set(key, { organization, pages: 1, stretches });
  }
  const list = [...rows.values()].map((row) => ({ ...row, missing: countMissing(row.stretches) }));
  return ranked.length > MOST_PAGES ? list.toSorted((one, other) => other.missing - one.missing) : list;
}

const keyOf = (stretches: readonly StatedStretch[]): string =>
  stretches.map(({ state, from, to }) => `${state}${from}-${to}`).join(' ');
