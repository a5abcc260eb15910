export interface Reaction {
  readonly actor: string;
  readonly type: string;
  readonly time: number;
}

/** A reaction added while the sandbox runs. */
export interface AddedReaction extends Reaction {
  /** URN of the post or comment it is on. */
  readonly on: string;
}

/** An edit of a comment. */
export interface CommentEdit {
  readonly text: string;
  readonly time: number;
}

/** A comment removed while the sandbox runs. */
export interface Removal {
  readonly number: number;
  /** When the comment was written, and when it was removed. */
  readonly written: number;
  readonly time: number;
  readonly added?: AddedComment;
}

/** A post by someone else that reshares a post of the page, mentions the page, or has a comment that does. */
export interface OthersPost {
  readonly actor: string;
  readonly text: string;
  readonly time: number;
}

/** A comment added while the sandbox runs. */
export interface AddedComment {
  readonly number: number;
  readonly time: number;
  readonly actor: string;
  readonly text: string;
  /** For a reply: number of the comment it answers. */
  readonly parent?: number;
}
