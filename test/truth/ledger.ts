import { isDeepStrictEqual } from 'node:util';
import type { Stream } from '../../src/streams/entry.js';
import { loadStreams } from '../../src/streams/load.js';
import type { Json, TapRun } from '../support/output.js';
import type { Known } from './known.js';
import { expectedRecords, keyOf } from './records.js';

/** The expected contents of upserted tables after a number of runs: for each key, what was last served. */
export class Ledger {
  readonly #held = new Map<string, Map<string, Json>>();
  /** Number of days of statistics that changed in a later run. */
  restated = 0;

  /** Enters a run, and what could be known when it read. */
  enter(run: TapRun, known: Known): void {
    for (const stream of loadStreams({ snapshotHistory: false })) this.#enter(stream, run.records(stream.name), known);
  }

  records({ name }: Stream): Json[] {
    return [...(this.#held.get(name)?.values() ?? [])];
  }

  #enter(stream: Stream, written: readonly Json[], known: Known): void {
    const held = this.#held.get(stream.name) ?? new Map<string, Json>();
    this.#held.set(stream.name, held);
    const keysWritten = new Set(written.map((record) => keyOf(record, stream)));
    for (const [key, record] of expectedRecords(stream, known, [...held.values(), ...written])) {
      const earlier = held.get(key);
      if (earlier && isReadOnce(stream) && !keysWritten.has(key)) continue;
      if (earlier && 'time_range_start' in record && !isDeepStrictEqual(earlier, record)) this.restated++;
      held.set(key, record);
    }
  }
}

/**
 * Activity on a post is only reread when its count changes, not when it changes otherwise; a notification not when the
 * post that it shows changes.
 */
const isReadOnce = ({ name, replication }: Stream): boolean =>
  replication.kind === 'follows changes' || name === 'notifications';
