import type { LinkedInClient } from '../../linkedin/client.js';
import type { Logger } from '../../log/logger.js';
import { layOut } from '../../log/table.js';
import type { StreamWriter } from '../../singer/messages.js';
import { formatDay } from '../../singer/values.js';
import { counted } from './counted.js';
import type { Report, StreamReport } from './report.js';

/** The causes say it already. */
const CAUSES = / (refused|failed)$/;

/** What a run has come to. */
export interface RunParts {
  readonly report: Report;
  readonly writers: ReadonlyMap<string, StreamWriter>;
  readonly client: LinkedInClient;
}

/** Closes the log of a run: metrics, what was not there to read, and a table of the streams. */
export function sumUp({ report, writers, client }: RunParts, logger: Logger): void {
  report.tellCauses();
  for (const stream of report.streams) {
    stream.records = writers.get(stream.name)!.count;
    logger.metric({ type: 'counter', metric: 'record_count', value: stream.records, tags: { stream: stream.name } });
  }
  client.reportMetrics();
  for (const { name, notes } of report.streams) {
    for (const [what, count] of notes) {
      const level = CAUSES.test(what) ? 'debug' : 'info';
      logger[level](`${name}: ${counted(count, what)}.`, { stream: name });
    }
  }
  if (report.streams.every(({ records }) => records === 0)) return;
  for (const line of summarize(report.streams, (stream) => client.calls.byStream.get(stream) ?? 0)) logger.info(line);
}

/** The closing table, a line each: stream, records, calls, seconds, newest day read, organizations failed and left. */
function summarize(streams: readonly StreamReport[], callsOf: (stream: string) => number): string[] {
  const head = ['stream', 'records', 'calls', 'seconds', 'newest day', 'failed', 'left'];
  const rows = streams.map((stream) => [
    stream.name,
    String(stream.records),
    String(callsOf(stream.name)),
    stream.seconds.toFixed(1),
    stream.newestEnd === null ? '-' : formatDay(stream.newestEnd - 1),
    String(stream.failed.size),
    String(stream.deferred.size),
  ]);
  return layOut([head, ...rows], { left: 1 });
}
