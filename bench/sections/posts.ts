import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TAP, type Bench } from '../bench.js';
import { measureChild } from '../child.js';
import { atMost, inform, type Finding } from '../limit.js';
import { startStandIn } from '../stand-in.js';

const POSTS = 2000;
/** Long enough for V8 to let its heap grow as far as in a longer run. */
const FEW = 15;
const MANY = 50;
const HEAP_LIMIT = ['--max-old-space-size=64'];
const FLAT = 1.1;

/** The walk over the posts, and the streams read for each post even if nothing has changed. */
const STREAMS = ['posts', 'post_statistics', 'post_social_metadata'];

/**
 * Measures peak memory for posts and their counts, by the number of organizations with the same number of posts each.
 */
export async function measurePosts({ folder, note }: Bench): Promise<Finding[]> {
  const catalog = join(folder, 'posts-catalog.json');
  const selected = [{ breadcrumb: [], metadata: { selected: true } }];
  const streams = STREAMS.map((name) => ({ tap_stream_id: name, metadata: selected }));
  await writeFile(catalog, JSON.stringify({ streams }));
  const peaks = new Map<number, number>();
  for (const organizations of [FEW, MANY]) {
    const standIn = await startStandIn({ organizations, postsPerOrganization: POSTS, requestLogSize: 1 });
    try {
      const args = [TAP, '--config', await standIn.writeConfig(folder), '--catalog', catalog];
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
