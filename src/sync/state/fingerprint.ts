import { createHash } from 'node:crypto';
import type { Config } from '../../config/config.js';
import type { PlannedStream } from '../stream.js';

const LENGTH = 16;

/**
 * A short hash of the settings that decide what a record holds: what was read today with others has to be read again.
 * Those that only say how, as `max_calls` does, and the credentials are not among them.
 */
export function fingerprint(config: Config, streams: readonly PlannedStream[]): string {
  const { startDate, endDate, timeGranularity, lookbackDays, snapshotHistory, resolveNames, locale } = config;
  const whole = streams.filter(({ ignoreBookmark }) => ignoreBookmark).map(({ name }) => name);
  const settings = [startDate, endDate, timeGranularity, lookbackDays, snapshotHistory, resolveNames, locale];
  const text = JSON.stringify([...settings, config.flattening, config.memberData?.mode, whole]);
  return createHash('sha256').update(text).digest('hex').slice(0, LENGTH);
}
