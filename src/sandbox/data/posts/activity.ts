import type { AddedComment, AddedReaction, CommentEdit, OthersPost, Removal } from '../social/added.js';

/** What has been done to a post while the sandbox runs. */
export interface PostActivity {
  /** The last edit; `turn` orders edits in the same millisecond. */
  edit?: { readonly time: number; readonly turn: number; readonly commentary?: string };
  deleted?: boolean;
  readonly comments: AddedComment[];
  readonly reactions: AddedReaction[];
  /** Comment ids and reaction URNs. */
  readonly removed: Set<string>;
  readonly removals: Removal[];
  /** By comment id, the latest edit last. */
  readonly commentEdits: Map<string, CommentEdit[]>;
  readonly shares: OthersPost[];
}

/** Everything done while the sandbox runs: the only data that is stored. */
export interface ActivityLog {
  /** By post number. */
  list(organization: number): ReadonlyMap<number, PostActivity>;
  /** One post's activity, to add to. */
  open(organization: number, index: number): PostActivity;
  /** Posts by others that mention the page, to add to. */
  mentions(organization: number): OthersPost[];
  /** A number higher than all before. */
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
