import type { Config } from '../config/config.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { BucketBookmarks } from './state/buckets.js';
import { createContext, type SyncOptions } from './context.js';
import { createGeoLookup } from './names/geos.js';
import { createLossNotice } from './outcome/loss.js';
import { chooseOrganizations } from './organizations.js';
import { planTasks } from './plan.js';
import { runPool } from './pool.js';
import { composeResume } from './remainder.js';
import { Report } from './outcome/report.js';
import { writeResume } from './state/resume.js';
import { planStandardized } from './names/lists.js';
import { describeProgress, sumUp } from './outcome/summary.js';
import { TaskRunner } from './tasks.js';
import { createWriters } from './writers.js';

/**
 * Reads every selected stream of every chosen organization and writes their messages. Faults of single organizations
 * and streams are gathered in the report; whatever stops the run as a whole is thrown. Either way the last line written
 * is STATE.
 *
 * @throws AuthError and the like (endsRun), ReaderGoneError, NoOrganizationError, or the reason the run was aborted with
 */
export async function sync(options: SyncOptions): Promise<Report> {
  const { config, streams, state, client, output, logger } = options;
  const report = new Report(streams, logger);
  const writers = createWriters(options, report);
  const context = createContext(options, { report, writers });
  const { roles, checkpoints, resume } = context;
  const geos = createGeoLookup(context, streams);
  const tasks = new TaskRunner(context, { geos });
  if (streams.length === 0) {
    logger.warning('Nothing is selected in the catalog: there is nothing to read.');
    await checkpoints.close();
    return report;
  }
  const progress = { report, writers, client };
  const counts = { organizations: 0 };
  options.onStart?.(() => describeProgress(progress, counts.organizations));
  try {
    await client.authorize();
    if (!config.skipEmptyStreams) for (const writer of writers.values()) await writer.announce();
    for (const stream of streams) {
      if (stream.source.kind === 'roles' && !resume.isDone(stream.name, null)) await tasks.runRoles(stream);
    }
    const organizations = await chooseOrganizations({ named: config.organizations, roles, state, logger });
    counts.organizations = organizations.length;
    if (resume.done.size > 0) logger.info(resume.describe());
    const workers = config.maxConcurrency;
    // Names first: rows carry them.
    const scope = { streams, organizations, resume };
    await runPool(planStandardized(scope, config), { workers, run: (task) => tasks.runStandardized(task) });
    const plan = planTasks({
      ...scope,
      bookmarks: new BucketBookmarks(state, config.timeGranularity),
      span: context.span,
      onLoss: createLossNotice({ ...context.span, logger }),
    });
    await runPool(plan, { workers, run: (task) => tasks.run(task), room: () => roomFor(client, config) });
    await geos?.close();
    await output.flush();
    writeResume(state, report.deferred ? composeResume({ ...scope, report }) : null);
    return report;
  } finally {
    options.onEnd?.();
    sumUp(progress, logger);
    await checkpoints.close();
  }
}

/** A page with its posts takes about so many calls. */
const CALLS_AHEAD = 8;

/** How many tasks may be under way: towards the end of a budget few, so that what was begun comes to its end. */
function roomFor({ calls }: LinkedInClient, { maxCalls, maxConcurrency }: Config): number {
  return maxCalls === null ? maxConcurrency : Math.floor((maxCalls - calls.total) / CALLS_AHEAD);
}
