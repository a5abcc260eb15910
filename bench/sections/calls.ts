import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoggedRequest } from '../../src/sandbox/index.js';
import { syncSixStreams, type Bench } from '../bench.js';
import { measureChild } from '../child.js';
import { atMost, type Finding } from '../limit.js';
import { NEXT_DAY, startStandIn } from '../stand-in.js';

/** Counts the calls of a first run over a year, and of a second run that continues from it the next day. */
export async function countCalls({ folder, note }: Bench): Promise<Finding[]> {
  const organizations = 200;
  note(`calls of ${organizations} organizations`);
  const standIn = await startStandIn({ organizations });
  try {
    const config = await standIn.writeConfig(folder);
    const { output } = await measureChild({ args: syncSixStreams(config), keepOutput: true });
    const first = await standIn.takeRequests();

    const state = join(folder, 'state.json');
    await writeFile(state, lastLine(output));
    await standIn.setClock(NEXT_DAY);
    const nextConfig = await standIn.writeConfig(folder, NEXT_DAY);
    await measureChild({ args: [...syncSixStreams(nextConfig), '--state', state] });
    const second = await standIn.takeRequests();

    const finding = (what: string, calls: readonly LoggedRequest[], limit: number): Finding =>
      atMost(`calls: ${what}`, { measured: calls.length, limit, unit: '' });
    const of = (resource: string): LoggedRequest[] => first.filter((request) => request.resource === resource);
    const statistics = (resource: string, timeBound: boolean): LoggedRequest[] =>
      of(resource).filter(({ url }) => url.includes('timeIntervals') === timeBound);
    return [
      finding('1 per 100 roles', of('organizationAcls'), Math.ceil(organizations / 100)),
      finding('1 per 50 organizations looked up', of('organizations'), Math.ceil(organizations / 50)),
      finding('total_follower_count', of('networkSizes'), organizations),
      ...['organizationalEntityFollowerStatistics', 'organizationalEntityShareStatistics'].flatMap((resource) => [
        finding(`${resource}, lifetime`, statistics(resource, false), organizations),
        finding(`${resource}, a year of days`, statistics(resource, true), organizations),
      ]),
      finding('second run, the next day', second, first.length),
    ];
  } finally {
    await standIn.close();
  }
}

function lastLine(output: Buffer): Buffer {
  const end = output.length - 1;
  return output.subarray(output.lastIndexOf('\n', end - 1) + 1, end);
}
