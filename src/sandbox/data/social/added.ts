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

/** A comment that was added while the sandbox runs. */
export interface AddedComment {
  readonly number: number;
  readonly time: number;
  readonly actor: string;
  readonly text: string;
  /** Of a reply: number of the comment that it answers. */
  readonly parent?: number;
}
