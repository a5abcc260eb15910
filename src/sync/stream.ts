import type { Stream } from '../streams/entry.js';

/** A stream of this run. */
export type PlannedStream = Stream & {
  /** Read as if there were no bookmark: `replication-method: FULL_TABLE`. */
  readonly ignoreBookmark: boolean;
};
