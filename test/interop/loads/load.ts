import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stream } from '../../../src/streams/entry.js';
import type { Json } from '../../support/output.js';
import { makeFolder } from '../../support/folders.js';
import { usePostgres } from '../support/postgres.js';
import { runProgram } from '../support/program.js';
import { programOf } from '../tools/environment.js';
import { compare } from './compare.js';
import { readDuckdbTable } from './duckdb-table.js';
import { expectedTable } from './expected.js';
import { readCsvTable, readJsonlTable } from './file-table.js';
import { readPostgresTable } from './postgres-table.js';
import type { Shape } from './shape.js';
import { spoil } from './spoil.js';
import { loadedShape, settingsOfTarget, type Setup } from './setups.js';
import { databaseFile, type Place, type Target } from './targets.js';
import type { Table } from './table.js';

let places = 0;

/** An empty place for loads of a setup. */
export async function makePlace({ target }: Setup): Promise<Place> {
  const connection = target.store === 'postgres' ? await usePostgres() : null;
  return { folder: makeFolder(), schema: `load_${places++}`, connection };
}

/**
 * Loads a stream of messages into the place with a target, and returns what it printed: its states. `INTEROP_SPOIL`
 * spoils the input of every target, to see the suite fail.
 */
export async function load(setup: Setup, messages: string, place: Place): Promise<string> {
  const config = join(place.folder, 'config.json');
  writeFileSync(config, JSON.stringify(settingsOfTarget(setup, place)));
  const { exitCode, stdout, stderr } = await runProgram(programOf(setup.target.tool), {
    args: ['--config', config],
    input: spoilAsTold(messages),
    cwd: place.folder,
  });
  if (exitCode !== 0) throw new Error(`${setup.target.tool} ended with ${exitCode}.\n${stderr.slice(-3000)}`);
  return stdout;
}

function spoilAsTold(messages: string): string {
  const told = process.env['INTEROP_SPOIL'];
  return told === undefined ? messages : spoil(messages, told);
}

/** All differences between a stream at the place and the records that it should hold. */
export async function findDifferences(
  stream: Stream,
  { setup, place, records }: { setup: Setup; place: Place; records: readonly Json[] },
): Promise<string[]> {
  const shape = loadedShape(stream, setup);
  return compare(await readTable(setup, place, shape), expectedTable(records, shape, setup), shape);
}

async function readTable({ target }: Setup, place: Place, shape: Shape): Promise<Table> {
  const { columnName = (name: string) => name } = target;
  const read: Readonly<Record<Target['store'], () => Table | Promise<Table>>> = {
    postgres: async () =>
      await readPostgresTable({ schema: place.schema, connection: place.connection!, columnName }, shape),
    duckdb: async () =>
      await readDuckdbTable({ file: databaseFile(place.folder), schema: place.schema, columnName }, shape),
    csv: () => readCsvTable(place.folder, shape),
    jsonl: () => readJsonlTable(place.folder, shape),
  };
  return await read[target.store]();
}
