import { fileURLToPath } from 'node:url';
import yargs, { type Argv } from 'yargs';
import { LOG_FORMATS, LOG_LEVELS } from '../log/logger.js';
import { packageRoot, readPackageVersion } from '../package.js';
import type { DocumentArguments, TapArguments } from './arguments.js';
import { makeLoginCommand } from './login-command.js';
import { makeDemoCommand } from './demo.js';
import { makeExamplesCommand } from './examples.js';
import {
  assertOneSelection,
  assertPlaces,
  catalogOption,
  configOption,
  DOCUMENT_OPTIONS,
  selectOption,
  shardOption,
  stateOption,
} from './options.js';
import { makePlanCommand } from './plan.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { makeProbeCommand } from './probe-command.js';
import type { Program } from './program.js';
import { prepareRecording, recordOption } from './record.js';
import { makeSandboxCommand } from './sandbox.js';
import { makeStateCommand } from './state-merge.js';
import { makeStreamsCommand } from './streams.js';
import { describeUnknown } from './unknown.js';
import { last, UsageError } from './usage.js';
import { workingFolder } from './working-folder.js';

/** What may stand first in place of a sync. */
export const COMMANDS: readonly string[] = [
  'login',
  'sandbox',
  'demo',
  'streams',
  'examples',
  'plan',
  'state',
  'probe',
];

export type RunTap = (args: TapArguments, io: ProcessIo) => Promise<ExitCode>;

/** Parses the arguments and runs what they name. Wrong usage is explained on stderr and ends with exit code 2. */
export async function runCommandLine(io: ProcessIo, runTap: RunTap): Promise<number> {
  let exitCode: number = EXIT.done;
  let printed = '';
  try {
    const { argv, program } = splitProgram(io.argv);
    const finish = (code: number): void => {
      exitCode = code;
    };
    const parser = createParser(argv, async (args) => finish(await runTap(args, io)));
    await parser
      .command(makeLoginCommand(io, finish))
      .command(makeSandboxCommand(io, { program, finish }))
      .command(makeDemoCommand(io, { runTap, finish }))
      .command(makeStreamsCommand(io, finish))
      .command(makeExamplesCommand(io, finish))
      .command(makePlanCommand(io, { runTap, finish }))
      .command(makeStateCommand(io, finish))
      .command(makeProbeCommand(io, finish))
      .parseAsync(argv, {}, (_error: unknown, _args: unknown, output: string) => {
        printed = output;
      });
  } catch (error) {
    if (!isUsageError(error)) throw error;
    io.stderr.write(`CRITICAL ${error.message}. See tap-linkedin-pages --help.\n`);
    return EXIT.usage;
  }
  if (printed !== '') await printDocument(io, printed);
  return exitCode;
}

/** Takes off what `sandbox` is to run: it has options of its own, which are none of ours. @throws UsageError */
function splitProgram(argv: readonly string[]): { argv: string[]; program?: Program } {
  const dashes = argv[0] === 'sandbox' ? argv.indexOf('--') : -1;
  if (dashes === -1) return { argv: [...argv] };
  const [name, ...args] = argv.slice(dashes + 1);
  if (!name) throw new UsageError('A command to run is missing after --');
  return { argv: argv.slice(0, dashes), program: [name, ...args] };
}

function createParser(argv: readonly string[], run: (args: TapArguments) => Promise<void>): Argv {
  const parser = yargs([], workingFolder())
    .scriptName('tap-linkedin-pages')
    .usage('Singer tap for LinkedIn Pages: writes SCHEMA, RECORD and STATE messages to stdout, its log to stderr.')
    .command('$0', false, tapOptions, async ({ properties, ...args }) => {
      const catalog = args.catalog ?? properties;
      assertOneSelection({ ...args, catalog });
      if (args.estimate && args.test) throw new UsageError('--estimate and --test are two questions: ask one of them');
      assertDocuments({ ...args, catalog, shards: undefined });
      assertRecords(args);
      await prepareRecording(args);
      await run({ ...args, catalog, shards: undefined });
    })
    .strict()
    .exitProcess(false)
    .parserConfiguration({ 'boolean-negation': false })
    .version(`tap-linkedin-pages ${readPackageVersion()}`)
    .wrap(80)
    .epilogue(`Documentation: ${fileURLToPath(new URL('docs/', packageRoot))}`)
    .fail((message, error) => {
      throw error ?? new UsageError(describeUnknown(message, { argv, parser, commands: COMMANDS }) ?? message);
    });
  return parser;
}

function tapOptions(parser: Argv) {
  return parser
    .usage('$0 --discover > catalog.json\n$0 --config FILE [--catalog FILE] [--state FILE] | target')
    .option(
      'config',
      configOption(
        'Settings, a JSON file; may be repeated, later files win. The word ENV reads TAP_LINKEDIN_PAGES_* variables',
      ),
    )
    .option('catalog', catalogOption('Which streams and fields to read; without it, the default ones'))
    .option('select', selectOption)
    .option('properties', {
      alias: 'p',
      type: 'string',
      coerce: last<string>,
      hidden: true,
      describe: 'Old name of --catalog',
    })
    .option('state', stateOption)
    .option('shard', shardOption)
    .option('discover', { alias: 'd', type: 'boolean', default: false, describe: 'Print the catalog' })
    .option('about', { type: 'boolean', default: false, describe: 'Print what the tap is and its settings' })
    .option('estimate', {
      type: 'boolean',
      default: false,
      describe: 'Print how many calls the sync would make, by endpoint, and whether they fit max_calls; syncs nothing',
    })
    .option('test', {
      type: 'string',
      coerce: readTest,
      describe:
        'Check token, scopes, version, roles and endpoints, and print a table; --test=all tries each endpoint on every organization',
    })
    .option('format', {
      choices: ['text', 'json', 'markdown'] as const,
      default: 'text' as const,
      describe: 'Of --about, --estimate and --test',
    })
    .options(DOCUMENT_OPTIONS)
    .option('record', recordOption)
    .option('log-format', { choices: LOG_FORMATS, describe: 'Of the lines on stderr; json where Meltano asks for it' })
    .option('log-level', {
      choices: LOG_LEVELS,
      describe: 'Lowest level of the lines on stderr; info unless Meltano says otherwise',
    });
}

/** @throws UsageError where there is no sync to tell of, or the file is no place for it */
function assertDocuments(args: TapArguments): void {
  const others = { discover: args.discover, about: args.about, test: args.test, estimate: args.estimate };
  const [other] = Object.entries(others).find(([, isAsked]) => isAsked) ?? [];
  const [document] = Object.keys(DOCUMENT_OPTIONS).filter(
    (name) => args[name as keyof DocumentArguments] !== undefined,
  );
  if (document !== undefined && other !== undefined)
    throw new UsageError(`--${document} tells of a sync, and --${other} makes none: leave one of them out`);
  assertPlaces(args, { inputs: [...args.config, args.catalog, args.state] });
}

/** @throws UsageError where nothing is called that could be recorded */
function assertRecords({ record, discover, about, estimate, test }: Partial<TapArguments>): void {
  if (record === undefined || !(discover || about || estimate || test)) return;
  throw new UsageError('--record records a sync, or probe');
}

function readTest(value: string | string[] | undefined): TapArguments['test'] {
  const told = last(value);
  if (told === undefined) return undefined;
  if (told !== '' && told !== 'all') throw new UsageError(`--test or --test=all, not --test=${told}`);
  return told === 'all' ? 'all' : 'one';
}

function isUsageError(error: unknown): error is Error {
  return error instanceof UsageError || (error instanceof Error && error.name === 'YError');
}
