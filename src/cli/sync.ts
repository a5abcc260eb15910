import type { Logger } from '../log/logger.js';
import type { StatusLine } from '../log/status-line.js';
import type { Report } from '../sync/outcome/report.js';
import { sync } from '../sync/sync.js';
import type { SyncInputs } from './inputs.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { inSession } from './session.js';

/** How often the SDK reports its counters, too. */
const METRICS_MS = 60_000;
const AFTER_SIGNAL = 'The next run goes on from the last STATE.';

/** Carries out one sync and gives its exit code. */
export async function runSync(
  inputs: SyncInputs,
  { io, logger, status }: { io: ProcessIo; logger: Logger; status: StatusLine },
): Promise<ExitCode> {
  return await inSession(inputs.config, { io, logger, afterSignal: AFTER_SIGNAL }, async (session) => {
    const metrics = setInterval(() => session.client.reportMetrics(), METRICS_MS);
    try {
      const report = await sync({
        ...inputs,
        ...session,
        logger,
        onStart: (progress) => status.show(progress),
        onEnd: () => status.clear(),
      });
      return conclude(report, logger);
    } finally {
      clearInterval(metrics);
    }
  });
}

function conclude(report: Report, logger: Logger): ExitCode {
  if (report.failed.length > 0) {
    const names = report.failed.join(', ');
    logger.critical(
      `Not everything could be read: ${names}. What could be is out, with its state; see above for each fault.`,
    );
    return EXIT.failed;
  }
  return report.deferred ? EXIT.deferred : EXIT.done;
}
