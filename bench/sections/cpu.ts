import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { CONCURRENCY, syncSixStreams, type Bench } from '../bench.js';
import type { BareScript } from '../bare.js';
import { measureChild } from '../child.js';
import { atMost, inform, median, type Finding } from '../limit.js';
import { startStandIn } from '../stand-in.js';

const BARE = fileURLToPath(new URL('../bare.js', import.meta.url));
const AIM = 1.6;
const LIMIT = 2;

/** Processor time of a sync without latency, against a script that does nothing but call, parse and write. */
export async function compareCpu({ folder, note, quick }: Bench): Promise<Finding[]> {
  const standIn = await startStandIn({ organizations: 200 });
  try {
    const tap = { args: syncSixStreams(await standIn.writeConfig(folder)) };
    const { bytes } = await measureChild(tap);
    const requests = await standIn.takeRequests();
    const script: BareScript = {
      calls: requests.map(({ url, headers }) => ({
        url: standIn.url + url,
        headers: headersOf(headers, standIn.token),
      })),
      concurrency: CONCURRENCY,
      bytes,
    };
    const path = join(folder, 'bare.json');
    await writeFile(path, JSON.stringify(script));

    const pairs: { ours: number; bare: number }[] = [];
    for (let round = 1; round <= (quick ? 3 : 5); round++) {
      note(`processor time, round ${round}`);
      const bare = await measureChild({ args: [BARE, path] });
      const ours = await measureChild(tap);
      pairs.push({ ours: ours.cpuMs, bare: bare.cpuMs });
    }
    const ratio = median(pairs.map(({ ours, bare }) => ours / bare));
    return [
      atMost('processor time / bare script', { measured: ratio, limit: LIMIT, unit: '' }),
      atMost('processor time / bare script, aim', { measured: ratio, limit: AIM, unit: '' }),
      inform('processor time', { measured: median(pairs.map(({ ours }) => ours)), unit: 'ms' }),
      inform('processor time of the bare script', { measured: median(pairs.map(({ bare }) => bare)), unit: 'ms' }),
    ];
  } finally {
    await standIn.close();
  }
}

/** The headers that LinkedIn insists on, and nothing of the connection. */
function headersOf(logged: NodeJS.Dict<string | string[]>, token: string): Record<string, string> {
  const kept = Object.entries(logged).filter(([name]) => name.startsWith('x-restli') || name.startsWith('linkedin'));
  return { ...(Object.fromEntries(kept) as Record<string, string>), authorization: `Bearer ${token}` };
}
