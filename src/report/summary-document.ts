import { DAY_MS } from '../clock.js';
import { versionEnd } from '../linkedin/version.js';
import { formatDay, formatSecond, isInstant } from '../singer/values.js';
import { FAMILIES } from '../streams/families.js';
import type { Coverage } from '../sync/outcome/coverage.js';
import type { FaultSummary, RunSummary, StreamSummary } from '../sync/outcome/run-summary.js';
import { standingOf } from '../sync/outcome/standing.js';
import { outcomeOf, type RunFacts } from './run-facts.js';

/** Rises when a name is taken away or changes its meaning; new names may come at any time. */
const VERSION = 1;

/**
 * A run for machines, as JSON in pieces: thousands of pages are never one text. `schemas/documents/summary.json` describes
 * it, docs/report.md says what it is for.
 */
export function* writeSummary(facts: RunFacts): Generator<string> {
  const { summary } = facts;
  const head = JSON.stringify(describeRun(facts), null, 2);
  yield `${head.slice(0, head.lastIndexOf('\n'))},\n`;
  yield* writeList(
    'streams',
    (summary?.streams ?? []).map((stream) => describeStream(stream, summary!)),
  );
  yield ',\n';
  yield* writeList('organizations', describePages(summary));
  yield ',\n';
  yield* writeList('faults', [...facts.faults, ...(summary?.faults ?? [])].map(describeFault));
  yield '\n}\n';
}

function* writeList(name: string, items: Iterable<object>): Generator<string> {
  yield `  ${JSON.stringify(name)}: [`;
  let isFirst = true;
  for (const item of items) {
    yield `${isFirst ? '' : ','}\n    ${JSON.stringify(item)}`;
    isFirst = false;
  }
  yield isFirst ? ']' : '\n  ]';
}

function describeRun(facts: RunFacts): object {
  const { startedAt, endedAt, exitCode, settings, linkedinVersion, summary } = facts;
  const standing = summary && standingOf(summary);
  const ends = (summary?.streams ?? []).flatMap(({ newestEnd }) => newestEnd ?? []);
  return {
    summary_version: VERSION,
    outcome: outcomeOf(exitCode),
    exit_code: exitCode,
    started_at: formatInstant(startedAt),
    ended_at: formatInstant(endedAt),
    now: summary && formatInstant(summary.now),
    resume_after: formatInstant(summary?.resumeAfter ?? null),
    records: (summary?.streams ?? []).reduce((sum, { records }) => sum + records, 0),
    oldest_day: standing && dayOf(standing.upTo),
    newest_day: ends.length > 0 ? formatDay(Math.max(...ends) - 1) : null,
    pages_behind: standing?.pagesBehind ?? 0,
    pages_refused: standing?.pagesRefused ?? 0,
    lost_days: standing?.lostDays ?? 0,
    furthest_behind: standing?.last ? { ...standing.last, upTo: undefined, up_to: dayOf(standing.last.upTo) } : null,
    days: summary && describeSpan(summary),
    calls: summary && describeCalls(summary),
    token: summary && describeToken(summary),
    versions: {
      tap: facts.tapVersion,
      node: facts.nodeVersion,
      linkedin: linkedinVersion,
      linkedin_end: linkedinVersion === null ? null : versionEnd(linkedinVersion).date,
    },
    settings,
  };
}

function describeSpan({ span }: RunSummary): object {
  return {
    start: dayOf(span.startDate),
    end: formatDay(span.endDate),
    served_since: formatDay(span.servedSince),
    granularity: span.granularity,
    lookback_days: span.lookbackDays,
  };
}

function describeCalls({ calls, limited }: RunSummary): object {
  const byEndpoint = [...calls.byResource].map(([endpoint, count]) => {
    const max = calls.maxByResource.get(endpoint) ?? null;
    return { endpoint, calls: count, max_calls: max, limit_reached: limited.includes(endpoint) };
  });
  return {
    total: calls.total,
    max_calls: calls.max,
    for_tokens: calls.forTokens,
    retries: calls.retries,
    seconds_waited: round(calls.waitedSeconds),
    by_endpoint: byEndpoint,
  };
}

function describeToken({ token }: RunSummary): object {
  return {
    kind: token.kind,
    scopes: token.scopes && [...token.scopes].sort(),
    access_token_end: formatInstant(token.accessTokenEndsAt),
    refresh_token_end: formatInstant(token.refreshTokenEndsAt),
  };
}

function describeStream(stream: StreamSummary, summary: RunSummary): object {
  const { name, newestEnd } = stream;
  const fates = summary.organizations.map((organization) => summary.fateOf(name, organization));
  const count = (...wanted: readonly (string | null)[]): number => fates.filter((fate) => wanted.includes(fate)).length;
  return {
    stream: name,
    family: FAMILIES.find(({ streams }) => streams.some((entry) => entry.name === name))?.page,
    replication: stream.replication,
    records: stream.records,
    calls: stream.calls,
    seconds: round(stream.seconds),
    newest_day: newestEnd === null ? null : formatDay(newestEnd - 1),
    failed: stream.isFaulty,
    organizations: {
      read: count('read', 'read earlier'),
      refused: count('refused'),
      failed: count('failed'),
      left: count('left'),
    },
    notes: Object.fromEntries(stream.notes),
  };
}

function* describePages(summary: RunSummary | null): Generator<object> {
  for (const organization of summary?.organizations ?? []) yield describePage(organization, summary!);
}

/** Streams are named where they were not read; of the incremental ones, how far they are. */
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

/** Stretches of days by what they are; ends are not part of them, as that of `end_date` is not. */
function describeCoverage({ stretches, upTo }: Coverage): object {
  const days: Partial<Record<string, object[]>> = {};
  for (const { state, from, to } of stretches) {
    const key = state.replaceAll(' ', '_');
    (days[key] ??= []).push({ start: formatDay(from * DAY_MS), end: formatDay(to * DAY_MS) });
  }
  return { up_to: upTo === null ? null : formatDay((upTo - 1) * DAY_MS), days };
}

function describeFault({ resource, items, ...fault }: FaultSummary): object {
  const { level, code, message, remedy, streams, organizations } = fault;
  return { level, code, message, remedy, endpoint: resource, streams, organizations, items: items.length };
}

const dayOf = (ms: number | null): string | null => (ms === null ? null : formatDay(ms));
const secondOf = (ms: number | null): string | null => (ms === null ? null : formatSecond(ms));
/** Null as well for what is no instant: how long a token lives is LinkedIn's word. */
const formatInstant = (ms: number | null): string | null => (isInstant(ms) ? new Date(ms).toISOString() : null);
const round = (seconds: number): number => Number(seconds.toFixed(3));
