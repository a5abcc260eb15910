import { textOf } from '../../json-object.js';
import { DAY_MS, nextMidnight } from '../../clock.js';
import type { Logger } from '../../log/logger.js';
import type { State } from '../../singer/state.js';
import { formatSecond } from '../../singer/values.js';
import type { Shard } from '../../config/config.js';
import { owns } from '../shard.js';
import type { PlannedStream } from '../stream.js';
import { END, readInstant } from './buckets.js';

/**
 * Replaces bookmarks later than the end of the day: no true date from LinkedIn is, and they would silently stop their
 * streams for years. Reading starts `lookbackDays` before now. Warns once for each stream.
 */
export function replaceFutureBookmarks(
  state: State,
  {
    streams,
    now,
    config: { lookbackDays, shard },
    logger,
  }: {
    streams: readonly PlannedStream[];
    now: number;
    /** Bookmarks of other shards' organizations are left to those shards. */
    config: { lookbackDays: number; shard: Shard | null };
    logger: Pick<Logger, 'warning'>;
  },
): void {
  const end = nextMidnight(now);
  const today = end - DAY_MS;
  for (const { name: stream, replication } of streams) {
    if (replication.kind !== 'incremental') continue;
    const { key } = replication;
    // Time-bound streams apply the lookback themselves.
    const value = key === END ? formatSecond(today) : new Date(now - lookbackDays * DAY_MS).toISOString();
    const found: string[] = [];
    for (const [organization, bookmark] of state.entries(stream)) {
      const entry = bookmark as Readonly<Record<string, unknown>>;
      if ((readInstant(entry[key]) ?? -Infinity) <= end || !owns(shard, organization)) continue;
      found.push(`${organization} (${textOf(entry[key])})`);
      state.setBookmark({ stream, organization, bookmark: { ...entry, [key]: value } });
    }
    if (found.length === 0) continue;
    const others = found.length === 1 ? '' : ` and of ${found.length - 1} more`;
    const since = formatSecond(today - lookbackDays * DAY_MS).slice(0, 10);
    logger.warning(
      `${stream}: the ${key} of ${found[0]}${others} in the state lies in the future: it is ignored, and reading starts at ${since}.`,
      { stream },
    );
  }
}
