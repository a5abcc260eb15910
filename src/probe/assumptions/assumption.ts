/** Something assumed about LinkedIn that no document says, or that other clients contradict. */
export interface Assumption<Id extends string = string> {
  /** What `probe` calls it. */
  readonly id: Id;
  /** One sentence: what the tap, or its sandbox, assumes. */
  readonly assumed: string;
  /** Where it is used: files of src/. */
  readonly usedIn: readonly string[];
  /** What `probe` looks at to find out. */
  readonly asked: string;
  /** What follows if it is not so. */
  readonly otherwise: string;
}

/**
 * An assumption that `probe` cannot ask about: it would take days, or something that must not be done to somebody's
 * page.
 */
export interface UnaskedAssumption extends Pick<Assumption, 'assumed' | 'usedIn' | 'otherwise'> {
  readonly why: string;
}

/** Something that only the sandbox had to decide; the tap does not rely on it. */
export type SandboxDecision = Pick<Assumption, 'assumed' | 'usedIn'>;

export interface Topic {
  readonly title: string;
  readonly assumptions: readonly Assumption[];
}
