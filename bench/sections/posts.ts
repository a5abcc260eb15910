import { syncBy, type Bench } from '../bench.js';
import { measureChild } from '../child.js';
import { atMost, inform, type Finding } from '../limit.js';
import { startStandIn } from '../stand-in.js';

const POSTS = 2000;
const FEW = 5;
const MANY = 50;
const HEAP_LIMIT = ['--max-old-space-size=64'];
const FLAT = 1.1;

/** Peak memory of posts and their statistics, by the number of organizations with as many posts each. */
export async function measurePosts({ folder, note }: Bench): Promise<Finding[]> {
  const peaks = new Map<number, number>();
  for (const organizations of [FEW, MANY]) {
    const standIn = await startStandIn({ organizations, postsPerOrganization: POSTS, requestLogSize: 1 });
    try {
      const args = syncBy('fivetran', await standIn.writeConfig(folder));
      const { peakRssMb } = await measureChild({ args, flags: HEAP_LIMIT });
      note(`memory of ${organizations} organizations with ${POSTS} posts: ${peakRssMb.toFixed(1)} MB`);
      peaks.set(organizations, peakRssMb);
    } finally {
      await standIn.close();
    }
  }
  const [few, many] = [peaks.get(FEW)!, peaks.get(MANY)!];
  return [
    inform(`peak memory, ${MANY} organizations x ${POSTS} posts, 64 MB heap`, { measured: many, unit: 'MB' }),
    atMost(`peak memory, ${MANY} / ${FEW} organizations x ${POSTS} posts`, {
      measured: many / few,
      limit: FLAT,
      unit: '',
    }),
  ];
}
