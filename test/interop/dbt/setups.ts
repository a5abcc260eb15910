import { needPostgres, needTools } from '../support/needs.js';
import { findWay, WAYS } from './places.js';

/** Testing every way with several days takes minutes, so CI runs one of each kind. */
export const isFull = process.env['INTEROP_DBT'] === 'full';

export interface Setup {
  readonly way: string;
  readonly days: number;
}

const USUAL: readonly Setup[] = [
  { way: 'meltanolabs-postgres', days: 3 },
  { way: 'pipelinewise-postgres', days: 1 },
  { way: 'duckdb', days: 3 },
  { way: 'read_json', days: 3 },
];

export const SETUPS: readonly Setup[] = isFull ? WAYS.map(({ name }) => ({ way: name, days: 3 })) : USUAL;

/** Skips the tests of the describe block if the way's tools are missing. */
export function needWay(name: string): void {
  const { tools, store } = findWay(name);
  needTools('dbt', ...tools);
  if (store === 'postgres') needPostgres();
}
