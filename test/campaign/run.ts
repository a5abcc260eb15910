import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { main } from '../../src/cli/main.js';
import { campaign, seedsFrom, within, type Tally } from './campaign.js';
import type { Life } from './life.js';
import type { Outcome, Runner } from './live.js';
import { runProcess } from './processes.js';
import { describeTrouble } from './shrink.js';

/**
 * `npm run campaign -- --lives 500 --processes 25 --seed 1`: how many lives to run in this process, and as processes.
 */
const { values } = parseArgs({
  options: {
    lives: { type: 'string', default: '500' },
    processes: { type: 'string', default: '25' },
    seed: { type: 'string', default: '1' },
  },
});
const SHOWN = 10;

const first = Number(values.seed);
const startedAt = performance.now();
const tallies = [
  await fight('within one process', { run: within(main), first, number: Number(values.lives) }),
  await fight('as processes', { run: runProcess, first, number: Number(values.processes) }),
];
const minutes = (performance.now() - startedAt) / 60_000;
const lost = tallies.flatMap(({ failed }) => failed);
console.log(
  `${minutes.toFixed(1)} minutes. ${lost.length === 0 ? 'Nothing was lost.' : `${lost.length} lives lost something.`}`,
);
process.exitCode = lost.length === 0 ? 0 : 1;

async function fight(how: string, at: { run: Runner; first: number; number: number }): Promise<Tally> {
  const { run, first: seed, number } = at;
  if (number === 0) return { lives: 0, runs: 0, rows: 0, troubles: new Map(), failed: [] };
  const tally = await campaign(seedsFrom(seed, number), { run, shrinks: true, onLife });
  const { lives, runs, rows, failed, troubles } = tally;
  console.log(
    `${lives} lives ${how} (seeds ${seed} to ${seed + number - 1}): ${runs} runs, ${rows} rows compared, ${failed.length} failed.`,
  );
  for (const { life, smallest } of failed) {
    console.log(`Seed ${life.seed} still loses something with nothing but this:`);
    for (const line of describeTrouble(smallest)) console.log(`  ${line}`);
  }
  const kinds = [...troubles].sort(([one], [other]) => (one < other ? -1 : 1));
  console.log(`  ${kinds.map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
  return tally;
}

/** Reports a life that lost something as soon as it ends: what was lost, and how the life went. */
function onLife(life: Life, { problems }: Outcome): boolean {
  if (problems.length === 0) return true;
  console.log(`Seed ${life.seed} (npm run campaign -- --lives 1 --processes 0 --seed ${life.seed}):`);
  for (const problem of problems.slice(0, SHOWN)) console.log(`  ${problem}`);
  if (problems.length > SHOWN) console.log(`  and ${problems.length - SHOWN} more`);
  console.log(`  ${JSON.stringify(life)}`);
  return true;
}
