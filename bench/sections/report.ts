import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncSixStreams, type Bench } from '../bench.js';
import { measureChild, type ChildCost } from '../child.js';
import { atMost, inform, type Finding } from '../limit.js';
import { startStandIn } from '../stand-in.js';

const MANY = 10_000;
const FLAT = 1.1;
const REPORT_LIMIT_MB = 1;

/** Measures what --report and --summary cost a sync of many pages: memory, time and file size. */
export async function measureReport({ folder, quick, note }: Bench): Promise<Finding[]> {
  const organizations = quick ? MANY / 5 : MANY;
  const standIn = await startStandIn({ organizations, requestLogSize: 1 });
  const [report, summary] = [join(folder, 'report.html'), join(folder, 'summary.json')];
  try {
    const sync = syncSixStreams(await standIn.writeConfig(folder));
    const measure = async (what: string, flags: readonly string[]): Promise<ChildCost> => {
      const cost = await measureChild({ args: [...sync, ...flags] });
      note(`${organizations} pages ${what}: ${cost.peakRssMb.toFixed(1)} MB, ${cost.cpuMs.toFixed(0)} ms of CPU`);
      return cost;
    };
    const plain = await measure('without report', []);
    const told = await measure('with --report and --summary', ['--report', report, '--summary', summary]);
    const megabytes = async (path: string): Promise<number> => (await stat(path)).size / 1_000_000;
    return [
      inform(`peak memory, ${organizations} pages`, { measured: plain.peakRssMb, unit: 'MB' }),
      atMost(`peak memory with --report and --summary / without, ${organizations} pages`, {
        measured: told.peakRssMb / plain.peakRssMb,
        limit: FLAT,
        unit: '',
      }),
      inform(`CPU for --report and --summary, ${organizations} pages`, {
        measured: told.cpuMs - plain.cpuMs,
        unit: 'ms',
      }),
      atMost(`report, ${organizations} pages`, {
        measured: await megabytes(report),
        limit: REPORT_LIMIT_MB,
        unit: 'MB',
      }),
      inform(`summary, ${organizations} pages`, { measured: await megabytes(summary), unit: 'MB' }),
    ];
  } finally {
    await Promise.all([report, summary].map((path) => rm(path, { force: true })));
    await standIn.close();
  }
}
