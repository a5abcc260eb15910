import type { AddedComment, AddedReaction } from '../social/added.js';

/** What has been done to one post while the sandbox runs. */
export interface PostActivity {
  /** The last edit; `turn` tells the order of edits in the same millisecond. */
  edit?: { readonly time: number; readonly turn: number; readonly commentary?: string };
  deleted?: boolean;
  readonly comments: AddedComment[];
  readonly reactions: AddedReaction[];
  /** Ids of comments, URNs of reactions. */
  readonly removed: Set<string>;
}

/** All that has been done while the sandbox runs: the one part of its data that is kept. */
export interface ActivityLog {
  /** By the number of the post. */
  list(organization: number): ReadonlyMap<number, PostActivity>;
  /** That of one post, for adding to it. */
  open(organization: number, index: number): PostActivity;
  /** Number of this turn; each is higher than those before. */
  takeTurn(): number;
}

const NONE: ReadonlyMap<number, PostActivity> = new Map();

export function createActivityLog(): ActivityLog {
  const byOrganization = new Map<number, Map<number, PostActivity>>();
  let turns = 0;
  return {
    list: (organization) => byOrganization.get(organization) ?? NONE,
    open(organization, index) {
      const posts = byOrganization.get(organization) ?? new Map<number, PostActivity>();
      byOrganization.set(organization, posts);
      const activity = posts.get(index) ?? { comments: [], reactions: [], removed: new Set<string>() };
      posts.set(index, activity);
      return activity;
    },
    takeTurn: () => ++turns,
  };
}
