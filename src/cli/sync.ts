import type { ClientOptions } from '../linkedin/client.js';
import type { Logger } from '../log/logger.js';
import type { StatusLine } from '../log/status-line.js';
import { counted } from '../sync/outcome/words.js';
import type { Report } from '../sync/outcome/report.js';
import type { Progress } from '../sync/progress.js';
import { sync } from '../sync/sync.js';
import type { RunDocuments } from './documents.js';
import type { SyncInputs } from './inputs.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { inSession } from './session.js';

/** Interval in which the SDK reports its counters too. */
const METRICS_MS = 60_000;
const AFTER_SIGNAL = 'Run again with the same --state to continue.';

interface Syncing {
  readonly io: ProcessIo;
  readonly logger: Logger;
  readonly status: StatusLine;
  readonly documents: RunDocuments;
  readonly record: ClientOptions['record'];
}

/** Runs one sync and returns its exit code. */
export async function runSync(
  inputs: SyncInputs,
  { io, logger, status, documents, record }: Syncing,
): Promise<ExitCode> {
  let progress: Progress | undefined;
  const done = (): string => describePages(progress);
  const onLate = (exitCode: ExitCode): Promise<void> => documents.write(exitCode);
  return await inSession(
    inputs.config,
    { io, logger, afterSignal: AFTER_SIGNAL, done, onLate, record },
    async (session) => {
      const metrics = setInterval(() => session.client.reportMetrics(), METRICS_MS);
      try {
        const report = await sync({
          ...inputs,
          ...session,
          logger,
          onStart(started) {
            progress = started;
            return status.show(() => started.describe());
          },
          onEnd: () => status.clear(),
          onSummary: (summary) => documents.hear(summary),
        });
        return conclude(report, logger);
      } finally {
        clearInterval(metrics);
      }
    },
  );
}

function describePages(progress: Progress | undefined): string {
  const { done, left } = progress?.pages ?? { done: 0, left: 0 };
  return done + left === 0 ? '' : `${done} of ${counted(done + left, 'pages')} done, ${left} left`;
}

function conclude(report: Report, logger: Logger): ExitCode {
  const { failed, streams } = report;
  if (failed.length === 0) return report.deferred ? EXIT.deferred : EXIT.done;
  const which = failed.length === 1 ? failed[0] : `${failed.length} of ${streams.length} streams`;
  logger.critical(
    `Not everything could be read: see above what is missing from ${which}. The rest was written, with its state.`,
    {
      extra: { streams: failed },
    },
  );
  return EXIT.failed;
}
