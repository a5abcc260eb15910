import type { Clock } from '../clock.js';
import type { Config, Credentials } from './config.js';
import { CREDENTIAL_SETTINGS, chooseCredentials, parseAuthMethod } from './credentials.js';
import { parseDay, parseInstant, parseStartDay, startOfDay } from './dates.js';
import { ConfigError } from './faults.js';
import type { Findings } from './given.js';
import { readCallLimits } from './call-limits.js';
import { parseOrganizations } from './organizations.js';
import { readProxy, type Environment } from './proxy.js';
import { SettingsReader } from './reader.js';
import { AUTH_METHOD, type SettingsSchema } from './schema.js';
import { parseShard } from './shard.js';
import { parseBaseUrl } from './urls.js';

interface Interpretation {
  readonly findings: Findings;
  readonly schema: SettingsSchema;
  readonly clock: Clock;
  readonly env: Environment;
}

/**
 * The settings as the tap uses them, frozen.
 *
 * @throws ConfigError with all their faults
 */
export function interpret({ findings, schema, clock, env }: Interpretation): Config {
  const reader = new SettingsReader(findings, schema);
  const { settings, faults } = reader;
  // The credentials may be in a file that cannot be read, so that they are missing is not reported then.
  const credentials = findings.faults.length > 0 ? undefined : readCredentials(reader);
  const organizations = readOrganizations(reader, 'organization_ids');
  const benchmarkOrganizations = readOrganizations(reader, 'benchmark_organization_ids');
  const dates = readDates(reader, clock);
  const apiUrl = readApiUrl(reader);
  const oauthUrl = reader.parse('oauth_url', parseBaseUrl) ?? settings.oauth_url;
  const memberData = readMemberData(reader);
  const proxy = readProxy(env, faults);
  const callLimits = readCallLimits(reader);
  const shard = reader.parse('shard', parseShard) ?? null;
  if (credentials === undefined || faults.length > 0) throw new ConfigError(faults, findings.warnings);

  return Object.freeze({
    credentials: Object.freeze(credentials),
    organizations: Object.freeze(organizations),
    benchmarkOrganizations: Object.freeze(benchmarkOrganizations),
    shard,
    ...dates,
    timeGranularity: settings.time_granularity,
    lookbackDays: settings.lookback_days,
    snapshotHistory: settings.snapshot_history,
    resolveNames: settings.resolve_names,
    locale: settings.locale,
    postsFullRefreshDays: settings.posts_full_refresh_days,
    socialFullRefreshDays: settings.social_full_refresh_days,
    socialWindowMonths: settings.social_window_months,
    memberData,
    skipEmptyStreams: settings.skip_empty_streams,
    flattening: readFlattening(reader),
    connectionName: settings.connection_name ?? null,
    linkedinVersion: settings.linkedin_version,
    apiUrl,
    oauthUrl,
    maxConcurrency: settings.max_concurrency,
    ...callLimits,
    metricsLogLevel: settings.metrics_log_level ?? null,
    ...reader.callSettings,
    proxy,
  });
}

/** Calls go to `/rest/…` below it: if it ended in that already, LinkedIn would answer each with 404. */
function readApiUrl(reader: SettingsReader): string {
  const url = reader.parse('api_url', parseBaseUrl) ?? reader.settings.api_url;
  const [end] = /\/(?:rest|v2)$/.exec(url) ?? [];
  if (end !== undefined) reader.faults.push({ path: 'api_url', message: `must not end in ${end}: the tap adds /rest` });
  return url;
}

function readCredentials(reader: SettingsReader): Credentials | undefined {
  const given = reader.given(AUTH_METHOD);
  const method = given && parseAuthMethod(given.value);
  if (given && method === undefined) {
    reader.faults.push({ path: AUTH_METHOD, message: 'must be oAuth2.0 or access_token' });
    return undefined;
  }
  if (!reader.areValid(...CREDENTIAL_SETTINGS)) return undefined;
  const chosen = chooseCredentials(reader.settings, method);
  if ('kind' in chosen) return chosen;
  reader.faults.push(...chosen);
  return undefined;
}

function readMemberData({ settings, faults }: SettingsReader): Config['memberData'] {
  const { member_data: mode, member_data_key: key = null } = settings;
  if (mode === 'hash' && key === null) {
    faults.push({
      path: 'member_data_key',
      message: 'is needed if member_data is hash: any text that stays secret',
    });
  }
  return mode === 'keep' ? null : Object.freeze({ mode, key });
}

function readFlattening({ settings }: SettingsReader): Config['flattening'] {
  if (!settings.flattening_enabled) return null;
  return Object.freeze({
    separator: settings.flattening_separator,
    maxDepth: settings.flattening_max_depth ?? null,
  });
}

function readOrganizations(
  reader: SettingsReader,
  setting: 'organization_ids' | 'benchmark_organization_ids',
): readonly string[] {
  const { urns, misfits } = parseOrganizations(reader.settings[setting]);
  for (const item of misfits) reader.reject(setting, item);
  return urns;
}

function readDates(reader: SettingsReader, clock: Clock): Pick<Config, 'now' | 'startDate' | 'endDate'> {
  const now = reader.parse('now', parseInstant) ?? null;
  const seenFrom = now ?? clock();
  const today = startOfDay(seenFrom);
  const startDate = reader.parse('start_date', (text) => parseStartDay(text, seenFrom)) ?? null;
  // An unfinished day is never read.
  const endDate = Math.min(reader.parse('end_date', (text) => parseDay(text, seenFrom)) ?? today, today);

  if (startDate !== null && startDate > endDate && reader.areValid('now', 'end_date')) {
    const [start, end] = [startDate, endDate].map((date) => new Date(date).toISOString().slice(0, 10));
    const because = endDate === today ? 'today at the latest' : 'end_date';
    reader.faults.push({
      path: 'start_date',
      message: `must not be after the end: it is ${start}, the end is ${end} (${because})`,
    });
  }
  return { now, startDate, endDate };
}
