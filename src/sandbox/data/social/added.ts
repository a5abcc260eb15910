export interface Reaction {
  readonly actor: string;
  readonly type: string;
  readonly time: number;
}

/** A reaction that was added while the sandbox runs. */
export interface AddedReaction extends Reaction {
  /** URN of what it is a reaction to. */
  readonly on: string;
}

/** An edit of a comment. */
export interface CommentEdit {
  readonly text: string;
  readonly time: number;
}

/** A comment that was taken back while the sandbox runs. */
export interface Removal {
  readonly number: number;
  /** When the comment was written, and when it was taken back. */
  readonly written: number;
  readonly time: number;
  readonly added?: AddedComment;
}

/** A post by somebody else: one that reshares a post of the page, or mentions the page, or holds a comment that does. */
export interface OthersPost {
  readonly actor: string;
  readonly text: string;
  readonly time: number;
}

/** A comment that was added while the sandbox runs. */
export interface AddedComment {
  readonly number: number;
  readonly time: number;
  readonly actor: string;
  readonly text: string;
  /** Of a reply: number of the comment that it answers. */
  readonly parent?: number;
}
