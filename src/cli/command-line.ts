import { fileURLToPath } from 'node:url';
import yargs, { type Argv } from 'yargs';
import { packageRoot, readPackageVersion } from '../package.js';
import type { TapArguments } from './arguments.js';
import { makeLoginCommand } from './login-command.js';
import { makeDemoCommand } from './demo.js';
import { makeExamplesCommand } from './examples.js';
import { makePlanCommand } from './plan.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { makeProbeCommand } from './probe-command.js';
import type { Program } from './program.js';
import { prepareRecording } from './record.js';
import { makeSandboxCommand } from './sandbox.js';
import { makeStateCommand } from './state-merge.js';
import { makeStreamsCommand } from './streams.js';
import { TAP_OPTIONS, toTapArguments } from './tap-options.js';
import { describeUnknown } from './unknown.js';
import { UsageError } from './usage.js';
import { workingFolder } from './working-folder.js';

/** Words that may come first instead of a sync's options. */
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

/**
 * Parses the arguments and runs the command they name. Wrong usage is explained on stderr and ends with exit code 2.
 */
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

/**
 * Splits off the command that `sandbox` is to run, whose options are not ours.
 *
 * @throws UsageError
 */
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
    .command('$0', false, tapOptions, async (given) => {
      const args = toTapArguments(given);
      await prepareRecording(args);
      await run(args);
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
    .options(TAP_OPTIONS);
}

function isUsageError(error: unknown): error is Error {
  return error instanceof UsageError || (error instanceof Error && error.name === 'YError');
}
