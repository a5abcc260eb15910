import type { TapError } from '../errors.js';

/** `ignored`: nothing wrong, and nothing that a sync would read. */
export type Result = 'ok' | 'warning' | 'failed' | 'not checked' | 'ignored';

/** What one check came to. */
export interface Outcome {
  readonly result: Result;
  /** In a few words, for a cell of a table. */
  readonly found: string;
  /** What is wrong, where that is one of the tap's faults. */
  readonly error?: TapError;
  /** What is to come, and what to do about it. */
  readonly warning?: string;
  /** Epoch milliseconds; null: not known. */
  readonly endsAt?: number | null;
}

/** What is looked at: what all else needs, a scope, an endpoint, or the member's role on a page. */
export type CheckKind = 'access' | 'scope' | 'endpoint' | 'page';

/** One line of the report. */
export interface CheckRow extends Outcome {
  readonly kind: CheckKind;
  readonly subject: string;
  /** Calls that were made for it, tries and those for tokens included. */
  readonly calls: number;
  /** URN, where it is about a single one. */
  readonly organization?: string;
  /** Selected streams that depend on it. */
  readonly streams?: readonly string[];
}

export const notChecked = (why: string): Outcome => ({ result: 'not checked', found: why });
