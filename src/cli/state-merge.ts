import type { ArgumentsCamelCase, Argv, CommandModule } from 'yargs';
import { InputFaults } from '../errors.js';
import { StateError, type StateValue } from '../singer/state.js';
import type { Stream } from '../streams/entry.js';
import { loadStreams } from '../streams/load.js';
import { loadState } from '../sync/state/load.js';
import { mergeStates } from '../sync/state/merge/merge.js';
import { exitCodeOf } from './exit.js';
import { openLogger } from './open-logger.js';
import { printDocument } from './print.js';
import { EXIT, type ExitCode, type ProcessIo } from './process-io.js';
import { last, UsageError } from './usage.js';

/** Arguments of `tap-linkedin-pages state merge`. */
export interface MergeArguments {
  readonly action?: 'merge' | undefined;
  readonly base?: string | undefined;
  readonly files: readonly string[];
}

/** The command for yargs; `finish` gets the exit code. */
export function makeStateCommand(
  io: ProcessIo,
  finish: (exitCode: ExitCode) => void,
): CommandModule<object, MergeArguments> {
  return {
    command: 'state [action] [files..]',
    describe: 'state merge FILE...: print one state, merged from those of shards that started with the same state',
    builder: buildMergeOptions,
    handler: async ({ action, base, files }: ArgumentsCamelCase<MergeArguments>) => {
      if (action === undefined) throw new UsageError('state needs an action: state merge FILE...');
      if (files.length === 0) throw new UsageError('state merge needs files to merge');
      finish(await runMerge({ base, files }, io));
    },
  };
}

function buildMergeOptions(yargs: Argv<object>): Argv<MergeArguments> {
  return yargs
    .usage('$0 state merge --base state.json shard-1.json shard-2.json > merged.json')
    .positional('action', { choices: ['merge'] as const, describe: 'What to do with them' })
    .positional('files', {
      type: 'string',
      array: true,
      default: [] as string[],
      describe: 'States, or whole outputs of a target, one of each shard',
    })
    .option('base', {
      type: 'string',
      coerce: last<string>,
      describe: 'The state that all of them started with; without it, the furthest bookmark wins',
    });
}

async function runMerge({ base, files }: Pick<MergeArguments, 'base' | 'files'>, io: ProcessIo): Promise<ExitCode> {
  const logger = openLogger(io);
  try {
    const streams = loadStreams({ snapshotHistory: false });
    const [first, ...values] = await readStates([base, ...files], streams);
    const states = files.map((name, place) => ({ name, value: values[place]! }));
    const merged = mergeStates({ base: base === undefined ? null : first!, states, streams });
    await printDocument(io, JSON.stringify(merged));
    return EXIT.done;
  } catch (error) {
    return exitCodeOf(error, logger);
  }
}

/**
 * The states in the form of this tap.
 *
 * @throws InputFaults with a fault for each file that cannot be used
 */
async function readStates(paths: readonly (string | undefined)[], streams: readonly Stream[]): Promise<StateValue[]> {
  const faults: StateError[] = [];
  const values: StateValue[] = [];
  for (const path of paths) {
    try {
      values.push((await loadState(path, { streams, config: undefined })).value());
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      faults.push(
        new StateError(`${path}: ${error.message}`, { hint: 'Pass states that this tap or a target printed.' }),
      );
    }
  }
  if (faults.length > 0) throw new InputFaults(faults);
  return values;
}
