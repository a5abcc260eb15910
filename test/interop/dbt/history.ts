import type { Sandbox } from '../../../src/sandbox/sandbox.js';
import { loadStreams } from '../../../src/streams/load.js';
import type { Json } from '../../support/output.js';
import { daysLater } from '../../support/sandboxes.js';
import type { Known } from '../../truth/known.js';
import { trueRows } from '../../truth/rows.js';
import { BENCHMARKS, startWholeSandbox, syncAll } from '../support/syncs.js';

/** Runs on consecutive days, each with its own snapshot, and what was true on these days. */
export interface History {
  readonly runs: Readonly<Record<'plain' | 'flattened', readonly string[]>>;
  readonly truth: Facts;
}

/** Rows that were true when a run read them: the last one for each key and snapshot. */
export class Facts {
  readonly #held = new Map<string, Map<string, Json>>();

  enter(known: Known): void {
    for (const { name, keyProperties } of loadStreams({ snapshotHistory: true })) {
      const held = this.#held.get(name) ?? new Map<string, Json>();
      this.#held.set(name, held);
      for (const { truth, own } of trueRows(name, known)) {
        const row = { ...truth, ...own };
        held.set(JSON.stringify(keyProperties.map((key) => row[key])), row);
      }
    }
  }

  rows(stream: string): Json[] {
    return [...(this.#held.get(stream)?.values() ?? [])];
  }
}

const made = new Map<string, Promise<History>>();

/** The first `days` days of the same sandbox, read once and shared. */
export async function useHistory(days: number, granularity: 'DAY' | 'MONTH' = 'DAY'): Promise<History> {
  const key = `${days} ${granularity}`;
  if (!made.has(key)) made.set(key, readDays(days, granularity));
  return await made.get(key)!;
}

async function readDays(days: number, granularity: 'DAY' | 'MONTH'): Promise<History> {
  const sandbox = await startWholeSandbox();
  try {
    const truth = new Facts();
    const runs = { plain: [] as string[], flattened: [] as string[] };
    const states: Record<keyof typeof runs, string> = { plain: '', flattened: '' };
    for (let day = 0; day < days; day++) {
      sandbox.set({ now: daysLater(day) });
      if (day > 0) liveADay(sandbox);
      for (const form of ['plain', 'flattened'] as const) {
        const settings = {
          snapshot_history: true,
          time_granularity: granularity,
          flattening_enabled: form === 'flattened',
        };
        const run = await syncAll(sandbox, { settings, ...(day > 0 && { state: states[form] }) });
        runs[form].push(run.stdout);
        states[form] = JSON.stringify(run.state);
      }
      truth.enter({ truth: sandbox.truth, now: daysLater(day), granularity, benchmarks: BENCHMARKS });
    }
    return { runs, truth };
  } finally {
    await sandbox.close();
  }
}

/** Lets members do things between two runs. */
function liveADay(sandbox: Sandbox): void {
  const [page] = sandbox.truth.organizations();
  const [newest, second] = sandbox.truth.posts(page!.id);
  sandbox.act({ do: 'edit', post: second!.id, commentary: 'Put right ✍️\nand longer' });
  sandbox.act({ do: 'comment', on: newest!.id, text: 'On the next day 🌅' });
  sandbox.act({ do: 'react', on: newest!.id, type: 'PRAISE' });
}
