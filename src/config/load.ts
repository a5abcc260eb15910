import { systemClock } from '../clock.js';
import type { Clock } from '../clock.js';
import type { Config } from './config.js';
import type { Findings } from './given.js';
import { interpret } from './interpret.js';
import { secretsOf } from './proxy.js';
import { readSettingsSchema, settingsOf, type SettingsSchema } from './schema.js';
import { readSources } from './sources.js';
import type { Sources } from './sources.js';

export interface LoadRequest extends Sources {
  /** What `today` and the like are seen from, unless the setting `now` says so. */
  readonly clock?: Clock;
}

export interface LoadedConfig {
  readonly config: Config;
  /** What a log must conceal: values of secrets, of overridden and unused ones too. */
  readonly secrets: readonly string[];
  readonly warnings: readonly string[];
  /** The settings as given, else by default, for people to see: secrets and the app are left out. */
  readonly shown: Readonly<Record<string, unknown>>;
}

/**
 * Reads, merges and checks the configuration. Throws one ConfigError that lists every fault (and holds the warnings);
 * sends nothing.
 */
export async function loadConfig({ clock = systemClock, ...sources }: LoadRequest): Promise<LoadedConfig> {
  const schema = readSettingsSchema();
  const findings = await readSources(sources, schema);
  const config = interpret({ findings, schema, clock, env: sources.env });
  const secrets = [...findings.secrets, ...secretsOf(config.proxy)];
  return { config, secrets, warnings: findings.warnings, shown: showSettings(findings, schema) };
}

function showSettings({ given }: Findings, schema: SettingsSchema): LoadedConfig['shown'] {
  const shown = settingsOf(schema).flatMap(([name, setting]) => {
    const value = given.get(name)?.value ?? setting.default;
    return setting.secret || name === 'client_id' || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(shown);
}
