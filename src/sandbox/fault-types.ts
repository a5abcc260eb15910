/** Every way to spoil an answer. */
export const FAULT_KINDS = [
  '500',
  '502-html',
  '503-html',
  '504',
  'status',
  'extra',
  'remove',
  'key',
  'ignore-start',
  'endless',
  'reset-before-answer',
  'reset-mid-body',
  'truncated-gzip',
  'truncated-json',
  'invalid-json',
  'empty-body',
  'html-200',
  'stall',
  'slow-body',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Which calls a fault applies to; every given condition must match. */
export interface FaultMatch {
  /** Resource name as in the request log, for instance `organizationalEntityShareStatistics` or `accessToken`. */
  readonly resource?: string;
  /** Id of an organization the call is about. */
  readonly organization?: number;
  /** HTTP method or Rest.li method: `POST`, `FINDER`. */
  readonly method?: string;
  /** A substring of the raw URL. */
  readonly path?: string;
  /** Id or URN of something the call asks for, alone or in a batch. */
  readonly item?: string;
}

export interface Fault {
  readonly kind: FaultKind;
  readonly match?: FaultMatch;
  /** How many calls it changes; default 1. */
  readonly times?: number | 'always';
  /** How many matching calls to let through first. */
  readonly after?: number;
  /** Seconds, or an HTTP date, sent as `Retry-After`. */
  readonly retryAfter?: number | string;
  /** For `status`: the HTTP status. For `key`: the status of the item under `statuses` and `errors`. */
  readonly status?: number;
  /** For `status`: a string is sent as is, anything else as JSON. */
  readonly body?: unknown;
  /** For `extra`: merged into the JSON answer. An object merged into an array goes into each item. */
  readonly patch?: unknown;
  /** For `remove`: names of fields to remove, at any depth. */
  readonly fields?: readonly string[];
  /**
   * Milliseconds. For `stall`: how long to wait before answering; default forever. For `slow-body`: the pause after
   * each of its ten pieces.
   */
  readonly ms?: number;
}
