import { inspect } from 'node:util';

/**
 * Every fault the tap names. A code is stable: docs/errors.md has one paragraph for each, and users may match on it.
 */
export const ERROR_CODES = [
  'CONFIG_INVALID',
  'CATALOG_INVALID',
  'STATE_INVALID',
  'NO_ORGANIZATION',
  'TOKEN_REFUSED',
  'TOKEN_NOT_GRANTED',
  'SCOPE_MISSING',
  'ROLE_MISSING',
  'ACCESS_DENIED',
  'NOT_FOUND',
  'VERSION_REFUSED',
  'DAILY_LIMIT',
  'CALL_BUDGET',
  'UNANSWERED',
  'CERTIFICATE_REFUSED',
  'PROXY_REFUSED',
  'REQUEST_REFUSED',
  'ANSWER_UNEXPECTED',
  'CONSENT_DENIED',
  'CONSENT_REFUSED',
  'CONSENT_STATE_WRONG',
  'CONSENT_TIMEOUT',
  'PORT_UNAVAILABLE',
  'CONFIG_NOT_STORED',
  'INTERRUPTED',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** A fault with a stable code and a hint that says what the user can do about it. */
export class TapError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;

  constructor(code: ErrorCode, message: string, { hint = '', cause }: { hint?: string; cause?: unknown } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = hint;
  }

  /** Message and hint as one line, as logs print it. */
  get advice(): string {
    return this.hint ? `${this.message} ${this.hint}` : this.message;
  }
}

/** Everything that is wrong with what the user handed in. */
export class InputFaults extends AggregateError {}

/** That a file of the user's cannot be read, with the system's word for why. */
export function unreadable(path: string, error: unknown): string {
  return `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
}

/** All that is known of a fault that should not have been, in several lines. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : inspect(error);
}
