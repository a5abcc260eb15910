import type { StreamSchema } from '../singer/schema.js';
import type { Stream } from '../streams/entry.js';

/** A stream of this run. */
export type PlannedStream = Stream & {
  /** Read as if there were no bookmark: `replication-method: FULL_TABLE`. */
  readonly ignoreBookmark: boolean;
};

/** A stream of this run, with the columns the user selected of it. */
export type SyncStream = PlannedStream & { readonly selectedSchema: StreamSchema };
