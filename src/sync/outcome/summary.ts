import type { LinkedInClient } from '../../linkedin/client.js';
import type { Logger } from '../../log/logger.js';
import { layOut } from '../../log/table.js';
import type { StreamWriter } from '../../singer/messages.js';
import { formatDay } from '../../singer/values.js';
import type { Report, StreamReport } from './report.js';

/** What a run has come to so far. */
export interface Progress {
  readonly report: Report;
  readonly writers: ReadonlyMap<string, StreamWriter>;
  readonly client: LinkedInClient;
  /** How many this run reads. */
  readonly organizations: number;
}

/** How far a run has got, in one line. */
export function describeProgress({ writers, client, organizations }: Progress): string {
  const records = [...writers.values()].reduce((sum, writer) => sum + writer.count, 0);
  return `${writers.size} streams, ${organizations} organizations, ${records} records, ${client.calls.total} calls`;
}

/** Closes the log of a run: metrics, what was not there to read, and a table of the streams. */
export function sumUp({ report, writers, client }: Progress, logger: Logger): void {
  report.tellCauses();
  for (const stream of report.streams) {
    stream.records = writers.get(stream.name)!.count;
    logger.metric({ type: 'counter', metric: 'record_count', value: stream.records, tags: { stream: stream.name } });
  }
  client.reportMetrics();
  for (const { name, notes } of report.streams) {
    for (const [what, count] of notes) logger.info(`${name}: ${count} ${what}.`, { stream: name });
  }
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
