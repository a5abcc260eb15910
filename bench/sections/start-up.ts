import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { syncSixStreams, TAP, type Bench } from '../bench.js';
import { measureWall } from '../child.js';
import { atMost, inform, median, type Finding } from '../limit.js';
import { startStandIn } from '../stand-in.js';

/** Measures how much longer than bare Node the tap takes to answer, to send its first call, and to sync one page. */
export async function compareStartUp({ folder, note, quick }: Bench): Promise<Finding[]> {
  note('start-up');
  const standIn = await startStandIn({ organizations: 1 });
  try {
    const syncOnePage = syncSixStreams(await standIn.writeConfig(folder));
    const node: number[] = [];
    const version: number[] = [];
    const discover: number[] = [];
    const firstCall: number[] = [];
    const onePage: number[] = [];
    for (let round = 0; round < (quick ? 7 : 15); round++) {
      const bare = await measureWall(['-e', '0']);
      node.push(bare);
      version.push((await measureWall([TAP, '--version'])) - bare);
      discover.push((await measureWall([TAP, '--discover'])) - bare);
      firstCall.push((await measureFirstCall(folder)) - bare);
      onePage.push((await measureWall(syncOnePage, { stderr: 'ignore' })) - bare);
    }
    return [
      atMost('--version over bare node', { measured: median(version), limit: 30, unit: 'ms' }),
      atMost('--discover over bare node', { measured: median(discover), limit: 130, unit: 'ms' }),
      inform('first call of a sync over bare node', { measured: median(firstCall), unit: 'ms' }),
      atMost('a sync of one page over bare node', { measured: median(onePage), limit: 170, unit: 'ms' }),
      inform('bare node', { measured: median(node), unit: 'ms' }),
    ];
  } finally {
    await standIn.close();
  }
}

/** Milliseconds until a sync sends its first call. The call is refused, which ends the sync. */
async function measureFirstCall(folder: string): Promise<number> {
  let calledAt: number | undefined;
  const server = createServer((_request, response) => {
    calledAt ??= performance.now();
    response.writeHead(401, { 'content-type': 'application/json' }).end('{"status":401}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const config = join(folder, 'first-call.json');
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await writeFile(config, JSON.stringify({ access_token: 'none', api_url: apiUrl }));

  const startedAt = performance.now();
  const child = spawn(process.execPath, [TAP, '--config', config], { stdio: 'ignore', timeout: 60_000 });
  await once(child, 'exit');
  server.close();
  if (calledAt === undefined) throw new Error('The sync made no call.');
  return calledAt - startedAt;
}
