import { systemClock } from '../clock.js';
import type { Clock } from '../clock.js';
import type { Config, Shard } from './config.js';
import type { Findings } from './given.js';
import { interpret } from './interpret.js';
import { secretsOf } from './proxy.js';
import { readSettingsSchema, settingsOf, type SettingsSchema } from './schema.js';
import { formatShard } from './shard.js';
import { readSources } from './sources.js';
import type { Sources } from './sources.js';

export interface LoadRequest extends Sources {
  /** The clock for `today` and the like, unless the setting `now` replaces it. */
  readonly clock?: Clock;
  /** From `--shard`, which wins over the setting. */
  readonly shard?: Shard;
}

export interface LoadedConfig {
  readonly config: Config;
  /** What a log must conceal: values of secrets, including overridden and unused ones. */
  readonly secrets: readonly string[];
  readonly warnings: readonly string[];
  /** The settings as given, or by default, for people to see: without secrets and client_id. */
  readonly shown: Readonly<Record<string, unknown>>;
}

/**
 * Reads, merges and checks the configuration; sends nothing.
 *
 * @throws ConfigError that lists every fault, and holds the warnings
 */
export async function loadConfig({ clock = systemClock, shard, ...sources }: LoadRequest): Promise<LoadedConfig> {
  const schema = readSettingsSchema();
  const findings = withShard(await readSources(sources, schema), shard);
  const config = interpret({ findings, schema, clock, env: sources.env });
  const secrets = [...findings.secrets, ...secretsOf(config.proxy)];
  return { config, secrets, warnings: findings.warnings, shown: showSettings(findings, schema) };
}

/** A flag wins over any file. */
function withShard(findings: Findings, shard: Shard | undefined): Findings {
  if (!shard) return findings;
  return { ...findings, given: new Map([...findings.given, ['shard', { value: formatShard(shard), path: 'shard' }]]) };
}

function showSettings({ given }: Findings, schema: SettingsSchema): LoadedConfig['shown'] {
  const shown = settingsOf(schema).flatMap(([name, setting]) => {
    const value = given.get(name)?.value ?? setting.default;
    return setting.secret || name === 'client_id' || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(shown);
}
