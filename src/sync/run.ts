import { Roles } from '../access/roles.js';
import type { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { createBatchReader } from '../linkedin/batch.js';
import type { LinkedInClient } from '../linkedin/client.js';
import type { Logger } from '../log/logger.js';
import type { StreamWriter } from '../singer/messages.js';
import type { Output } from '../singer/output.js';
import type { State } from '../singer/state.js';
import { remember } from '../remember.js';
import { formatDay, formatSecond } from '../singer/values.js';
import { createPseudonymizer } from '../streams/pseudonymizer.js';
import { Benchmarks, openBenchmarks } from './benchmarks.js';
import { createWriters, Emitter } from './emitter.js';
import { FaultHandler } from './faults.js';
import { createGeoLookup, type GeoLookup } from './names/geos.js';
import { ListReader } from './names/lists.js';
import { Names } from './names/names.js';
import { Losses } from './outcome/losses.js';
import { Report } from './outcome/report.js';
import type { RunSummary } from './outcome/run-summary.js';
import { callsOf, sumCalls } from './calls.js';
import { Notifications } from './notifications/reader.js';
import { PostsRunner } from './posts/runner.js';
import { Progress } from './progress.js';
import { ownedBy } from './shard.js';
import { BucketBookmarks } from './state/buckets.js';
import { Checkpoints } from './state/checkpoint.js';
import { replaceFutureBookmarks } from './state/future.js';
import { openResume, type Resume } from './state/resume.js';
import type { SyncStream } from './stream.js';
import { TaskRunner } from './tasks.js';
import { spanOf, type WindowQuestion } from './window.js';

/** What a sync needs from its caller. */
export interface SyncOptions {
  readonly config: Config;
  readonly streams: readonly SyncStream[];
  readonly state: State;
  readonly client: LinkedInClient;
  readonly output: Output;
  readonly logger: Logger;
  /** Gives the instant taken as now, where days are concerned. */
  readonly clock: Clock;
  /** Milliseconds since some fixed moment. */
  readonly elapsed: () => number;
  /** Called before the first call with the progress of the run; returns whether that will be watched. */
  readonly onStart?: (progress: Progress) => boolean;
  /** Called when the run is over, before its summary is logged. */
  readonly onEnd?: () => void;
  /** Called with the outcome of the run, however it ends. */
  readonly onSummary?: (summary: RunSummary) => void;
}

/** The parts of one sync. */
export interface Run {
  readonly report: Report;
  readonly writers: ReadonlyMap<string, StreamWriter>;
  readonly roles: Roles;
  /** What an earlier run deferred. */
  readonly resume: Resume;
  readonly bookmarks: BucketBookmarks;
  readonly checkpoints: Checkpoints;
  /** null: nobody asked for the names of geos. */
  readonly geos: GeoLookup | null;
  readonly tasks: TaskRunner;
  /** Days that were wanted, but that LinkedIn no longer serves. */
  readonly losses: Losses;
  readonly progress: Progress;
  /** The span of days that time-bound streams read. */
  readonly span: Omit<WindowQuestion, 'bookmark'>;
}

/** Puts the parts of a sync together. Makes no call and writes nothing. */
export function openRun(options: SyncOptions): Run {
  const { config, streams, state, client, output, logger, clock, elapsed } = options;
  const now = clock();
  const span = spanOf(config, now);
  replaceFutureBookmarks(state, { streams, now, config, logger });
  const report = new Report(streams, logger);
  const roles = new Roles(client);
  const names = new Names();
  const batch = createBatchReader(client);
  const faults = new FaultHandler({ client, report, roles });
  const bookmarks = new BucketBookmarks(state, config.timeGranularity);
  const resume = openResume(state, { config, streams, now });
  const checkpoints = new Checkpoints({ state, output, elapsed });
  const writers = createWriters(streams, { config, output, report, logger });
  const emitter = new Emitter({
    writers,
    output,
    report,
    connectionName: config.connectionName,
    pseudonymizer: config.memberData && createPseudonymizer(config.memberData),
    context: {
      snapshotDate: formatDay(now),
      granularity: config.timeGranularity,
      locale: config.locale,
      nameOf: (urn) => names.of(urn),
      formatSecond: remember(formatSecond),
    },
  });
  const calls = { client, batch, emitter, faults };
  const losses = new Losses({ ...span, logger });
  const geos = createGeoLookup(streams, { ...calls, report, names, config });
  const benchmarks = openBenchmarks(ownedBy(config.shard, config.benchmarkOrganizations), { streams, resume });
  const tasks = new TaskRunner({
    ...calls,
    report,
    roles,
    names,
    geos,
    lists: new ListReader({ client, emitter, names, locale: config.locale }),
    benchmarks: new Benchmarks({ ...calls, report, pages: benchmarks }),
    notifications: new Notifications({ ...calls, config, state, logger, losses, streams, now }),
    posts: new PostsRunner({ ...calls, config, state, report, logger, now, span }),
    bookmarks,
    checkpoints,
    losses,
    elapsed,
  });
  const progress = new Progress({
    report,
    writers,
    client,
    maxCalls: config.maxCalls,
    elapsed,
    callsOf: (task) => sumCalls(callsOf(task, { state, benchmarks, windowMonths: config.socialWindowMonths })).least,
  });
  return { report, writers, roles, resume, bookmarks, checkpoints, geos, tasks, losses, progress, span };
}
