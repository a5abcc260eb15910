import { inspect } from 'node:util';

/**
 * Every fault that the tap names. The codes are stable: docs/errors.md has a section for each, and users may match on
 * them.
 */
export const ERROR_CODES = [
  'CONFIG_INVALID',
  'CATALOG_INVALID',
  'STATE_INVALID',
  'STATE_CONFLICT',
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
  'OUTPUT_NOT_WRITTEN',
  'NOTHING_ANSWERED',
  'OPEN_FILES_LIMIT',
  'INTERRUPTED',
  'READ_INCOMPLETE',
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

/** A fault that ends the whole run. Whatever was in progress then is not a fault of a page or stream. */
export class RunEndError extends TapError {}

/** The system lets this process, or all processes together, open no more files. */
export class OpenFilesError extends TapError {
  constructor(cause: NodeJS.ErrnoException) {
    super('OPEN_FILES_LIMIT', `No further file can be opened (${cause.code}).`, {
      hint: 'Raise the limit for this process, for instance by ulimit -n 256.',
      cause,
    });
  }
}

/** The tap's own error for a system fault that it has a name for; any other error unchanged. */
export function nameFault(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'EMFILE' || code === 'ENFILE' ? new OpenFilesError(error as NodeJS.ErrnoException) : error;
}

/** All faults of the user's input. */
export class InputFaults extends AggregateError {}

/** `head: fault.`, or a list with one fault per line if there are several. */
export function listFaults(head: string, faults: readonly string[]): string {
  return faults.length === 1 ? `${head}: ${faults[0]}.` : `${head}:${faults.map((fault) => `\n- ${fault}.`).join('')}`;
}

/** What is wrong with a user's file, worded to follow its path. */
export class FileFault extends Error {}

/** Says that a user's file cannot be read, and why; for a system fault, with its code. */
export function unreadable(path: string, error: unknown): string {
  if (error instanceof FileFault) return `${path} ${error.message}`;
  return `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
}

/** Everything known about an unexpected fault, in several lines. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : inspect(error);
}
