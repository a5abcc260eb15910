import { once } from 'node:events';
import split2 from 'split2';
import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { environmentVariable } from '../config/schema.js';
import type { SettingName } from '../config/schema.js';
import { formatCount } from '../count.js';
import type { Sandbox } from '../sandbox/index.js';
import { NO_ARGUMENTS, type DocumentArguments, type SelectionArguments, type TapArguments } from './arguments.js';
import { assertOneSelection, assertPlaces, catalogOption, DOCUMENT_OPTIONS, selectOption } from './options.js';
import { Preview } from './preview.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { tellNoStart } from './sandbox.js';

/** Arguments of `tap-linkedin-pages demo`. */
export interface DemoArguments extends SelectionArguments, DocumentArguments {
  readonly organizations?: number | undefined;
  readonly now?: string | undefined;
}

interface Demonstration {
  /** The sync itself. */
  readonly runTap: (args: TapArguments, io: ProcessIo) => Promise<ExitCode>;
  readonly finish: (exitCode: ExitCode) => void;
}

/** The command for yargs; `finish` gets the exit code. */
export function makeDemoCommand(
  io: ProcessIo,
  { runTap, finish }: Demonstration,
): CommandModule<object, DemoArguments> {
  return {
    command: 'demo',
    describe: 'Read made-up pages: a preview on a terminal, messages into a pipe or file; needs no token',
    builder: (yargs: Argv<object>): Argv<DemoArguments> =>
      yargs
        .usage('$0 demo\n$0 demo | target\n$0 demo --report report.html > messages.jsonl')
        .option('catalog', catalogOption('Which streams and fields to read; without it, the default ones'))
        .option('select', selectOption)
        .option('organizations', { type: 'number', describe: 'How many pages to make up' })
        .option('now', { type: 'string', describe: 'Fixed clock, for instance 2026-11-22T09:00:00Z' })
        .options(DOCUMENT_OPTIONS),
    handler: async (args: ArgumentsCamelCase<DemoArguments>) => {
      assertOneSelection(args);
      assertPlaces(args, { inputs: [args.catalog] });
      finish(await runDemo(args, { io, runTap }));
    },
  };
}

async function runDemo(
  { organizations, now, catalog, select, summary, report }: DemoArguments,
  { io, runTap }: { io: ProcessIo; runTap: Demonstration['runTap'] },
): Promise<ExitCode> {
  let sandbox: Sandbox;
  try {
    const { startSandbox } = await import('../sandbox/index.js');
    sandbox = await startSandbox({
      ...(organizations !== undefined && { organizations }),
      ...(now !== undefined && { now }),
    });
  } catch (error) {
    return tellNoStart(io, error);
  }
  const sync = async (stdout: ProcessIo['stdout'], logLevel?: 'warning'): Promise<ExitCode> =>
    await runTap(
      { ...NO_ARGUMENTS, config: ['ENV'], catalog, select, summary, report, logLevel },
      { ...io, stdout, env: settingsFor(sandbox, io.env) },
    );
  try {
    if (!io.stdout.isTTY) {
      io.stderr.write(`INFO Reading made-up pages from a sandbox at ${sandbox.url}.\n`);
      return await sync(io.stdout);
    }
    const preview = new Preview();
    const lines = split2((line: string) => preview.add(line)).resume();
    const exitCode = await sync(lines, 'warning');
    lines.end();
    await once(lines, 'end');
    if (exitCode === EXIT.done) await printDocument(io, describe(preview, { sandbox, width: io.stdout.columns || 80 }));
    return exitCode;
  } finally {
    await sandbox.close();
  }
}

/** The environment with a sandbox's settings in place of the user's own: a real token has no business there. */
export function settingsFor(sandbox: Sandbox, env: ProcessIo['env']): ProcessIo['env'] {
  const others = Object.entries(env).filter(([name]) => !name.startsWith('TAP_LINKEDIN_PAGES_'));
  const own = Object.entries(sandbox.config).map(([name, value]) => [environmentVariable(name as SettingName), value]);
  return Object.fromEntries([...others, ...own]) as ProcessIo['env'];
}

function describe(preview: Preview, { sandbox, width }: { sandbox: Sandbox; width: number }): string {
  const calls = sandbox.requests().filter(({ url }) => !url.startsWith('/oauth/')).length;
  const records = formatCount(preview.records);
  return [
    ...preview.render(width),
    `${records} records of ${preview.streams} streams, in ${calls} calls to a sandbox: all data is made up.`,
    '',
    'The messages:  tap-linkedin-pages demo | head -3',
    'All streams:   tap-linkedin-pages streams',
    'Your pages:    tap-linkedin-pages --config config.json, with a token in it;',
    '               docs/token.md says how to get one (see --help)',
  ].join('\n');
}
