import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../../src/package.js';
import type { StateValue } from '../../../src/singer/state.js';
import type { Connection } from '../postgres/server.js';
import { makeFolder } from '../../support/folders.js';
import { postgresVariables } from '../support/postgres.js';
import { linkPrograms, OFFLINE } from '../support/path.js';
import { runProgram, type Ended } from '../support/program.js';

export const EXAMPLE = fileURLToPath(new URL('examples/meltano/', packageRoot));

/** The example project, run with tap and targets on the PATH. */
export interface MeltanoProject {
  readonly folder: string;
  /** Runs a Meltano command in the project, with additional settings from the environment. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ended>;
  /** The same without waiting. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>): ChildProcess;
  /** The state it keeps for the next run, if any. */
  state(loader: string): Promise<StateValue | null>;
  /** Changes the text of its meltano.yml. */
  edit(change: (text: string) => string): void;
}

interface ProjectOptions {
  readonly settings: object;
  readonly connection?: Connection;
}

export function makeProject({ settings, connection }: ProjectOptions): MeltanoProject {
  const folder = makeFolder();
  const file = join(folder, 'meltano.yml');
  copyFileSync(join(EXAMPLE, 'meltano.yml'), file);
  mkdirSync(join(folder, 'output'));
  const edit = (change: (text: string) => string): void => writeFileSync(file, change(readFileSync(file, 'utf8')));
  edit(withoutPackages);
  const variables = {
    ...OFFLINE,
    PATH: linkPrograms(makeFolder()),
    ...environmentOf(settings),
    ...(connection && postgresVariables(connection)),
  };
  const run: MeltanoProject['run'] = async (args, env) =>
    await runProgram('meltano', { args, cwd: folder, env: { ...variables, ...env } });
  return {
    folder,
    run,
    start: (args, env) =>
      spawn('meltano', args, { cwd: folder, env: { ...variables, ...env }, stdio: ['ignore', 'ignore', 'pipe'] }),
    state: async (loader) => {
      const { stdout } = await run(['state', 'get', `dev:tap-linkedin-pages-to-${loader}`]);
      const { singer_state } = JSON.parse(stdout || '{}') as { singer_state?: StateValue };
      return singer_state ?? null;
    },
    edit,
  };
}

/** Without `pip_url` Meltano installs nothing and runs what is on the PATH. */
export const withoutPackages = (text: string): string => text.replaceAll(/^ *pip_url: .*\n/gm, '');

/** Settings as environment variables, that is, as text. */
export function environmentOf(settings: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`TAP_LINKEDIN_PAGES_${name.toUpperCase()}`, String(value)]),
  );
}
