import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { LoggedRequest, SandboxPatch } from '../../src/sandbox/index.js';
import { CONCURRENCY, syncSixStreams, TAP, type Bench } from '../bench.js';
import type { BareScript } from '../bare.js';
import { measureChild } from '../child.js';
import { atMost, inform, median, type Finding } from '../limit.js';
import { startStandIn, type StandIn } from '../stand-in.js';

const BARE = fileURLToPath(new URL('../bare.js', import.meta.url));

/** A sync, and the limit for its processor time as a multiple of the bare script's. */
interface Work {
  readonly name: string;
  readonly sandbox: SandboxPatch & { readonly organizations: number };
  readonly args: (config: string) => string[];
  readonly limit: number;
}

const WORKS: readonly Work[] = [
  { name: 'six streams', sandbox: { organizations: 200 }, args: syncSixStreams, limit: 1.6 },
  {
    name: 'posts, comments, likes',
    sandbox: { organizations: 5, postsPerOrganization: 1000 },
    args: (config) => [TAP, '--config', config, '--select', 'posts,comments,likes'],
    limit: 1.4,
  },
];

/** Compares the processor time of syncs without latency with that of a script that only calls, parses and writes. */
export async function compareCpu(bench: Bench): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const work of WORKS) findings.push(...(await compareWork(work, bench)));
  return findings;
}

async function compareWork(work: Work, { folder, note, quick }: Bench): Promise<Finding[]> {
  const standIn = await startStandIn(work.sandbox);
  try {
    const tap = { args: work.args(await standIn.writeConfig(folder)) };
    const { bytes } = await measureChild(tap);
    const calls = await standIn.takeRequests();
    const bare = { args: [BARE, await writeScript({ folder, standIn, calls, bytes })] };

    const pairs: { ours: number; bare: number }[] = [];
    for (let round = 1; round <= (quick ? 3 : 5); round++) {
      note(`processor time of ${work.name}, round ${round}`);
      pairs.push({ bare: (await measureChild(bare)).cpuMs, ours: (await measureChild(tap)).cpuMs });
    }
    const ratio = median(pairs.map((pair) => pair.ours / pair.bare));
    const inMs = (values: number[]): { measured: number; unit: string } => ({ measured: median(values), unit: 'ms' });
    return [
      atMost(`processor time of ${work.name} / bare script`, { measured: ratio, limit: work.limit, unit: '' }),
      inform(`processor time of ${work.name}, ${calls.length} calls`, inMs(pairs.map((pair) => pair.ours))),
      inform('processor time of the bare script for them', inMs(pairs.map((pair) => pair.bare))),
    ];
  } finally {
    await standIn.close();
  }
}

interface Recorded {
  readonly folder: string;
  readonly standIn: StandIn;
  readonly calls: readonly LoggedRequest[];
  readonly bytes: number;
}

/** Writes the file that tells the bare script what to do. */
async function writeScript({ folder, standIn, calls, bytes }: Recorded): Promise<string> {
  const script: BareScript = {
    calls: calls.map(({ url, headers }) => ({ url: standIn.url + url, headers: headersOf(headers, standIn.token) })),
    concurrency: CONCURRENCY,
    bytes,
  };
  const path = join(folder, 'bare.json');
  await writeFile(path, JSON.stringify(script));
  return path;
}

/** Only the headers that LinkedIn requires, none about the connection. */
function headersOf(logged: NodeJS.Dict<string | string[]>, token: string): Record<string, string> {
  const kept = Object.entries(logged).filter(([name]) => name.startsWith('x-restli') || name.startsWith('linkedin'));
  return { ...(Object.fromEntries(kept) as Record<string, string>), authorization: `Bearer ${token}` };
}
