import type { Config } from '../config/config.js';
import { formatShard } from '../config/shard.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { planStandardized } from './names/lists.js';
import { chooseOrganizations } from './organizations.js';
import { gatherSummary, type Gathered } from './outcome/gather.js';
import type { RunSummary } from './outcome/run-summary.js';
import { openLedger } from './outcome/open-ledger.js';
import type { Report } from './outcome/report.js';
import { sumUp } from './outcome/summary.js';
import { pagesOf, planTasks, takePages, type RunPages } from './plan.js';
import { runPool } from './pool.js';
import { composeResume } from './remainder.js';
import { openRun, type Run, type SyncOptions } from './run.js';
import { isWrittenBy } from './shard.js';
import type { SyncStream } from './stream.js';
import { writeResume } from './state/resume-entry.js';

/**
 * Reads every selected stream of every chosen organization and writes the messages. Faults of single organizations and
 * streams are gathered in the report; whatever stops the run as a whole is thrown. Either way the last line written is
 * STATE.
 *
 * @throws AuthError and the like (endsRun), OutputEnd, NoOrganizationError, or the reason the run was aborted with
 */
export async function sync(options: SyncOptions): Promise<Report> {
  const { streams, client, logger } = options;
  const run = openRun(options);
  const { report, losses, checkpoints } = run;
  const gather = createGatherer(run, options);
  if (streams.length === 0) {
    logger.warning('Nothing is selected: there is nothing to read.');
    gather({ isComplete: true, endedBy: null });
    await checkpoints.close();
    return report;
  }
  const end = { isComplete: false, endedBy: null as unknown };
  const isWatched = options.onStart?.(run.progress) ?? false;
  try {
    await client.authorize();
    const pages = await openStreams(run, options);
    openLedger(report.ledger, { ...options, ...run, ...pages });
    await readAll(run, { ...options, ...pages, isWatched });
    end.isComplete = true;
    return report;
  } catch (error) {
    end.endedBy = error;
    throw error;
  } finally {
    options.onEnd?.();
    sumUp(gather(end), { report, losses, client, logger });
    await checkpoints.close();
  }
}

/** Returns a function that sums up the run once it has ended, and hands the summary out. */
function createGatherer(run: Run, options: SyncOptions): (end: Pick<Gathered, 'isComplete' | 'endedBy'>) => RunSummary {
  const { elapsed, clock, onSummary } = options;
  const [startedAt, now] = [elapsed(), clock()];
  return (end) => {
    const seconds = (elapsed() - startedAt) / 1000;
    const records = (stream: string): number => run.writers.get(stream)!.count;
    const summary = gatherSummary({ ...options, ...run, ...end, now, endedAt: clock(), seconds, records });
    onSummary?.(summary);
    return summary;
  };
}

/**
 * Writes the SCHEMA messages, reads the roles and chooses the pages. A shard chooses first: if it has no pages, it
 * announces only the streams that the first shard writes for all.
 */
async function openStreams(run: Run, options: SyncOptions): Promise<RunPages> {
  const { config, logger } = options;
  const { shard } = config;
  const streams = options.streams.filter(({ source }) => isWrittenBy(shard, source));
  if (shard === null) await announce(run, { ...options, streams });
  for (const stream of streams) {
    if (stream.source.kind === 'roles' && !run.resume.isDone(stream.name, null)) await run.tasks.runRoles(stream);
  }
  const organizations = await chooseOrganizations({ ...options, roles: run.roles });
  const pages = takePages(shard, { organizations, benchmarks: config.benchmarkOrganizations });
  if (shard === null) return pages;
  logger.info(`Shard ${formatShard(shard)}: ${pages.organizations.length} of ${organizations.length} organizations.`);
  const hasWork = ({ source }: SyncStream): boolean => source.per === 'run' || pagesOf(source, pages).length > 0;
  await announce(run, { ...options, streams: streams.filter(hasWork) });
  return pages;
}

async function announce({ writers }: Run, { config, streams }: SyncOptions): Promise<void> {
  if (config.skipEmptyStreams) return;
  for (const { name } of streams) await writers.get(name)!.announce();
}

/**
 * Reads names first, since rows carry them, then everything about the organizations; then notes what a limit deferred.
 */
async function readAll(run: Run, options: SyncOptions & RunPages & { isWatched: boolean }): Promise<void> {
  const { report, resume, bookmarks, tasks, span, losses, progress } = run;
  const { config, client, output, logger, state } = options;
  if (resume.done.size > 0) logger.info(resume.describe());
  const workers = config.maxConcurrency;
  const { streams, organizations, benchmarks, all } = options;
  const scope = { streams, organizations, benchmarks, all, shard: config.shard, resume };
  await runPool(planStandardized(scope, config), { workers, run: (task) => tasks.runStandardized(task) });
  const plan = { ...scope, bookmarks, span };
  if (options.isWatched) progress.expect(planTasks({ ...plan, onLoss() {} }));
  await runPool(planTasks({ ...plan, onLoss: (loss) => losses.add(loss) }), {
    workers,
    run: async (task) => {
      await tasks.run(task);
      progress.finish(task);
    },
    room: () => roomFor(client, config),
  });
  await run.geos?.close();
  await output.flush();
  // What a shard has completed matters if another one defers something, which shows only when their states are merged.
  const isRemembered = report.deferred || config.shard !== null;
  writeResume(state, isRemembered ? composeResume({ ...scope, report }) : null);
}

/** Roughly the calls that a page with its posts takes. */
const CALLS_AHEAD = 8;

/** How many tasks may run at once: few towards the end of a budget, so that those begun are finished. */
function roomFor({ calls }: LinkedInClient, { maxCalls, maxConcurrency }: Config): number {
  return maxCalls === null ? maxConcurrency : Math.floor((maxCalls - calls.total) / CALLS_AHEAD);
}
