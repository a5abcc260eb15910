import { build } from './dbt.js';
import { useHistory } from './history.js';
import { findWay, type Ground } from './places.js';

const TOOLS = ['airbyte', 'keboola', 'fivetran'];
const made = new Map<string, Promise<Ground>>();

/** The package built on the first days of the history, with the tables of all other tools; built once and shared. */
export async function useGround(name: string, days: number): Promise<Ground> {
  const key = `${name} ${days}`;
  if (!made.has(key)) made.set(key, make(name, days));
  return await made.get(key)!;
}

async function make(name: string, days: number): Promise<Ground> {
  const way = findWay(name);
  const { runs } = await useHistory(days);
  const ground = await way.lay(runs[way.fromTap]);
  await build(ground, { tap_linkedin_pages_compatibility: TOOLS });
  return ground;
}
