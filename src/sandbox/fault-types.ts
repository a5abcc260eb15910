/** Every way in which an answer can be spoilt. */
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

/** Which calls a fault is for; every part that is given must hold. */
export interface FaultMatch {
  /** Resource name as the request log shows it, for instance `organizationalEntityShareStatistics` or `accessToken`. */
  readonly resource?: string;
  /** Id of an organization that the call is about. */
  readonly organization?: number;
  /** HTTP method or Rest.li method: `POST`, `FINDER`. */
  readonly method?: string;
  /** Part of the raw URL. */
  readonly path?: string;
  /** Id or URN of one thing that the call asks about, alone or in a batch. */
  readonly item?: string;
}

export interface Fault {
  readonly kind: FaultKind;
  readonly match?: FaultMatch;
  /** Calls it changes, 1 unless given. */
  readonly times?: number | 'always';
  /** Matching calls it lets pass first. */
  readonly after?: number;
  /** Seconds, or an HTTP date, sent as `Retry-After`. */
  readonly retryAfter?: number | string;
  /** Of kind `status`: the HTTP status. Of kind `key`: that of the item under `statuses` and `errors`. */
  readonly status?: number;
  /** Of kind `status`: text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** Of kind `extra`: merged into the JSON answer. An object laid on an array goes into each of its items. */
  readonly patch?: unknown;
  /** Of kind `remove`: names of fields that are taken out wherever they are. */
  readonly fields?: readonly string[];
  /** Of `stall`: answer after so many ms (unless given: never). Of `slow-body`: pause between its ten pieces. */
  readonly ms?: number;
}
