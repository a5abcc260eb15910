import { CONCURRENCY, syncSixStreams, type Bench } from '../bench.js';
import { measureChild } from '../child.js';
import { atMost, inform, type Finding } from '../limit.js';
import { startStandIn } from '../stand-in.js';

const LATENCY_MS = 100;

/** Compares the wall time of a sync with the time that its calls alone take. */
export async function compareWall({ folder, note, quick }: Bench): Promise<Finding[]> {
  const standIn = await startStandIn({ organizations: quick ? 100 : 200, latencyMs: LATENCY_MS });
  try {
    note('wall time with latency');
    const { wallMs } = await measureChild({ args: syncSixStreams(await standIn.writeConfig(folder)) });
    const { length: calls } = await standIn.takeRequests();
    const ratio = wallMs / ((calls * LATENCY_MS) / CONCURRENCY);
    return [
      atMost(`wall time / (calls x ${LATENCY_MS} ms / ${CONCURRENCY})`, { measured: ratio, limit: 1.2, unit: '' }),
      inform(`wall time of ${calls} calls`, { measured: wallMs, unit: 'ms' }),
    ];
  } finally {
    await standIn.close();
  }
}
