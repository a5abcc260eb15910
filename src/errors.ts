import { inspect } from 'node:util';

/**
 * Every fault the tap names. A code is stable: docs/errors.md has one paragraph for each, and users may match on it.
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

/** What ends a run as a whole, whatever was under way: nothing of it is a fault of a page or a stream. */
export class RunEndError extends TapError {}

/** The system lets this process, or all of them together, open no further file. */
export class OpenFilesError extends TapError {
  constructor(cause: NodeJS.ErrnoException) {
    super('OPEN_FILES_LIMIT', `No further file can be opened (${cause.code}).`, {
      hint: 'Raise the limit for this process, for instance by ulimit -n 256.',
      cause,
    });
  }
}

/** The fault by the name the tap has for it, where it is the system's. */
export function nameFault(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return code === 'EMFILE' || code === 'ENFILE' ? new OpenFilesError(error as NodeJS.ErrnoException) : error;
}

/** Everything that is wrong with what the user handed in. */
export class InputFaults extends AggregateError {}

/** `head: fault.`, or each fault after a line break and a dash where there are several. */
export function listFaults(head: string, faults: readonly string[]): string {
  return faults.length === 1 ? `${head}: ${faults[0]}.` : `${head}:${faults.map((fault) => `\n- ${fault}.`).join('')}`;
}

/** What is wrong with a file of the user's, in words that follow its path. */
export class FileFault extends Error {}

/** That a file of the user's cannot be read, and why: where it is the system's fault, with its word. */
export function unreadable(path: string, error: unknown): string {
  if (error instanceof FileFault) return `${path} ${error.message}`;
  return `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
}

/** All that is known of a fault that should not have been, in several lines. */
export function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : inspect(error);
}
