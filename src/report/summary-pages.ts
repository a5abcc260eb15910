import { DAY_MS } from '../clock.js';
import { formatDay } from '../singer/values.js';
import type { Coverage } from '../sync/outcome/coverage.js';
import type { RunSummary } from '../sync/outcome/run-summary.js';
import { formatInstant, secondOf } from './instants.js';

/** The organizations of a run, one after another. */
export function* describePages(summary: RunSummary): Generator<object> {
  for (const organization of summary.organizations) yield describePage(organization, summary);
}

/** Names the streams that were not read, and says how far the incremental ones are. */
function describePage(organization: string, summary: RunSummary): object {
  const { streams, fateOf } = summary;
  const named = (fate: string): string[] =>
    streams.filter(({ name }) => fateOf(name, organization) === fate).map(({ name }) => name);
  const bookmarks: Record<string, object> = {};
  for (const { name, isOfDays } of streams) {
    const moved = summary.bookmarksOf(name, organization);
    if (!moved) continue;
    const coverage = summary.coverageOf(name, organization);
    const [before, after] = [moved.before, moved.after].map(isOfDays ? secondOf : formatInstant);
    bookmarks[name] = { before, after, ...(coverage && describeCoverage(coverage)) };
  }
  const [refused, failed, left] = ['refused', 'failed', 'left'].map(named) as [string[], string[], string[]];
  return {
    organization,
    name: summary.nameOf(organization),
    complete: refused.length + failed.length + left.length === 0,
    refused,
    failed,
    left,
    read_earlier: named('read earlier'),
    incremental: bookmarks,
  };
}

/** Stretches of days by state. `end` is not included, as with `end_date`. */
function describeCoverage({ stretches, upTo }: Coverage): object {
  const days: Partial<Record<string, object[]>> = {};
  for (const { state, from, to } of stretches) {
    const key = state.replaceAll(' ', '_');
    (days[key] ??= []).push({ start: formatDay(from * DAY_MS), end: formatDay(to * DAY_MS) });
  }
  return { up_to: upTo === null ? null : formatDay((upTo - 1) * DAY_MS), days };
}
