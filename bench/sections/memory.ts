import { TAP, type Bench } from '../bench.js';
import { measureChild, type ChildOptions } from '../child.js';
import { atMost, inform, median, type Finding } from '../limit.js';
import { startStandIn } from '../stand-in.js';

const FEW = 200;
const HEAP_LIMIT = ['--max-old-space-size=48'];
const SLOW_RATE = 5_000_000;
const FREE_LIMIT_MB = 135;
const FLAT = 1.1;

/** Peak memory: by the number of organizations, with a slow reader, and left to itself. */
export async function compareMemory({ folder, note, quick }: Bench): Promise<Finding[]> {
  const many = quick ? 1000 : 2000;
  const peaks = async (organizations: number, runs: number, options: Omit<ChildOptions, 'args'>): Promise<number> => {
    const standIn = await startStandIn({ organizations, requestLogSize: 1 });
    try {
      const args = [TAP, '--config', await standIn.writeConfig(folder)];
      const rss: number[] = [];
      for (let run = 0; run < runs; run++) {
        note(`memory of ${organizations} organizations, ${JSON.stringify(options)}`);
        const cost = await measureChild({ args, ...options });
        rss.push(cost.peakRssMb);
      }
      return median(rss);
    } finally {
      await standIn.close();
    }
  };

  const few = await peaks(FEW, 3, { flags: HEAP_LIMIT });
  const lot = await peaks(many, 1, { flags: HEAP_LIMIT });
  const slow = await peaks(FEW, quick ? 1 : 2, { flags: HEAP_LIMIT, readRate: SLOW_RATE });
  const free = await peaks(many, 1, {});
  return [
    inform(`peak memory, ${FEW} organizations, 48 MB heap`, { measured: few, unit: 'MB' }),
    inform(`peak memory, ${many} organizations, 48 MB heap`, { measured: lot, unit: 'MB' }),
    atMost(`peak memory, ${many} / ${FEW} organizations`, { measured: lot / few, limit: FLAT, unit: '' }),
    atMost('peak memory, slow / fast reader', { measured: slow / few, limit: FLAT, unit: '' }),
    atMost(`peak memory, ${many} organizations`, { measured: free, limit: FREE_LIMIT_MB, unit: 'MB' }),
  ];
}
