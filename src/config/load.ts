import { systemClock } from '../clock.js';
import type { Clock } from '../clock.js';
import type { Config } from './config.js';
import { interpret } from './interpret.js';
import { secretsOf } from './proxy.js';
import { readSettingsSchema } from './schema.js';
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
}

/**
 * Reads, merges and checks the configuration. Throws one ConfigError that lists every fault (and holds the warnings);
 * sends nothing.
 */
export async function loadConfig({ clock = systemClock, ...sources }: LoadRequest): Promise<LoadedConfig> {
  const schema = readSettingsSchema();
  const findings = await readSources(sources, schema);
  const config = interpret({ findings, schema, clock, env: sources.env });
  return { config, secrets: [...findings.secrets, ...secretsOf(config.proxy)], warnings: findings.warnings };
}
