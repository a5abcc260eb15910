import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { OTHERS, TOTAL, type CallLimits } from '../config/call-limits.js';
import type { Logger } from '../log/logger.js';
import { apportion } from '../sync/apportion.js';
import { sumByResource, type CallRange } from '../sync/calls.js';
import { estimateShards, type Estimate } from '../sync/estimate.js';
import { NO_ARGUMENTS, type SelectionArguments, type TapArguments } from './arguments.js';
import type { SyncInputs } from './inputs.js';
import { assertOneSelection, catalogOption, configOption, selectOption, stateOption } from './options.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { inSession } from './session.js';
import { last, UsageError } from './usage.js';

const AFTER_SIGNAL = 'Nothing was planned.';
/** Limit of `--shard`. */
const MOST_SHARDS = 9999;

/** Arguments of `tap-linkedin-pages plan`. */
export interface PlanArguments extends SelectionArguments, Pick<TapArguments, 'config' | 'state'> {
  readonly shards: number;
}

interface Planning {
  /** The tap itself, which reads the inputs. */
  readonly runTap: (args: TapArguments, io: ProcessIo) => Promise<ExitCode>;
  readonly finish: (exitCode: ExitCode) => void;
}

/** The command for yargs; `finish` gets the exit code. */
export function makePlanCommand(io: ProcessIo, { runTap, finish }: Planning): CommandModule<object, PlanArguments> {
  return {
    command: 'plan',
    describe: 'Print what each of several shards would read and cost, as JSON for a scheduler; syncs nothing',
    builder: buildPlanOptions,
    handler: async ({ config, catalog, select, state, shards }: ArgumentsCamelCase<PlanArguments>) => {
      assertOneSelection({ catalog, select });
      finish(await runTap({ ...NO_ARGUMENTS, config, catalog, select, state, shards }, io));
    },
  };
}

function buildPlanOptions(yargs: Argv<object>): Argv<PlanArguments> {
  return yargs
    .usage('$0 plan --config config.json --shards 4')
    .option('config', configOption('Settings, as for a sync'))
    .option('shards', {
      type: 'string',
      demandOption: true,
      coerce: readShards,
      describe: 'Number of shards to divide the organizations into',
    })
    .option('catalog', catalogOption('Which streams and fields to read; without it, the default ones'))
    .option('select', selectOption)
    .option('state', stateOption);
}

function readShards(given: string | readonly string[]): number {
  const text = last(given) ?? '';
  const shards = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (shards < 1)
    throw new UsageError(`--shards takes an integer from 1 to ${MOST_SHARDS}, not "${text.slice(0, 60)}"`);
  return shards;
}

/** Prints what each shard of these inputs would read, and its part of `max_calls`; syncs nothing. */
export async function runPlan(
  inputs: SyncInputs,
  { io, logger, shards }: { io: ProcessIo; logger: Logger; shards: number },
): Promise<ExitCode> {
  const { config } = inputs;
  if (config.shard !== null) {
    logger.critical('plan divides all organizations: remove the setting shard from its configuration.');
    return EXIT.usage;
  }
  return await inSession(config, { io, logger, afterSignal: AFTER_SIGNAL }, async (session) => {
    const estimates = await estimateShards({ ...inputs, ...session, logger }, shards);
    await printDocument(io, JSON.stringify(describeShards(estimates, config), null, 2));
    return EXIT.done;
  });
}

type ShardCalls = ReadonlyMap<string, CallRange>;

function describeShards(estimates: readonly Estimate[], limits: CallLimits): object[] {
  const calls = estimates.map((estimate): ShardCalls => {
    const { least, most } = estimate;
    return new Map([...sumByResource(estimate.calls), [TOTAL, { least, most }]]);
  });
  const parts = divideLimits(calls, limits);
  return estimates.map(({ organizations }, place) => ({
    shard: `${place + 1}/${estimates.length}`,
    organizations,
    calls: Object.fromEntries([...calls[place]!].map(([resource, range]) => [resource, asNumber(range)])),
    ...(parts && { max_calls: parts[place] }),
  }));
}

const asNumber = ({ least, most }: CallRange): number | CallRange => (least === most ? least : { least, most });

/** `max_calls` of each shard, in the form it was given; null: none. */
function divideLimits(calls: readonly ShardCalls[], { maxCalls, resourceLimits }: CallLimits): unknown[] | null {
  const divide = (limit: number, resource: string): number[] =>
    apportion(
      limit,
      calls.map((shard) => shard.get(resource)?.least ?? 0),
    );
  if (resourceLimits === null) return maxCalls === null ? null : divide(maxCalls, TOTAL);
  const { named, others } = resourceLimits;
  const unnamed = new Set(
    calls.flatMap((shard) => [...shard.keys()]).filter((name) => name !== TOTAL && !(name in named)),
  );
  const divided: [name: string, parts: readonly number[]][] = [
    ...Object.entries(named).map(([name, limit]): [string, number[]] => [name, divide(limit, name)]),
    ...(others === null ? [] : [...unnamed].map((name): [string, number[]] => [name, divide(others, name)])),
    // A refusal may cause calls to resources that no shard plans to call.
    ...(others === null ? [] : [[OTHERS, divide(others, TOTAL)] as [string, number[]]]),
    ...(maxCalls === null ? [] : [[TOTAL, divide(maxCalls, TOTAL)] as [string, number[]]]),
  ];
  return calls.map((_, place) => Object.fromEntries(divided.map(([name, parts]) => [name, parts[place]!])));
}
