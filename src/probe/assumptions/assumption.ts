/** Something that is taken for granted about LinkedIn without a document that says so, or against clients that say otherwise. */
export interface Assumption<Id extends string = string> {
  /** What `probe` calls it. */
  readonly id: Id;
  /** One sentence: what the tap, or its sandbox, takes for granted. */
  readonly assumed: string;
  /** Where it is used: files of src/. */
  readonly usedIn: readonly string[];
  /** How `probe` asks for it. */
  readonly asked: string;
  /** What would follow if it were otherwise. */
  readonly otherwise: string;
}

/** One that `probe` cannot ask about: it would take days, or something that must not be done to somebody's page. */
export interface UnaskedAssumption extends Pick<Assumption, 'assumed' | 'usedIn' | 'otherwise'> {
  readonly why: string;
}

/** Something that only the sandbox had to decide; the tap goes by none of it. */
export type SandboxDecision = Pick<Assumption, 'assumed' | 'usedIn'>;

export interface Topic {
  readonly title: string;
  readonly assumptions: readonly Assumption[];
}
