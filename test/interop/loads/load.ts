import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram, type Ended } from '../support/program.js';
import { programOf } from '../tools/environment.js';
import { readCsvTable, readJsonlTable } from './file-table.js';
import { readPostgresTable } from './postgres-table.js';
import type { Shape } from './shape.js';
import { settingsOfTarget, type Place, type Setup, type Target } from './targets.js';
import type { Table } from './table.js';

/** Hands a stream of messages to a target, which goes on with what is at the place. */
export async function load(setup: Setup, messages: string, place: Place): Promise<Ended> {
  const config = join(place.folder, 'config.json');
  writeFileSync(config, JSON.stringify(settingsOfTarget(setup, place)));
  return await runProgram(programOf(setup.target.tool), {
    args: ['--config', config],
    input: messages,
    cwd: place.folder,
  });
}

/** What the target made of a stream. */
export async function readTable({ target }: Setup, place: Place, shape: Shape): Promise<Table> {
  const { columnName = (name: string) => name } = target;
  const read: Readonly<Record<Target['store'], () => Table | Promise<Table>>> = {
    postgres: () => readPostgresTable({ ...place, columnName }, shape),
    csv: () => readCsvTable(place.folder, shape),
    jsonl: () => readJsonlTable(place.folder, shape),
  };
  return await read[target.store]();
}
