import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { layOut } from '../log/table.js';
import { packageRoot } from '../package.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';

/** What is copied: its name in the user's folder, its place in the package, a description. */
const PARTS = [
  ['meltano', 'examples/meltano', 'a Meltano project, and the plugin alone for an existing one'],
  ['postgres', 'examples/postgres', 'a script that loads PostgreSQL every night'],
  ['nightly', 'examples/nightly', 'a script that loads the pages of many connections every night'],
  ['kubernetes', 'examples/kubernetes', 'one sync as an Indexed Job of shards'],
  ['airflow', 'examples/airflow', 'a DAG that reads many connections in shards'],
  ['dagster', 'examples/dagster', 'the same in Dagster, as assets with checks'],
  ['dashboard', 'examples/dashboard', 'a dashboard over the tables of dbt'],
  ['dbt', 'dbt', 'the dbt package, for PostgreSQL and DuckDB'],
  ['catalogs', 'catalog', 'selections for --catalog, to change as you like'],
] as const;

/** Files left behind by running them in a clone. */
const LEFTOVERS = /(^|[/\\])(target|logs|dbt_packages|__pycache__|\.user\.yml|.*\.duckdb(\.wal)?)($|[/\\])/;

/** Arguments of `tap-linkedin-pages examples`. */
export interface ExamplesArguments {
  readonly folder: string;
}

/** The command for yargs; `finish` gets the exit code. */
export function makeExamplesCommand(
  io: Pick<ProcessIo, 'stdout' | 'stderr'>,
  finish: (exitCode: ExitCode) => void,
): CommandModule<object, ExamplesArguments> {
  return {
    command: 'examples <folder>',
    describe: 'Copy examples, catalogs and the dbt package into a folder',
    builder: (yargs: Argv<object>) =>
      yargs.positional('folder', { type: 'string', demandOption: true, describe: 'Created if it does not exist' }),
    handler: async ({ folder }: ArgumentsCamelCase<ExamplesArguments>) => finish(await copyExamples(folder, io)),
  };
}

/** Copies all PARTS and prints what they are. The user's existing files stay as they are. */
async function copyExamples(folder: string, io: Pick<ProcessIo, 'stdout' | 'stderr'>): Promise<ExitCode> {
  for (const [name, place] of PARTS) {
    const from = fileURLToPath(new URL(`${place}/`, packageRoot));
    const entries = await readdir(from, { recursive: true, withFileTypes: true });
    for (const file of entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))) {
      const path = file.slice(from.length);
      if (LEFTOVERS.test(path)) continue;
      const to = join(folder, name, path);
      try {
        if (!(await copyFile(file, to))) io.stderr.write(`WARNING ${to} differs from the bundled file; it was kept.\n`);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        io.stderr.write(`CRITICAL ${to} cannot be written (${code}).\n`);
        return EXIT.failed;
      }
    }
  }
  const rows = PARTS.map(([name, , what]) => [join(folder, name), what]);
  await printDocument(io, layOut(rows, { left: 2 }).join('\n'));
  return EXIT.done;
}

/** Copies a file, unless one is there already. Returns whether the file there now is the same. */
async function copyFile(from: string, to: string): Promise<boolean> {
  const content = await readFile(from);
  await mkdir(dirname(to), { recursive: true });
  try {
    // Packages do not keep the executable bit: a script is recognized by its first line.
    await writeFile(to, content, { flag: 'wx', mode: content.subarray(0, 2).toString() === '#!' ? 0o755 : 0o644 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return content.equals(await readFile(to));
  }
}
