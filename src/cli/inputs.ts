import type { Config } from '../config/config.js';
import { ConfigError } from '../config/faults.js';
import { loadConfig } from '../config/load.js';
import type { Sources } from '../config/sources.js';
import { InputFaults, unreadable } from '../errors.js';
import type { Logger } from '../log/logger.js';
import { findNameFaults } from '../singer/flatten.js';
import { CatalogError } from '../singer/catalog-file.js';
import { selectByCatalog, selectByDefault, type SelectedStream } from '../singer/selection.js';
import type { State } from '../singer/state.js';
import type { Stream } from '../streams/entry.js';
import { describeStream, loadStreams } from '../streams/load.js';
import { createPseudonymizer } from '../streams/pseudonymizer.js';
import { loadState } from '../sync/state/load.js';
import type { SyncStream } from '../sync/stream.js';
import { readTextFile } from '../text-file.js';
import type { TapArguments } from './arguments.js';
import { tellOfConfig } from './config.js';

/** What one sync is to do. */
export interface SyncInputs {
  readonly config: Config;
  readonly streams: readonly SyncStream[];
  readonly state: State;
}

/** Reads configuration, catalog and state, and names every fault of all three. @throws InputFaults */
export async function loadInputs(
  args: Pick<TapArguments, 'config' | 'catalog' | 'state'>,
  { env, logger }: { env: Sources['env']; logger: Logger },
): Promise<SyncInputs> {
  const faults: unknown[] = [];
  const orFault = async <Value>(reading: Promise<Value>): Promise<Value | undefined> => {
    try {
      return await reading;
    } catch (error) {
      faults.push(error);
      return undefined;
    }
  };
  const config = await orFault(readConfig({ paths: args.config, env }, logger));
  const streams = loadStreams({ snapshotHistory: config?.snapshotHistory ?? false });
  const selected = await orFault(readSelection(args.catalog, { streams, logger }));
  const state = await orFault(loadState(args.state, { streams, config }));
  if (config && selected) faults.push(...checkColumnNames(config, selected));
  if (!config || !selected || !state || faults.length > 0) throw new InputFaults(faults);
  return { config, state, streams: selected };
}

async function readConfig(sources: Sources, logger: Logger): Promise<Config> {
  const loading = loadConfig(sources).then((loaded) => {
    if (loaded.config.memberData) logger.rewriteLines(createPseudonymizer(loaded.config.memberData).text);
    return loaded;
  });
  return (await tellOfConfig(loading, logger)).config;
}

/** Whether two columns would be one, or a name too long, depends on what is selected. */
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

/** The streams that the catalog selects; without one, those selected by default. @throws CatalogError */
export async function readSelection(
  path: string | undefined,
  { streams, logger }: { streams: readonly Stream[]; logger: Pick<Logger, 'warning'> },
): Promise<SyncStream[]> {
  const described = streams.map(describeStream);
  const warn = (warning: string): void => logger.warning(warning);
  const chosen =
    path === undefined
      ? selectByDefault(described)
      : selectByCatalog(await readCatalog(path), { streams: described, warn });
  const byName = new Map<string, SelectedStream>(chosen.map((stream) => [stream.name, stream]));
  return streams.flatMap((stream) => {
    const selection = byName.get(stream.name);
    return selection ? [{ ...stream, selectedSchema: selection.schema, ignoreBookmark: selection.ignoreBookmark }] : [];
  });
}

async function readCatalog(path: string): Promise<string> {
  try {
    return await readTextFile(path);
  } catch (error) {
    throw new CatalogError([unreadable(path, error)]);
  }
}
