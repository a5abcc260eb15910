import { mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Argv, ArgumentsCamelCase, CommandModule } from 'yargs';
import { replaceFile } from '../replace-file.js';
import type { Sandbox, SandboxPatch } from '../sandbox/index.js';
import { printDocument } from './print.js';
import { EXIT, SIGNALS, type ExitCode, type ProcessIo, type Signal } from './process-io.js';
import { runProgram, type Program } from './program.js';
import { last } from './usage.js';

/** Arguments of `tap-linkedin-pages sandbox`. */
export interface SandboxArguments {
  readonly port: number;
  readonly organizations?: number | undefined;
  readonly seed?: number | undefined;
  readonly now?: string | undefined;
  readonly latency?: number | undefined;
  readonly versions?: string | undefined;
  readonly scopes?: string | undefined;
  readonly tier?: 'standard' | 'development' | undefined;
  readonly oauth: boolean;
  readonly options?: string | undefined;
  /** A folder made by `--record`, to answer from. */
  readonly replay?: string | undefined;
  /** The file to write the config to. */
  readonly output?: string | undefined;
}

type SandboxIo = Pick<ProcessIo, 'env' | 'stdout' | 'stderr' | 'signals'>;

/** The command for yargs, with the program to run next to the sandbox, if any; `finish` gets the exit code. */
export function makeSandboxCommand(
  io: SandboxIo,
  { program, finish }: { program?: Program | undefined; finish: (exitCode: number) => void },
): CommandModule<object, SandboxArguments> {
  return {
    command: 'sandbox',
    describe: 'Run a local stand-in for LinkedIn, with made-up pages, for trying and testing',
    builder: buildSandboxOptions,
    handler: async (args: ArgumentsCamelCase<SandboxArguments>) => finish(await runSandbox(args, io, program)),
  };
}

export function buildSandboxOptions(yargs: Argv<object>): Argv<SandboxArguments> {
  return yargs
    .usage('$0 sandbox --output FILE [...]\n$0 sandbox [...] -- COMMAND [ARGUMENT...]')
    .option('output', {
      type: 'string',
      coerce: last<string>,
      describe: 'File for the config of the tap, written once the sandbox is ready; stdout if not given',
    })
    .option('port', { type: 'number', default: 0, describe: 'Port on 127.0.0.1; 0: any free one' })
    .option('organizations', { type: 'number', describe: 'Number of pages that the token administers' })
    .option('seed', { type: 'number', describe: 'Seed of the made-up data' })
    .option('now', { type: 'string', describe: 'Fixed clock, for instance 2026-11-22T09:00:00Z' })
    .option('latency', { type: 'number', describe: 'Milliseconds to wait before each answer' })
    .option('versions', { type: 'string', describe: 'Active LinkedIn versions, for instance 202608,202609' })
    .option('scopes', { type: 'string', describe: 'Scopes of the tokens, separated by commas' })
    .option('tier', { choices: ['standard', 'development'] as const, describe: 'Access tier of the app' })
    .option('oauth', {
      type: 'boolean',
      default: false,
      describe: 'Put client id, secret and refresh token into the config',
    })
    .option('replay', {
      type: 'string',
      coerce: last<string>,
      describe: 'Answer from this folder, made by --record, instead of made-up pages',
    })
    .option('options', { type: 'string', describe: 'Any other sandbox options, as a JSON object' })
    .epilogue('After --: a command to run with the sandbox; SANDBOX_CONFIG has the path of the config.');
}

/**
 * Runs a sandbox until one of SIGNALS, or until the program next to it has ended. Its config, a complete one for the
 * tap as one JSON document, goes to `--output`; without it to the program or, if there is none, to stdout. Everything
 * else goes to stderr. Returns the exit code: that of the program or the signal, or 1 if it could not start.
 *
 * @throws OutputEnd if nobody reads the config
 */
