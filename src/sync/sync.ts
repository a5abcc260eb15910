import type { Config } from '../config/config.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { planStandardized } from './names/lists.js';
import { chooseOrganizations } from './organizations.js';
import { gatherSummary, type Gathered } from './outcome/gather.js';
import type { RunSummary } from './outcome/run-summary.js';
import { openLedger } from './outcome/open-ledger.js';
import type { Report } from './outcome/report.js';
import { sumUp } from './outcome/summary.js';
import { planTasks } from './plan.js';
import { runPool } from './pool.js';
import { composeResume } from './remainder.js';
import { openRun, type Run, type SyncOptions } from './run.js';
import { writeResume } from './state/resume.js';

/**
 * Reads every selected stream of every chosen organization and writes their messages. Faults of single organizations
 * and streams are gathered in the report; whatever stops the run as a whole is thrown. Either way the last line written
 * is STATE.
 *
 * @throws AuthError and the like (endsRun), OutputEnd, NoOrganizationError, or the reason the run was aborted with
 */
export async function sync(options: SyncOptions): Promise<Report> {
  const { streams, client, logger } = options;
  const run = openRun(options);
  const { report, checkpoints } = run;
  const gather = createGatherer(run, options);
  if (streams.length === 0) {
    logger.warning('Nothing is selected: there is nothing to read.');
    gather({ isComplete: true, endedBy: null });
    await checkpoints.close();
    return report;
  }
  const end = { isComplete: false, endedBy: null as unknown };
  options.onStart?.(run.progress);
  try {
    await client.authorize();
    await announce(run, options);
    const named = options.config.organizations;
    const organizations = await chooseOrganizations({ ...options, named, roles: run.roles });
    openLedger(report.ledger, { ...options, ...run, organizations });
    await readAll(run, { ...options, organizations });
    end.isComplete = true;
    return report;
  } catch (error) {
    end.endedBy = error;
    throw error;
  } finally {
    options.onEnd?.();
    sumUp(gather(end), { report, client, logger });
    await checkpoints.close();
  }
}

/** Hands out what the run has come to, once it has ended. */
function createGatherer(run: Run, options: SyncOptions): (end: Pick<Gathered, 'isComplete' | 'endedBy'>) => RunSummary {
  const { elapsed, clock, onSummary } = options;
  const startedAt = elapsed();
  return (end) => {
    const seconds = (elapsed() - startedAt) / 1000;
    const records = (stream: string): number => run.writers.get(stream)!.count;
    const summary = gatherSummary({ ...options, ...run, ...end, now: clock(), seconds, records });
    onSummary?.(summary);
    return summary;
  };
}

/** The SCHEMA messages, and the roles: they tell which organizations there are. */
async function announce({ writers, resume, tasks }: Run, { config, streams }: SyncOptions): Promise<void> {
  if (!config.skipEmptyStreams) for (const writer of writers.values()) await writer.announce();
  for (const stream of streams) {
    if (stream.source.kind === 'roles' && !resume.isDone(stream.name, null)) await tasks.runRoles(stream);
  }
}

/** Names first, since rows carry them; then all that is about the organizations; then what a limit deferred. */
async function readAll(run: Run, options: SyncOptions & { organizations: readonly string[] }): Promise<void> {
  const { report, resume, bookmarks, tasks, span, onLoss, progress } = run;
  const { config, client, output, logger, state } = options;
  if (resume.done.size > 0) logger.info(resume.describe());
  const workers = config.maxConcurrency;
  const benchmarks = config.benchmarkOrganizations;
  const scope = { streams: options.streams, organizations: options.organizations, benchmarks, resume };
  await runPool(planStandardized(scope, config), { workers, run: (task) => tasks.runStandardized(task) });
  const plan = { ...scope, bookmarks, span };
  progress.expect(planTasks({ ...plan, onLoss }));
  await runPool(planTasks({ ...plan, onLoss() {} }), {
    workers,
    run: async (task) => {
      await tasks.run(task);
      progress.finish(task);
    },
    room: () => roomFor(client, config),
  });
  await run.geos?.close();
  await output.flush();
  writeResume(state, report.deferred ? composeResume({ ...scope, report }) : null);
}

/** A page with its posts takes about so many calls. */
const CALLS_AHEAD = 8;

/** How many tasks may be under way: towards the end of a budget few, so that what was begun comes to its end. */
function roomFor({ calls }: LinkedInClient, { maxCalls, maxConcurrency }: Config): number {
  return maxCalls === null ? maxConcurrency : Math.floor((maxCalls - calls.total) / CALLS_AHEAD);
}
