import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { packageRoot } from '../../../src/package.js';
import { databaseFile } from '../loads/targets.js';
import { askDuckdb } from '../support/duckdb.js';
import { askPostgres, usePostgres } from '../support/postgres.js';
import { runProgram, type Ended } from '../support/program.js';
import { programOf } from '../tools/environment.js';
import type { Ground } from './places.js';

export type Rows = readonly Readonly<Record<string, unknown>>[];

export const PACKAGE = fileURLToPath(new URL('dbt', packageRoot));

/** Runs a dbt command in the package, on a ground. */
export async function runDbt(
  { folder, output, vars }: Ground,
  { command, more = {} }: { command: readonly string[]; more?: object },
): Promise<Ended> {
  const profiles = join(folder, 'profiles');
  mkdirSync(profiles, { recursive: true });
  const profile = { tap_linkedin_pages: { target: 'test', outputs: { test: output } } };
  writeFileSync(join(profiles, 'profiles.yml'), stringify(profile));
  const places = ['--profiles-dir', profiles, '--target-path', join(folder, 'target'), '--log-path', folder];
  return await runProgram(programOf('dbt'), {
    args: ['--no-use-colors', ...command, ...places, '--vars', JSON.stringify({ ...vars, ...more })],
    cwd: PACKAGE,
  });
}

/** Builds every model and runs every test; throws dbt's output if one fails. */
export async function build(ground: Ground, more: object = {}): Promise<string> {
  const { exitCode, stdout, stderr } = await runDbt(ground, { command: ['build'], more });
  if (exitCode !== 0) throw new Error(`dbt build ended with ${exitCode}.\n${(stdout + stderr).slice(-4000)}`);
  return stdout;
}

/** The rows of a table or view that dbt has built, in the ground's schema unless `schema` names another. */
export async function readModel(ground: Ground, name: string, schema = ground.schema): Promise<Rows> {
  return await ask(ground, `select * from "${schema}"."${name}"`);
}

/** The result of a query. */
export async function ask({ store, folder }: Ground, query: string): Promise<Rows> {
  if (store === 'duckdb') return (await askDuckdb(databaseFile(folder), query)).rows;
  // The database formats instants and days itself, so that no driver converts them to local time.
  const [row] = await askPostgres(
    await usePostgres(),
    `select coalesce(jsonb_agg(to_jsonb(row)), '[]') as rows from (${query}) as row`,
  );
  return row!['rows'] as Rows;
}
