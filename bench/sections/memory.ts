import { syncSixStreams, type Bench } from '../bench.js';
import { measureChild, type ChildCost, type ChildOptions } from '../child.js';
import { atMost, inform, median, type Finding } from '../limit.js';
import { startStandIn } from '../stand-in.js';

const FEW = 200;
const HEAP_LIMIT = ['--max-old-space-size=48'];
const SLOW_RATE = 5_000_000;
const FREE_LIMIT_MB = 135;
const FLAT = 1.1;

/** Measures peak memory: by the number of organizations, with a slow reader, and without a heap limit. */
export async function compareMemory(bench: Bench): Promise<Finding[]> {
  const many = bench.quick ? 1000 : 2000;
  const few = await withStandIn(FEW, bench, async (run) => ({
    fast: [await run({ flags: HEAP_LIMIT }), await run({ flags: HEAP_LIMIT }), await run({ flags: HEAP_LIMIT })],
    slow: await run({ flags: HEAP_LIMIT, readRate: SLOW_RATE }),
  }));
  const lot = await withStandIn(many, bench, async (run) => ({
    limited: await run({ flags: HEAP_LIMIT }),
    free: await run({}),
  }));
  const base = median(few.fast.map(({ peakRssMb }) => peakRssMb));
  const warnings = lot.free.stderr.split('\n').filter((line) => line.includes('Warning'));
  return [
    inform(`peak memory, ${FEW} organizations, 48 MB heap`, { measured: base, unit: 'MB' }),
    inform(`peak memory, ${many} organizations, 48 MB heap`, { measured: lot.limited.peakRssMb, unit: 'MB' }),
    atMost(`peak memory, ${many} / ${FEW} organizations`, {
      measured: lot.limited.peakRssMb / base,
      limit: FLAT,
      unit: '',
    }),
    atMost('peak memory, slow / fast reader', { measured: few.slow.peakRssMb / base, limit: FLAT, unit: '' }),
    atMost(`peak memory, ${many} organizations`, { measured: lot.free.peakRssMb, limit: FREE_LIMIT_MB, unit: 'MB' }),
    atMost(`warnings of Node (leaked listeners), ${many} organizations`, {
      measured: warnings.length,
      limit: 0,
      unit: '',
    }),
  ];
}

type Run = (options: Omit<ChildOptions, 'args'>) => Promise<ChildCost>;

async function withStandIn<Costs>(
  organizations: number,
  { folder, note }: Bench,
  measure: (run: Run) => Promise<Costs>,
): Promise<Costs> {
  const standIn = await startStandIn({ organizations, requestLogSize: 1 });
  try {
    const args = syncSixStreams(await standIn.writeConfig(folder));
    return await measure(async (options) => {
      const cost = await measureChild({ args, ...options });
      note(`memory of ${organizations} organizations, ${JSON.stringify(options)}: ${cost.peakRssMb.toFixed(1)} MB`);
      return cost;
    });
  } finally {
    await standIn.close();
  }
}
