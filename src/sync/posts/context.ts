import type { BatchReader } from '../../linkedin/batch.js';
import { NotFoundError, RefusedError } from '../../linkedin/errors.js';
import type { LinkedInClient } from '../../linkedin/client.js';
import type { State } from '../../singer/state.js';
import type { Emitter } from '../emitter.js';
import type { PlannedStream } from '../stream.js';

/** What a follower of the posts of one organization works with. */
export interface PostsContext {
  readonly client: LinkedInClient;
  readonly batch: BatchReader;
  readonly emitter: Emitter;
  readonly state: State;
  /** The streams that this follower feeds. */
  readonly streams: readonly PlannedStream[];
  readonly organization: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Posts that are read side by side. */
  readonly workers: number;
  readonly tally: PostTally;
}

/** Whether LinkedIn does not know the post, or not as what it was asked for: 404, 410 or 400. */
export function isGone(error: unknown): boolean {
  return error instanceof NotFoundError || (error instanceof RefusedError && error.status === 400);
}

/** Posts for which nothing could be read, without that being a failure. */
export interface PostTally {
  /** LinkedIn does not know them any more. */
  gone(posts: number): void;
  /** LinkedIn left them out, and they are too old to take that for no activity. */
  unanswered(posts: number): void;
}
