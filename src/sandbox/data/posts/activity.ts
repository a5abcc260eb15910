import type { AddedComment, AddedReaction, CommentEdit, OthersPost, Removal } from '../social/added.js';

/** What has been done to one post while the sandbox runs. */
export interface PostActivity {
  /** The last edit; `turn` tells the order of edits in the same millisecond. */
  edit?: { readonly time: number; readonly turn: number; readonly commentary?: string };
  deleted?: boolean;
  readonly comments: AddedComment[];
  readonly reactions: AddedReaction[];
  /** Ids of comments, URNs of reactions. */
  readonly removed: Set<string>;
  readonly removals: Removal[];
  /** By the id of the comment, the last one last. */
  readonly commentEdits: Map<string, CommentEdit[]>;
  readonly shares: OthersPost[];
}

/** All that has been done while the sandbox runs: the one part of its data that is kept. */
export interface ActivityLog {
  /** By the number of the post. */
  list(organization: number): ReadonlyMap<number, PostActivity>;
  /** That of one post, for adding to it. */
  open(organization: number, index: number): PostActivity;
  /** Posts of others that mention the page, for adding to them. */
  mentions(organization: number): OthersPost[];
  /** Number of this turn; each is higher than those before. */
  takeTurn(): number;
}

const NONE: ReadonlyMap<number, PostActivity> = new Map();

export function createActivityLog(): ActivityLog {
  const byOrganization = new Map<number, Map<number, PostActivity>>();
  const mentions = new Map<number, OthersPost[]>();
  let turns = 0;
  return {
    list: (organization) => byOrganization.get(organization) ?? NONE,
    open(organization, index) {
      const posts = byOrganization.get(organization) ?? new Map<number, PostActivity>();
      byOrganization.set(organization, posts);
      const activity = posts.get(index) ?? startActivity();
      posts.set(index, activity);
      return activity;
    },
    mentions(organization) {
      const list = mentions.get(organization) ?? [];
      mentions.set(organization, list);
      return list;
    },
    takeTurn: () => ++turns,
  };
}

function startActivity(): PostActivity {
  return { comments: [], reactions: [], removed: new Set(), removals: [], commentEdits: new Map(), shares: [] };
}
