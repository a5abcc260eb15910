import { versionEnd } from '../linkedin/version.js';
import { formatDay } from '../singer/values.js';

import { FAMILIES } from '../streams/families.js';
import type { FaultSummary, RunSummary, StreamSummary } from '../sync/outcome/run-summary.js';
import { standingOf } from '../sync/outcome/standing.js';
import { dayOf, formatInstant } from './instants.js';
import { outcomeOf, type RunFacts } from './run-facts.js';
import { describePages } from './summary-pages.js';

/** Rises when a name is removed or changes its meaning; new names may be added at any time. */
const VERSION = 1;

/**
 * A run for machines, as JSON in pieces, so that thousands of pages are never one string.
 * `schemas/documents/summary.json` describes it, docs/report.md says what it is for.
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
  yield* writeList('organizations', summary ? describePages(summary) : []);
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

function describeFault({ resource, items, ...fault }: FaultSummary): object {
  const { level, code, message, remedy, streams, organizations } = fault;
  return { level, code, message, remedy, endpoint: resource, streams, organizations, items: items.length };
}

const round = (seconds: number): number => Number(seconds.toFixed(3));
