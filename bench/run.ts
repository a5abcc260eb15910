// `npm run bench [-- --quick] [SECTION...]`: measures the tap against its limits and prints one table. It is not a
// test: it says which limits are missed, but always exits with 0, because a busy machine distorts the numbers.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench.js';
import { render, type Finding } from './limit.js';
import { countCalls } from './sections/calls.js';
import { compareCpu } from './sections/cpu.js';
import { compareWall } from './sections/latency.js';
import { compareMemory } from './sections/memory.js';
import { measurePosts } from './sections/posts.js';
import { measureScale } from './sections/scale.js';
import { measureReport } from './sections/report.js';
import { compareStartUp } from './sections/start-up.js';

const SECTIONS = {
  calls: countCalls,
  memory: compareMemory,
  posts: measurePosts,
  report: measureReport,
  cpu: compareCpu,
  start: compareStartUp,
  wall: compareWall,
  scale: measureScale,
};
/** Takes a quarter of an hour, so runs only if named. */
const ON_REQUEST = 'scale';

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const bench: Bench = {
  folder: await mkdtemp(join(tmpdir(), 'tap-linkedin-pages-bench-')),
  quick: process.argv.includes('--quick'),
  note: (text) => process.stderr.write(`${text} ...\n`),
};
try {
  const findings: Finding[] = [];
  for (const [name, measure] of Object.entries(SECTIONS)) {
    if (names.includes(name) || (names.length === 0 && name !== ON_REQUEST)) findings.push(...(await measure(bench)));
  }
  process.stdout.write(render(findings));
} finally {
  await rm(bench.folder, { recursive: true });
}
