import type { BatchReader } from '../../linkedin/batch.js';
import type { LinkedInClient } from '../../linkedin/client.js';
import type { State } from '../../singer/state.js';
import type { Source } from '../../streams/entry.js';
import type { Emitter } from '../emitter.js';
import type { ItemFaults } from '../items.js';
import type { PlannedStream } from '../stream.js';

/** What a follower of one organization's posts works with. */
export interface PostsContext {
  readonly client: LinkedInClient;
  readonly batch: BatchReader;
  readonly emitter: Emitter;
  readonly state: State;
  /** The source whose calls it makes. */
  readonly source: Source;
  /** The streams this follower feeds. */
  readonly streams: readonly PlannedStream[];
  readonly organization: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** How many posts are read at once. */
  readonly workers: number;
  readonly items: ItemFaults;
  /**
   * Takes the number of posts without statistics: their URN is of a kind that cannot be asked about, or LinkedIn left
   * them out and they are too old for that to mean no activity.
   */
  readonly onUnanswered: (posts: number) => void;
}
