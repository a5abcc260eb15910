import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import type { LoginArguments } from './arguments.js';
import { assertOneSelection, catalogOption, configOption, selectOption } from './options.js';
import type { ExitCode, ProcessIo } from './process-io.js';
import { last, UsageError } from './usage.js';

/** Must be registered in the app, so it is always the same; below the range that systems assign ports from. */
const DEFAULT_PORT = 8722;
const DEFAULT_TIMEOUT = 300;
/** Limit of a timer, in seconds. */
const LONGEST_TIMEOUT = 2_147_483;

/** The command for yargs; `finish` gets the exit code. */
export function makeLoginCommand(
  io: ProcessIo,
  finish: (exitCode: ExitCode) => void,
): CommandModule<object, LoginArguments> {
  return {
    command: 'login',
    describe: 'Get tokens by consent in your browser: prints them, or stores them in the --config file',
    builder: buildLoginOptions,
    handler: async (args: ArgumentsCamelCase<LoginArguments>) => {
      assertOneSelection(args);
      // Only this command needs it, so a sync does not load it.
      const { runLogin } = await import('./login.js');
      finish(await runLogin(args, io));
    },
  };
}

function buildLoginOptions(yargs: Argv<object>): Argv<LoginArguments> {
  return yargs
    .usage('$0 login --config config.json\n$0 login --config ENV > tokens.json')
    .option(
      'config',
      configOption('Settings with client_id and client_secret; a file gets the tokens, with ENV they are printed'),
    )
    .option('catalog', catalogOption('Request the scopes of its streams; without it, those of the default streams'))
    .option('select', selectOption)
    .option('port', {
      type: 'number',
      default: DEFAULT_PORT,
      coerce: readPort,
      describe: 'Port of the redirect URL, http://localhost:PORT/callback',
    })
    .option('timeout', {
      type: 'number',
      default: DEFAULT_TIMEOUT,
      coerce: readTimeout,
      describe: 'Seconds to wait for your consent',
    })
    .option('no-browser', {
      type: 'boolean',
      default: false,
      describe: 'Print the address of the page instead of opening a browser',
    });
}

function readPort(given: number | readonly number[]): number {
  const port = last(given)!;
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError('--port must be a whole number from 0 to 65535');
}

function readTimeout(given: number | readonly number[]): number {
  const seconds = last(given)!;
  if (seconds > 0 && seconds <= LONGEST_TIMEOUT) return seconds;
  throw new UsageError(`--timeout must be a number of seconds, above 0 and up to ${LONGEST_TIMEOUT}`);
}
