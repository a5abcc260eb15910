import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONCURRENCY, syncSixStreams, TAP, type Bench } from '../bench.js';
import { measureChild, type ChildCost } from '../child.js';
import { atMost, inform, median, type Finding } from '../limit.js';
import { startStandIn, type StandIn } from '../stand-in.js';

const LATENCY_MS = 150;
/** A run over ten thousand pages takes minutes, and much longer on a busy machine. */
const LONGEST_MS = 3_600_000;
/** How many of the six streams keep a bookmark. */
const STATISTICS_STREAMS = 2;
const AT_ONCE = 4;

/**
 * Measures ten thousand pages in one run and in shards, planning and merging for them, and a thousand pages with
 * latency.
 */
export async function measureScale(bench: Bench): Promise<Finding[]> {
  const many = bench.quick ? 1000 : 10_000;
  return [...(await measureMany(bench, many)), ...(await measureLatency(bench, many / 10))];
}

async function measureMany(bench: Bench, pages: number): Promise<Finding[]> {
  const few = await withStandIn(pages / 10, async (standIn) => {
    const peaks: number[] = [];
    while (peaks.length < 3) peaks.push((await runShards(bench, standIn, { count: 1, atOnce: 1 })).peakRssMb);
    return median(peaks);
  });
  return await withStandIn(pages, async (standIn) => {
    const whole = await runShards(bench, standIn, { count: 1, atOnce: 1 });
    const findings = [...tell('one run', pages, whole)];
    for (const [count, atOnce] of [
      [4, 1],
      [16, 1],
      [4, AT_ONCE],
      [16, AT_ONCE],
    ] as const) {
      const shards = await runShards(bench, standIn, { count, atOnce });
      findings.push(...tell(`${count} shards, ${atOnce} at once`, pages, shards));
      if (count === 16 && atOnce === AT_ONCE) findings.push(...(await planAndMerge(bench, standIn, shards)));
    }
    return [
      ...findings,
      atMost(`peak memory, ${pages} / ${pages / 10} pages in one run`, {
        measured: whole.peakRssMb / few,
        limit: 1.25,
        unit: '',
      }),
    ];
  });
}

async function withStandIn<Result>(
  organizations: number,
  work: (standIn: StandIn) => Promise<Result>,
  latencyMs = 0,
): Promise<Result> {
  const standIn = await startStandIn({ organizations, latencyMs, requestLogSize: 1 });
  try {
    return await work(standIn);
  } finally {
    await standIn.close();
  }
}

interface ShardsCost extends Pick<ChildCost, 'wallMs' | 'cpuMs' | 'peakRssMb'> {
  readonly calls: number;
  /** The state file of each shard. */
  readonly states: readonly string[];
}

/** Runs all shards, `atOnce` at a time. Wall time and processor time are for all of them, memory for the largest. */
async function runShards(
  { folder, note }: Bench,
  standIn: StandIn,
  { count, atOnce }: { count: number; atOnce: number },
): Promise<ShardsCost> {
  const config = await standIn.writeConfig(folder);
  const waiting = Array.from({ length: count }, (_, place) => `${place + 1}/${count}`);
  const costs: (ChildCost & { calls: number; state: string })[] = [];
  const startedAt = performance.now();
  const work = async (): Promise<void> => {
    for (let shard = waiting.shift(); shard !== undefined; shard = waiting.shift()) {
      const name = `${standIn.organizations}-${shard.replace('/', '-of-')}`;
      const [summary, state] = [`summary-${name}.json`, `state-${name}.json`].map((file) => join(folder, file));
      const sharding = count === 1 ? [] : ['--shard', shard];
      const args = [...syncSixStreams(config), '--summary', summary!, ...sharding];
      const cost = await measureChild({ args, keepLastLine: true, longestMs: LONGEST_MS });
      await writeFile(state!, cost.output);
      const { calls } = JSON.parse(await readFile(summary!, 'utf8')) as { calls: { total: number } };
      costs.push({ ...cost, calls: calls.total, state: state! });
      note(`shard ${shard} of ${standIn.organizations} pages, ${atOnce} at once: ${Math.round(cost.wallMs)} ms`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, work));
  return {
    wallMs: performance.now() - startedAt,
    cpuMs: costs.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    peakRssMb: Math.max(...costs.map(({ peakRssMb }) => peakRssMb)),
    calls: costs.reduce((sum, { calls }) => sum + calls, 0),
    states: costs.map(({ state }) => state),
  };
}

const tell = (how: string, pages: number, cost: ShardsCost): Finding[] => [
  inform(`${pages} pages, ${how}: calls`, { measured: cost.calls, unit: '' }),
  inform(`${pages} pages, ${how}: wall`, { measured: cost.wallMs / 1000, unit: 's' }),
  inform(`${pages} pages, ${how}: processor`, { measured: cost.cpuMs / 1000, unit: 's' }),
  inform(`${pages} pages, ${how}: peak memory of a process`, { measured: cost.peakRssMb, unit: 'MB' }),
];

/** Does what a scheduler does before and after: find the pages by role, plan, and merge all states into one. */
async function planAndMerge({ folder, note }: Bench, standIn: StandIn, shards: ShardsCost): Promise<Finding[]> {
  note('planning and merging');
  const config = await standIn.writeConfig(folder);
  const base = join(folder, 'base.json');
  await writeFile(base, '{}');
  const plan = await measureChild({ args: [TAP, 'plan', '--config', config, '--shards', '16'] });
  const merge = await measureChild({
    args: [TAP, 'state', 'merge', '--base', base, ...shards.states],
    keepOutput: true,
  });
  const next = join(folder, 'merged.json');
  await writeFile(next, merge.output);
  const again = await measureChild({ args: [TAP, 'state', 'merge', '--base', next, ...shards.states.map(() => next)] });
  const bytes = merge.output.length / standIn.organizations / STATISTICS_STREAMS;
  return [
    inform('plan of 16 shards, roles walked', { measured: plan.wallMs, unit: 'ms' }),
    inform('plan of 16 shards: processor', { measured: plan.cpuMs, unit: 'ms' }),
    inform('merge of 16 states, of a first night', { measured: merge.wallMs, unit: 'ms' }),
    inform('merge of 16 whole states', { measured: again.wallMs, unit: 'ms' }),
    inform('merge of 16 whole states: processor', { measured: again.cpuMs, unit: 'ms' }),
    atMost('finding pages, planning and merging', { measured: plan.wallMs + again.wallMs, limit: 5000, unit: 'ms' }),
    inform('state', { measured: merge.output.length / 1e6, unit: 'MB' }),
    atMost('state, by page and statistics stream', { measured: bytes, limit: 200, unit: 'bytes' }),
  ];
}

async function measureLatency(bench: Bench, pages: number): Promise<Finding[]> {
  bench.note(`${pages} pages at ${LATENCY_MS} ms`);
  const cost = await withStandIn(pages, (standIn) => runShards(bench, standIn, { count: 1, atOnce: 1 }), LATENCY_MS);
  const least = (cost.calls * LATENCY_MS) / CONCURRENCY;
  return [
    atMost(`${pages} pages, wall time / (calls x ${LATENCY_MS} ms / ${CONCURRENCY})`, {
      measured: cost.wallMs / least,
      limit: 1.15,
      unit: '',
    }),
    inform(`${pages} pages at ${LATENCY_MS} ms: wall`, { measured: cost.wallMs / 1000, unit: 's' }),
  ];
}
