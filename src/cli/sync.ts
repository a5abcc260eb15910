import { performance } from 'node:perf_hooks';
import { systemClock, systemSleep } from '../clock.js';
import { createClient } from '../linkedin/client.js';
import type { Logger } from '../log/logger.js';
import type { StatusLine } from '../log/status-line.js';
import { Output } from '../singer/output.js';
import type { Report } from '../sync/report.js';
import { sync } from '../sync/run.js';
import { exitCodeOf } from './exit.js';
import { EXIT, type ExitCode, type Host } from './host.js';
import type { SyncInputs } from './inputs.js';
import { listenForSignals } from './signals.js';

/** How often the SDK reports its counters, too. */
const METRICS_MS = 60_000;

/** Carries out one sync and gives its exit code. */
export async function runSync(
  { config, streams, state }: SyncInputs,
  { host, logger, status }: { host: Host; logger: Logger; status: StatusLine },
): Promise<ExitCode> {
  const stop = new AbortController();
  const output = new Output(host.stdout, (gone) => stop.abort(gone));
  const signals = listenForSignals(host.signals, (interruption) => stop.abort(interruption));
  const clock = config.now === null ? systemClock : () => config.now!;
  const client = createClient({
    config,
    logger,
    signal: stop.signal,
    clock,
    wallClock: systemClock,
    sleep: systemSleep,
    random: Math.random,
  });
  const metrics = setInterval(() => client.reportMetrics(), METRICS_MS);
  try {
    const report = await sync({
      config,
      streams,
      state,
      client,
      output,
      logger,
      clock,
      elapsed: () => performance.now(),
      onStart: (progress) => status.show(progress),
      onEnd: () => status.clear(),
    });
    return stop.signal.aborted ? exitCodeOf(stop.signal.reason, logger) : conclude(report, logger);
  } catch (error) {
    return exitCodeOf(stop.signal.aborted ? stop.signal.reason : error, logger);
  } finally {
    clearInterval(metrics);
    signals.close();
    client.close();
  }
}

function conclude(report: Report, logger: Logger): ExitCode {
  if (report.failed.length > 0) {
    const names = report.failed.join(', ');
    logger.critical(
      `Not everything could be read: ${names}. What could be is out, with its state; see above for each fault.`,
    );
    return EXIT.failed;
  }
  return report.deferred ? EXIT.limited : EXIT.done;
}
