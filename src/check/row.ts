import type { TapError } from '../errors.js';

/** `ignored`: nothing is wrong, and a sync would not read it. */
export type Result = 'ok' | 'warning' | 'failed' | 'not checked' | 'ignored';

/** The result of one check. */
export interface Outcome {
  readonly result: Result;
  /** A few words, for a table cell. */
  readonly found: string;
  /** The fault, if it is one of the tap's. */
  readonly error?: TapError;
  /** A coming problem, and what to do about it. */
  readonly warning?: string;
  /** Epoch milliseconds; null: unknown. */
  readonly endsAt?: number | null;
}

/** What is checked: something every call needs, a scope, an endpoint, or the member's role on a page. */
export type CheckKind = 'access' | 'scope' | 'endpoint' | 'page';

/** One row of the report. */
export interface CheckRow extends Outcome {
  readonly kind: CheckKind;
  readonly subject: string;
  /** Calls made for it, including repeated tries and those for tokens. */
  readonly calls: number;
  /** URN, if it is about a single one. */
  readonly organization?: string;
  /** Selected streams that depend on it. */
  readonly streams?: readonly string[];
}

export const notChecked = (why: string): Outcome => ({ result: 'not checked', found: why });
