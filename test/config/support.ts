import { ConfigError } from '../../src/config/faults.js';
import { loadConfig } from '../../src/config/load.js';
import type { LoadedConfig } from '../../src/config/load.js';

export const NOW = Date.parse('2026-11-22T12:34:56Z');

export interface Given {
  /** Contents by path; a string is the text of the file. */
  readonly files?: Readonly<Record<string, unknown>>;
  readonly paths?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Whether others may read the files. */
  readonly exposed?: boolean;
}

export function load({
  files = {},
  paths = Object.keys(files),
  env = {},
  exposed = false,
}: Given): Promise<LoadedConfig> {
  const readFile = (path: string): Promise<string> => {
    const content = files[path];
    return Promise.resolve(typeof content === 'string' ? content : JSON.stringify(content));
  };
  return loadConfig({ paths, env, readFile, isOpenToOthers: () => Promise.resolve(exposed), clock: () => NOW });
}

/** The config of one file that holds these settings and an access token. */
export async function configOf(settings: object): Promise<LoadedConfig['config']> {
  return (await load({ files: { 'settings.json': { access_token: 'made-up-token', ...settings } } })).config;
}

export async function faultsIn(given: Given): Promise<ConfigError> {
  try {
    await load(given);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

/** Faults of one file that holds these settings and an access token, as lines `path message`. */
export async function linesFor(settings: object): Promise<readonly string[]> {
  const { faults } = await faultsIn({ files: { 'settings.json': { access_token: 'made-up-token', ...settings } } });
  return faults.map(({ path, message }) => `${path} ${message}`);
}
