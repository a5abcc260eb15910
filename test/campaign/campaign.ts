import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawLife } from './draw.js';
import { countTroubles, type Life } from './life.js';
import { live, type Outcome, type Runner } from './live.js';
import { runNight, writeInputs, type Tap } from './night.js';
import { shrink } from './shrink.js';

/** Runs a tap in this process. */
export const within =
  (tap: Tap): Runner =>
  ({ inputs, cut, folder }) =>
    runNight(tap, writeInputs(folder, inputs), cut);

export interface Tally {
  lives: number;
  runs: number;
  rows: number;
  readonly troubles: Map<string, number>;
  /** Each with its smallest form, if `shrinks`. */
  readonly failed: { readonly life: Life; readonly outcome: Outcome; readonly smallest: Life }[];
}

/** Lives one life per seed and sums up; `onLife` is called after each, and stops the campaign by returning false. */
export async function campaign(
  seeds: Iterable<number>,
  {
    run,
    shrinks = false,
    onLife = () => true,
  }: { run: Runner; shrinks?: boolean; onLife?: (life: Life, outcome: Outcome) => boolean },
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'tap-linkedin-pages-campaign-'));
  const tally: Tally = { lives: 0, runs: 0, rows: 0, troubles: new Map(), failed: [] };
  try {
    for (const seed of seeds) {
      const life = drawLife(seed);
      const outcome = await live(life, { run, folder: join(folder, String(seed)) });
      tally.lives += 1;
      tally.runs += outcome.runs;
      tally.rows += outcome.rows;
      for (const [kind, number] of countTroubles(life))
        tally.troubles.set(kind, (tally.troubles.get(kind) ?? 0) + number);
      if (outcome.problems.length > 0) {
        const smallest = shrinks ? await shrink(life, { run, folder: join(folder, String(seed)) }) : life;
        tally.failed.push({ life, outcome, smallest });
      }
      rmSync(join(folder, String(seed)), { recursive: true, force: true });
      if (!onLife(life, outcome)) break;
    }
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function* seedsFrom(first: number, number: number): Generator<number> {
  for (let seed = first; seed < first + number; seed++) yield seed;
}
