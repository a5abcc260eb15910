import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../support/folders.js';
import { load, makePlace } from '../loads/load.js';
import { SETUPS, type Setup } from '../loads/setups.js';
import { databaseFile, type Place } from '../loads/targets.js';
import { usePostgres } from '../support/postgres.js';
import type { ToolName } from '../tools/table.js';

/** Where the rows are that the package is built on, and how dbt reaches them. */
export interface Ground {
  readonly store: 'postgres' | 'duckdb';
  readonly folder: string;
  /** An output of profiles.yml. */
  readonly output: Readonly<Record<string, unknown>>;
  /** Variables of the package. */
  readonly vars: Readonly<Record<string, unknown>>;
  /** The schema that models go to. */
  readonly schema: string;
}

/** A way to get the tap's lines to where dbt reads them. */
export interface Way {
  readonly name: string;
  readonly tools: readonly ToolName[];
  readonly store: Ground['store'];
  /** Whether the tap should flatten the lines. */
  readonly fromTap: Setup['fromTap'];
  /** Whether the target loses maps, whose keys are not declared. */
  readonly losesMaps: boolean;
  /** Loads the lines of runs, one after the other. */
  readonly lay: (runs: readonly string[]) => Promise<Ground>;
}

let grounds = 0;

/** The ways through all targets with a database, and the one without a target. */
export const WAYS: readonly Way[] = [
  ...SETUPS.filter(({ target: { store } }) => store === 'postgres' || store === 'duckdb').map(throughTarget),
  { name: 'read_json', tools: [], store: 'duckdb', fromTap: 'plain', losesMaps: false, lay: layFiles },
];

export function findWay(name: string): Way {
  const way = WAYS.find((one) => one.name === name);
  if (!way) throw new Error(`There is no way ${name}.`);
  return way;
}

export function throughTarget(setup: Setup): Way {
  const store = setup.target.store as Ground['store'];
  const lay = async (runs: readonly string[]): Promise<Ground> => {
    const place = await makePlace(setup);
    for (const messages of runs) await load(setup, messages, place);
    return await groundOf(store, place);
  };
  const { name, target, fromTap, flattening } = setup;
  const losesMaps = flattening && target.habits.some(({ kinds, flattening: only }) => only && kinds.includes('map'));
  return { name, tools: [target.tool], store, fromTap, losesMaps, lay };
}

async function groundOf(store: Ground['store'], { folder, schema: source }: Place): Promise<Ground> {
  const schema = `analytics_${grounds++}`;
  const vars = { tap_linkedin_pages_schema: source };
  if (store === 'duckdb') return { store, folder, schema, vars, output: duckdbOutput(folder, schema) };
  return { store, folder, schema, vars, output: await postgresOutput(schema) };
}

/** Writes a file for each run, whose names sort in order. */
function layFiles(runs: readonly string[]): Promise<Ground> {
  const folder = makeFolder();
  runs.forEach((messages, index) => writeFileSync(join(folder, `run-${index}.jsonl`), messages));
  const vars = { tap_linkedin_pages_jsonl: join(folder, 'run-*.jsonl') };
  return Promise.resolve({
    store: 'duckdb',
    folder,
    schema: 'analytics',
    vars,
    output: duckdbOutput(folder, 'analytics'),
  });
}

export function duckdbOutput(folder: string, schema: string): Ground['output'] {
  return { type: 'duckdb', path: databaseFile(folder), schema, threads: 1 };
}

export async function postgresOutput(schema: string): Promise<Ground['output']> {
  const { database: dbname, ...connection } = await usePostgres();
  return { type: 'postgres', ...connection, dbname, schema, threads: 4 };
}
