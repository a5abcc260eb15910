import type { Config } from '../config/config.js';
import { ConfigError } from '../config/faults.js';
import { loadConfig, type LoadedConfig, type LoadRequest } from '../config/load.js';
import type { Sources } from '../config/sources.js';
import { InputFaults } from '../errors.js';
import type { Logger } from '../log/logger.js';
import { findNameFaults } from '../singer/flatten.js';
import type { State } from '../singer/state.js';
import { withConnection } from '../streams/connection.js';
import { loadStreams } from '../streams/load.js';
import { createPseudonymizer } from '../streams/pseudonymizer.js';
import { loadState, type StateSurroundings } from '../sync/state/load.js';
import type { SyncStream } from '../sync/stream.js';
import type { SelectionArguments, TapArguments } from './arguments.js';
import { tellOfConfig } from './config.js';
import { readSelection } from './selection.js';

/** What one sync has to do. */
export interface SyncInputs {
  readonly config: Config;
  /** The settings for people to see, without secrets. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly streams: readonly SyncStream[];
  readonly state: State;
}

/** Where configuration, selection and state are read from. */
export interface InputSources {
  readonly sources: LoadRequest;
  readonly selection: SelectionArguments;
  readonly readState: (surroundings: StateSurroundings) => Promise<State>;
}

/**
 * Reads configuration, selection and state as a command's arguments say.
 *
 * @throws InputFaults
 */
export async function loadInputs(
  args: Pick<TapArguments, 'config' | 'catalog' | 'select' | 'state' | 'shard'>,
  { env, logger }: { env: Sources['env']; logger: Logger },
): Promise<SyncInputs> {
  return await readInputs(
    {
      sources: { paths: args.config, env, ...(args.shard && { shard: args.shard }) },
      selection: args,
      readState: (surroundings) => loadState(args.state, surroundings),
    },
    logger,
  );
}

/**
 * Reads configuration, selection and state.
 *
 * @throws InputFaults with every fault of all three
 */
export async function readInputs({ sources, selection, readState }: InputSources, logger: Logger): Promise<SyncInputs> {
  const faults: unknown[] = [];
  const orFault = async <Value>(reading: Promise<Value>): Promise<Value | undefined> => {
    try {
      return await reading;
    } catch (error) {
      faults.push(error);
      return undefined;
    }
  };
  const loaded = await orFault(readConfig(sources, logger));
  const config = loaded?.config;
  const streams = loadStreams({ snapshotHistory: config?.snapshotHistory ?? false });
  const chosen = await orFault(readSelection(selection, { streams, logger }));
  const selected = config?.connectionName == null ? chosen : chosen?.map(withConnection);
  const state = await orFault(readState({ streams, config }));
  if (config && selected) faults.push(...checkColumnNames(config, selected));
  if (!loaded || !config || !selected || !state || faults.length > 0)
    throw new InputFaults(
      faults,
      faults.map((fault) => (fault instanceof Error ? fault.message : String(fault))).join('\n'),
    );
  return { config, settings: loaded.shown, state, streams: selected.filter(isWanted(config)) };
}

/** Streams about other organizations' pages are neither read nor written if no such page is named. */
const isWanted =
  ({ benchmarkOrganizations }: Config) =>
  ({ source }: SyncStream): boolean =>
    source.per !== 'benchmark' || benchmarkOrganizations.length > 0;

async function readConfig(sources: LoadRequest, logger: Logger): Promise<LoadedConfig> {
  const loading = loadConfig(sources).then((loaded) => {
    if (loaded.config.metricsLogLevel) logger.setMetricsLevel(loaded.config.metricsLogLevel);
    if (loaded.config.memberData) logger.rewriteLines(createPseudonymizer(loaded.config.memberData).text);
    return loaded;
  });
  return await tellOfConfig(loading, logger);
}

/** Checked here, because it depends on the selection whether names are too long or equal. */
function checkColumnNames({ flattening }: Config, streams: readonly SyncStream[]): ConfigError[] {
  if (!flattening) return [];
  const faults = streams.flatMap(({ name, selectedSchema }) =>
    findNameFaults(selectedSchema, flattening).map((fault) => ({
      path: 'flattening_separator',
      message: `cannot be ${JSON.stringify(flattening.separator)}: in ${name}, ${fault}`,
    })),
  );
  return faults.length > 0 ? [new ConfigError(faults)] : [];
}
