import { DAY_MS, nextMidnight } from '../../clock.js';
import type { Config } from '../../config/config.js';
import type { TapError } from '../../errors.js';
import type { LinkedInClient } from '../../linkedin/client.js';
import { RateLimitError } from '../../linkedin/errors.js';
import type { State } from '../../singer/state.js';
import type { PlannedStream } from '../stream.js';
import { horizonOf, type WindowQuestion } from '../window.js';
import { coverDays, type Coverage, type Horizon } from './coverage.js';
import { faultOf } from './fault-of.js';
import { bookmarkReader, isOfDays } from './open-ledger.js';
import type { Report } from './report.js';
import type { BookmarkMove, RunSummary, StreamSummary } from './run-summary.js';

export interface Gathered {
  readonly config: Config;
  readonly streams: readonly PlannedStream[];
  readonly report: Report;
  readonly state: State;
  readonly client: Pick<LinkedInClient, 'calls' | 'retries' | 'token'>;
  readonly span: Omit<WindowQuestion, 'bookmark'>;
  /** The run's clock at its beginning and at its end. */
  readonly now: number;
  readonly endedAt: number;
  readonly seconds: number;
  /** Records by stream. */
  readonly records: (stream: string) => number;
  /** Everything there was to read was asked for. */
  readonly isComplete: boolean;
  /** What ended the run before that; null: nothing. */
  readonly endedBy: unknown;
}

/** Sums up the run for good: whatever is still under way after its end no longer changes the result. */
export function gatherSummary(run: Gathered): RunSummary {
  const { config, report, client, span, now, seconds, isComplete } = run;
  const { ledger, limits } = report;
  ledger.close();
  const bookmarksOf = readMoves(run);
  const { total, byResource, forTokens } = client.calls;
  const { count: retries, seconds: waitedSeconds } = client.retries;
  return {
    now,
    seconds,
    span,
    isComplete,
    streams: run.streams.map((stream) => sumUpStream(stream, run)),
    organizations: ledger.organizations,
    nameOf: (organization) => ledger.nameOf(organization),
    fateOf: (stream, organization) => ledger.fateOf(stream, organization),
    coverageOf: coverageReader(run, bookmarksOf),
    bookmarksOf,
    faults: [
      ...report.causes.map(({ error, ...cause }) => faultOf(error, cause)),
      ...limits.map((error) => faultOf(error, { level: 'limit' })),
      ...(run.endedBy === null ? [] : [faultOf(run.endedBy, { level: 'critical' })]),
    ],
    calls: {
      total,
      byResource: new Map(byResource),
      forTokens,
      retries,
      waitedSeconds,
      max: config.maxCalls,
      maxByResource: shareOf(config, byResource),
    },
    limited: limits.flatMap((error) => (error instanceof RateLimitError ? [error.resource] : [])),
    resumeAfter: resumeAt(limits, run.endedAt),
    token: { ...client.token, kind: config.credentials.kind },
  };
}

/** What `max_calls` allows for each resource that was called. */
function shareOf({ resourceLimits }: Config, called: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const { named = {}, others = null } = resourceLimits ?? {};
  return new Map(
    [...called.keys()].flatMap((resource) => {
      const limit = named[resource] ?? others;
      return limit === null ? [] : [[resource, limit] as const];
    }),
  );
}

/**
 * When a run that limits have ended can go on. After a daily limit: when LinkedIn's counter is reset, which is in the
 * past if the run went on past midnight. After `max_calls`: at the next 00:00 UTC. null: no limit was met.
 */
export function resumeAt(limits: readonly TapError[], endedAt: number): number | null {
  if (limits.length === 0) return null;
  return Math.max(...limits.map((limit) => (limit instanceof RateLimitError ? limit.resetsAt : nextMidnight(endedAt))));
}

function sumUpStream({ name, source, replication, selectedByDefault }: PlannedStream, run: Gathered): StreamSummary {
  const { seconds, newestEnd, faulty, failed, deferred, notes } = run.report.of(name);
  return {
    name,
    selectedByDefault,
    per: source.per,
    replication: replication.kind,
    isOfDays: isOfDays({ replication }),
    records: run.records(name),
    calls: run.client.calls.byStream.get(name) ?? 0,
    seconds,
    newestEnd,
    isFaulty: faulty,
    failed: failed.size,
    left: deferred.size,
    notes: new Map(notes),
  };
}

/** The bookmarks of the incremental streams before the run and now. */
function readMoves({ report: { ledger }, streams, state, span }: Gathered): RunSummary['bookmarksOf'] {
  const { organizations } = ledger;
  const places = new Map(organizations.map((organization, place) => [organization, place]));
  const after = new Map<string, Float64Array>();
  for (const stream of streams) {
    const read = bookmarkReader(stream, { state, span });
    if (read)
      after.set(
        stream.name,
        Float64Array.from(organizations, (organization) => read(organization) ?? NaN),
      );
  }
  return (stream, organization): BookmarkMove | null => {
    const entry = ledger.entryOf(stream, organization);
    const now = after.get(stream)?.[places.get(organization) ?? -1] ?? NaN;
    return entry && { before: entry.before, after: Number.isNaN(now) ? null : now };
  };
}

function coverageReader(
  { report: { ledger }, streams, span, now }: Gathered,
  bookmarksOf: RunSummary['bookmarksOf'],
): RunSummary['coverageOf'] {
  const today = nextMidnight(now) - DAY_MS;
  const byStream = new Map(streams.filter(isOfDays).map((stream) => [stream.name, stream.source.kind]));
  const ofDays = toHorizon(horizonOf({ ...span, granularity: 'DAY' }, today));
  const ofUnits = toHorizon(horizonOf(span, today));
  return (stream, organization): Coverage | null => {
    const kind = byStream.get(stream);
    const entry = ledger.entryOf(stream, organization);
    const fate = ledger.fateOf(stream, organization);
    if (kind === undefined || !entry || !fate) return null;
    const after = bookmarksOf(stream, organization)?.after ?? null;
    const isOfVideos = kind === 'videos';
    return coverDays({
      entry,
      fate,
      after: after === null ? null : Math.floor(after / DAY_MS),
      horizon: isOfVideos ? ofDays : ofUnits,
      skipsDays: isOfVideos,
    });
  };
}

const toHorizon = ({ start, end, due }: ReturnType<typeof horizonOf>): Horizon => ({
  from: start / DAY_MS,
  to: end / DAY_MS,
  due: due / DAY_MS,
});
