import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config.js';
import type { Logger } from '../log/logger.js';
import { SETTINGS_FILE, STATE_FILE, type RecordingSettings } from '../recorded.js';
import { Fictions } from './fictions.js';
import { Recorder } from './recorder.js';
import { replaceState } from './state.js';
import { replaceUrns } from './urns.js';

export interface RecordingOptions {
  readonly folder: string;
  readonly config: Config;
  /** The state that the run starts from, as JSON; null: none. */
  readonly state: unknown;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly logger: Logger;
}

/**
 * Writes the run's settings and state into the folder, which must be empty.
 *
 * @throws Node's own error
 */
export async function openRecording({ folder, config, state, now, logger }: RecordingOptions): Promise<Recorder> {
  const fictions = new Fictions(randomBytes(32));
  const settings = describeSettings(config, { now, fictions });
  await writeFile(join(folder, SETTINGS_FILE), `${JSON.stringify(settings, null, 2)}\n`);
  if (state !== null) {
    await writeFile(join(folder, STATE_FILE), `${JSON.stringify(replaceState(state, fictions), null, 2)}\n`);
  }
  return new Recorder({
    folder,
    fictions,
    oauthUrl: config.oauthUrl,
    scrub: logger.scrub,
    onFault(error) {
      const why = error instanceof Error ? error.message : String(error);
      logger.warning(`The recording in ${folder} is not complete: ${why}. The run continues without it.`);
    },
  });
}

/** The settings that decide which calls are made. */
function describeSettings(config: Config, { now, fictions }: { now: number; fictions: Fictions }): RecordingSettings {
  const replace = (urns: readonly string[]): string[] => urns.map((urn) => replaceUrns(urn, fictions));
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  return {
    now: new Date(now).toISOString(),
    linkedin_version: config.linkedinVersion,
    ...(config.organizations.length > 0 && { organization_ids: replace(config.organizations) }),
    ...(config.benchmarkOrganizations.length > 0 && {
      benchmark_organization_ids: replace(config.benchmarkOrganizations),
    }),
    ...(config.startDate !== null && { start_date: day(config.startDate) }),
    end_date: day(config.endDate),
    time_granularity: config.timeGranularity,
    lookback_days: config.lookbackDays,
    resolve_names: config.resolveNames,
    locale: config.locale,
    posts_full_refresh_days: config.postsFullRefreshDays,
    social_full_refresh_days: config.socialFullRefreshDays,
  };
}