export async function runSandbox(args: SandboxArguments, io: SandboxIo, program?: Program): Promise<number> {
  let sandbox: Served | undefined;
  try {
    sandbox = await serve(args);
    if (args.output !== undefined) await writeConfig(args.output, configOf(sandbox, args));
  } catch (error) {
    await sandbox?.close();
    return tellNoStart(io, error);
  }
  try {
    if (program) return await runBeside(sandbox, { program, args, io });
    const stopped = waitForSignal(io.signals);
    io.stderr.write(
      `Sandbox listening on ${sandbox.url}\n` +
        `Run the tap with the config ${args.output === undefined ? 'printed on stdout' : `in ${args.output}`}` +
        (args.replay === undefined
          ? `; inspect or change the sandbox at ${sandbox.url}/sandbox/control (docs/sandbox.md).\n`
          : `; the sandbox answers from ${args.replay} (docs/recording.md).\n`),
    );
    if (args.output === undefined) await printDocument(io, configOf(sandbox, args));
    return EXIT[await stopped];
  } finally {
    await sandbox.close();
  }
}

/** Prints why the sandbox did not start, and returns the exit code. */
export function tellNoStart({ stderr }: Pick<ProcessIo, 'stderr'>, error: unknown): ExitCode {
  stderr.write(`CRITICAL The sandbox did not start: ${error instanceof Error ? error.message : String(error)}\n`);
  return EXIT.failed;
}

type Served = Pick<Sandbox, 'url' | 'close'> & { readonly config: object; readonly oauthConfig: object };

/**
 * Starts the sandbox or a replay. Both are imported here, so a sync does not load them.
 *
 * @throws Error that says why it cannot start
 */
async function serve(args: SandboxArguments): Promise<Served> {
  if (args.replay === undefined) {
    const { startSandbox } = await import('../sandbox/index.js');
    return await startSandbox({ port: args.port, ...readPatch(args) });
  }
  if (Object.keys(readPatch(args)).length > 0) throw new Error('--replay takes no options for made-up pages.');
  const { startReplay } = await import('../sandbox/replay/replay.js');
  return await startReplay({ folder: args.replay, port: args.port });
}

function configOf(sandbox: Served, { oauth }: SandboxArguments): string {
  return JSON.stringify(oauth ? sandbox.oauthConfig : sandbox.config, null, 2);
}

interface Beside {
  readonly program: Program;
  readonly args: SandboxArguments;
  readonly io: SandboxIo;
}

/** Runs the program with the config's path in SANDBOX_CONFIG: a temporary file, unless the user has named one. */
async function runBeside(sandbox: Served, { program, args, io }: Beside): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'tap-linkedin-pages-sandbox-'));
  try {
    const path = resolve(args.output ?? join(folder, 'config.json'));
    if (args.output === undefined) await writeConfig(path, configOf(sandbox, args));
    return await runProgram(program, { ...io, env: { ...io.env, SANDBOX_CONFIG: path } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws Error in words for users */
async function writeConfig(path: string, config: string): Promise<void> {
  try {
    const target = await realpath(path).catch(() => path);
    // A device or a pipe would be replaced by a file.
    if (!((await stat(target).catch(() => null))?.isFile() ?? true)) throw new Error('it is not a regular file');
    await replaceFile(target, `${config}\n`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`${path} cannot be written (${code ?? message}).`, { cause: error });
  }
}

function readPatch(args: SandboxArguments): SandboxPatch {
  const split = (list: string): string[] => list.split(/[ ,]+/).filter(Boolean);
  return {
    ...(args.options !== undefined && (JSON.parse(args.options) as SandboxPatch)),
    ...(args.organizations !== undefined && { organizations: args.organizations }),
    ...(args.seed !== undefined && { seed: args.seed }),
    ...(args.now !== undefined && { now: args.now }),
    ...(args.latency !== undefined && { latencyMs: args.latency }),
    ...(args.versions !== undefined && { versions: split(args.versions) }),
    ...(args.scopes !== undefined && { scopes: split(args.scopes) }),
    ...(args.tier !== undefined && { tier: args.tier }),
  };
}

async function waitForSignal(signals: ProcessIo['signals']): Promise<Signal> {
  return new Promise((done) => {
    const stop = (signal: Signal): void => {
      for (const each of SIGNALS) signals.off(each, stop);
      done(signal);
    };
    for (const each of SIGNALS) signals.on(each, stop);
  });
}
