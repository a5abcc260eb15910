import type { Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import type { LinkedInClient } from '../linkedin/client.js';
import type { Logger } from '../log/logger.js';
import { createStreamWriter, type StreamWriter } from '../singer/messages.js';
import type { Output } from '../singer/output.js';
import type { State } from '../singer/state.js';
import type { StreamSchema } from '../singer/schema.js';
import { formatDay } from '../singer/values.js';
import { BucketBookmarks } from './bookmarks.js';
import { Checkpoints } from './checkpoint.js';
import { chooseOrganizations } from './organizations.js';
import { createLossNotice } from './loss.js';
import { planTasks, type PlannedStream, type PlanOptions } from './plan.js';
import { runPool } from './pool.js';
import { Report, summarize } from './report.js';
import { Roles } from './roles.js';
import { TaskRunner } from './tasks.js';
import { firstServedDay } from './window.js';

/** A stream of this run, with the columns the user selected of it. */
export type SyncStream = PlannedStream & { readonly selectedSchema: StreamSchema };

/** All that one sync needs from outside. */
export interface SyncOptions {
  readonly config: Config;
  readonly streams: readonly SyncStream[];
  readonly state: State;
  readonly client: LinkedInClient;
  readonly output: Output;
  readonly logger: Logger;
  /** Instant taken as now, where days are concerned. */
  readonly clock: Clock;
  /** Milliseconds since any fixed moment. */
  readonly elapsed: () => number;
  /** Is handed, before the first call, a function that says how far the run has got. */
  readonly onStart?: (progress: () => string) => void;
  /** The run is over; what follows is its summary. */
  readonly onEnd?: () => void;
}

/**
 * Reads every selected stream of every chosen organization and writes their messages. Faults of single organizations
 * and streams are gathered in the report; whatever stops the run as a whole is thrown. Either way the last line written
 * is STATE.
 *
 * @throws AuthError, VersionError, ReaderGoneError, NoOrganizationError, or the reason the run was aborted with
 */
export async function sync(options: SyncOptions): Promise<Report> {
  const { config, streams, state, client, output, logger, clock, elapsed } = options;
  const report = new Report(streams, logger);
  const writers = createWriters(options, report);
  const roles = new Roles(client);
  const bookmarks = new BucketBookmarks(state, config.timeGranularity);
  const checkpoints = new Checkpoints({ state, output, elapsed });
  const tasks = new TaskRunner({
    client,
    output,
    report,
    writers,
    roles,
    bookmarks,
    checkpoints,
    snapshotDate: formatDay(clock()),
    granularity: config.timeGranularity,
    elapsed,
  });
  if (streams.length === 0) {
    logger.warning('Nothing is selected in the catalog: there is nothing to read.');
    await checkpoints.close();
    return report;
  }
  const counts = { organizations: 0 };
  options.onStart?.(() => describeProgress({ writers, client, organizations: counts.organizations }));
  try {
    await client.authorize();
    if (!config.skipEmptyStreams) for (const writer of writers.values()) await writer.announce();
    for (const stream of streams) if (stream.source.kind === 'roles') await tasks.runRoles(stream);
    const organizations = await chooseOrganizations({ named: config.organizations, roles, state, logger });
    counts.organizations = organizations.length;
    await runPool(planTasks(planOptions(options, { organizations, bookmarks })), {
      workers: config.maxConcurrency,
      run: (task) => tasks.run(task),
    });
    return report;
  } finally {
    options.onEnd?.();
    sumUp({ report, writers, client, logger });
    await checkpoints.close();
  }
}

function planOptions(
  { config, streams, clock, logger }: SyncOptions,
  { organizations, bookmarks }: { organizations: readonly string[]; bookmarks: BucketBookmarks },
): PlanOptions {
  const { startDate, endDate, lookbackDays, timeGranularity: granularity } = config;
  const servedSince = firstServedDay(clock());
  return {
    streams,
    organizations,
    bookmarkOf: (stream, organization) => bookmarks.get(stream, organization),
    span: { startDate, endDate, lookbackDays, granularity, servedSince },
    onLoss: createLossNotice({ startDate, servedSince, logger }),
  };
}

function createWriters({ config, streams, output, logger }: SyncOptions, report: Report): Map<string, StreamWriter> {
  return new Map(
    streams.map((stream) => {
      const said = new Set<string>();
      const writer = createStreamWriter(
        {
          name: stream.name,
          fullSchema: stream.schema,
          schema: stream.selectedSchema,
          keyProperties: stream.keyProperties,
          bookmarkProperties: stream.replication.kind === 'incremental' ? [stream.replication.key] : [],
          flattening: config.flattening,
        },
        {
          output,
          onSurprise({ kind, path }) {
            if (said.has(path)) return;
            said.add(path);
            const what =
              kind === 'unknown field' ? 'a field this version does not know' : 'another type than declared in';
            logger.warning(`${stream.name}: LinkedIn sends ${what} ${path}; it is kept in additional_fields.`, {
              stream: stream.name,
            });
          },
          onUnkeyed: () => report.addUnkeyed(stream.name, stream.keyProperties),
        },
      );
      return [stream.name, writer];
    }),
  );
}

function describeProgress(at: {
  writers: Map<string, StreamWriter>;
  client: LinkedInClient;
  organizations: number;
}): string {
  const { writers, client, organizations } = at;
  const records = [...writers.values()].reduce((sum, writer) => sum + writer.count, 0);
  return `${writers.size} streams, ${organizations} organizations, ${records} records, ${client.calls.total} calls`;
}

function sumUp(at: {
  report: Report;
  writers: Map<string, StreamWriter>;
  client: LinkedInClient;
  logger: Logger;
}): void {
  const { report, writers, client, logger } = at;
  for (const stream of report.streams) {
    stream.records = writers.get(stream.name)!.count;
    logger.metric({ type: 'counter', metric: 'record_count', value: stream.records, tags: { stream: stream.name } });
  }
  client.reportMetrics();
  for (const line of summarize(report.streams, (stream) => client.calls.byStream.get(stream) ?? 0)) logger.info(line);
}
