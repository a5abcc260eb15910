import type { Proxy } from './config.js';
import { ConfigError } from './faults.js';
import type { ConfigFault } from './given.js';
import { readProxy, secretsOf } from './proxy.js';
import { SettingsReader, type CallSettings } from './reader.js';
import { readSettingsSchema } from './schema.js';
import { readSources, type Sources } from './sources.js';
import { parseBaseUrl } from './urls.js';

/** The settings that a login needs: the app's, and how to talk to LinkedIn. */
export interface LoginConfig extends CallSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly oauthUrl: string;
  readonly snapshotHistory: boolean;
  readonly proxy: Proxy | null;
  /** What a log must conceal. */
  readonly secrets: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Reads a configuration that has no tokens yet.
 *
 * @throws ConfigError with all its faults
 */
export async function loadLoginConfig(sources: Sources): Promise<LoginConfig> {
  const schema = readSettingsSchema();
  const findings = await readSources(sources, schema);
  const reader = new SettingsReader(findings, schema);
  const { settings, faults } = reader;
  const { client_id: clientId, client_secret: clientSecret } = settings;
  const oauthUrl = reader.parse('oauth_url', parseBaseUrl) ?? settings.oauth_url;
  const proxy = readProxy(sources.env, faults);
  // They may be in a file that cannot be read.
  if (findings.faults.length === 0) faults.push(...findMissing({ client_id: clientId, client_secret: clientSecret }));
  if (!clientId || !clientSecret || faults.length > 0) throw new ConfigError(faults, findings.warnings);
  return {
    clientId,
    clientSecret,
    oauthUrl,
    ...reader.callSettings,
    snapshotHistory: settings.snapshot_history,
    proxy,
    secrets: [...findings.secrets, ...secretsOf(proxy)],
    warnings: findings.warnings,
  };
}

function findMissing(given: Readonly<Record<string, string | undefined>>): ConfigFault[] {
  return Object.entries(given).flatMap(([path, value]) => {
    const message = 'is missing: login needs it from a --config file or, with --config ENV, from the environment';
    return value ? [] : [{ path, message }];
  });
}
