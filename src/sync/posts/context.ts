import type { BatchReader } from '../../linkedin/batch.js';
import type { LinkedInClient } from '../../linkedin/client.js';
import type { State } from '../../singer/state.js';
import type { Source } from '../../streams/entry.js';
import type { Emitter } from '../emitter.js';
import type { ItemFaults } from '../items.js';
import type { PlannedStream } from '../stream.js';

/** What a follower of the posts of one organization works with. */
export interface PostsContext {
  readonly client: LinkedInClient;
  readonly batch: BatchReader;
  readonly emitter: Emitter;
  readonly state: State;
  /** Whose calls it makes. */
  readonly source: Source;
  /** The streams that this follower feeds. */
  readonly streams: readonly PlannedStream[];
  readonly organization: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Posts that are read side by side. */
  readonly workers: number;
  readonly items: ItemFaults;
  /** Posts that LinkedIn left out, and that are too old to take that for no activity. */
  readonly onUnanswered: (posts: number) => void;
}
