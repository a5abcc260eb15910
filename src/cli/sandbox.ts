import type { Argv, ArgumentsCamelCase, CommandModule } from 'yargs';
import type { Sandbox, SandboxPatch } from '../sandbox/index.js';
import { printDocument } from './print.js';
import { EXIT, SIGNALS, type ExitCode, type ProcessIo, type Signal } from './process-io.js';

/** What `tap-linkedin-pages sandbox` can be told. */
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
}

/** The command for yargs; `finish` gets the exit code. */
export function makeSandboxCommand(
  io: Pick<ProcessIo, 'stdout' | 'stderr' | 'signals'>,
  finish: (exitCode: ExitCode) => void,
): CommandModule<object, SandboxArguments> {
  return {
    command: 'sandbox',
    describe: 'Run a local stand-in for LinkedIn, with made-up pages, for trying and testing',
    builder: buildSandboxOptions,
    handler: async (args: ArgumentsCamelCase<SandboxArguments>) => finish(await runSandbox(args, io)),
  };
}

export function buildSandboxOptions(yargs: Argv<object>): Argv<SandboxArguments> {
  return yargs
    .option('port', { type: 'number', default: 0, describe: 'Port on 127.0.0.1; 0: a free one' })
    .option('organizations', { type: 'number', describe: 'Pages that the token administers' })
    .option('seed', { type: 'number', describe: 'What the made-up data follows from' })
    .option('now', { type: 'string', describe: 'Fixed clock, for instance 2026-11-22T09:00:00Z' })
    .option('latency', { type: 'number', describe: 'Milliseconds before each answer' })
    .option('versions', { type: 'string', describe: 'Active LinkedIn versions, for instance 202608,202609' })
    .option('scopes', { type: 'string', describe: 'Scopes of the tokens, separated by commas' })
    .option('tier', { choices: ['standard', 'development'] as const, describe: 'Access tier of the app' })
    .option('oauth', { type: 'boolean', default: false, describe: 'Print a config with client and refresh token' })
    .option('options', { type: 'string', describe: 'Any further sandbox options, as a JSON object' });
}

/**
 * Runs a sandbox until one of SIGNALS. Prints a ready config of the tap on stdout, as one JSON document, and everything
 * else on stderr. Comes back with the exit code: that of the signal, 1 if it could not start.
 *
 * @throws OutputEnd when nobody takes the config
 */
export async function runSandbox(
  args: SandboxArguments,
  { stdout, stderr, signals }: Pick<ProcessIo, 'stdout' | 'stderr' | 'signals'>,
): Promise<ExitCode> {
  let sandbox: Sandbox;
  try {
    // Only this command needs it: a sync starts without.
    const { startSandbox } = await import('../sandbox/index.js');
    sandbox = await startSandbox({ port: args.port, ...readPatch(args) });
  } catch (error) {
    stderr.write(`CRITICAL The sandbox did not start: ${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.failed;
  }
  const stopped = waitForSignal(signals);
  try {
    stderr.write(
      `Sandbox listening on ${sandbox.url}\n` +
        `Read it with the config printed on stdout; look at it or change it at ${sandbox.url}/sandbox/control (docs/sandbox.md).\n`,
    );
    await printDocument({ stdout }, JSON.stringify(args.oauth ? sandbox.oauthConfig : sandbox.config, null, 2));
    return EXIT[await stopped];
  } finally {
    await sandbox.close();
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
  return new Promise((resolve) => {
    const stop = (signal: Signal): void => {
      for (const each of SIGNALS) signals.off(each, stop);
      resolve(signal);
    };
    for (const each of SIGNALS) signals.on(each, stop);
  });
}
