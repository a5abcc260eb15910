import type { FaultKind } from '../fault-types.js';

/** How an answer is delivered: whole, or broken off, truncated or delayed. */
export type Delivery =
  | 'whole'
  | Extract<
      FaultKind,
      'reset-before-answer' | 'reset-mid-body' | 'truncated-gzip' | 'truncated-json' | 'stall' | 'slow-body'
    >;

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON unless `text` is set. */
  readonly json?: unknown;
  readonly text?: string;
  readonly delivery?: Delivery;
  /** For the deliveries `stall` and `slow-body`. */
  readonly ms?: number;
}

/** Thrown wherever a call is refused; carries the answer. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`Refused with ${answer.status}`);
    this.name = 'Refusal';
    this.answer = answer;
  }
}

/** A refusal in the API's error format: always `status` and `message`, other keys where LinkedIn sends them. */
export function refuse(
  status: number,
  message: string,
  { headers, ...more }: { headers?: Record<string, string>; [key: string]: unknown } = {},
): Refusal {
  return new Refusal({ status, json: { status, ...more, message }, ...(headers && { headers }) });
}

export function refuseParameter(name: string): Refusal {
  return refuse(400, `Parameter '${name}' is invalid`);
}

/** For an unknown finder, or a finder parameter that is missing or of the wrong kind. */
export function refuseQuery(): Refusal {
  return refuse(400, 'Invalid query parameters passed to request', { code: 'ILLEGAL_ARGUMENT' });
}

export function refuseUnknownParameter(name: string): Refusal {
  const code = 'QUERY_PARAM_NOT_ALLOWED';
  return refuse(400, 'Query parameters are invalid', {
    code,
    errorDetailType: 'com.linkedin.common.error.BadRequest',
    errorDetails: {
      inputErrors: [{ description: 'Unpermitted query parameter', input: { inputPath: { fieldPath: name } }, code }],
    },
  });
}

export function refuseAccess(message: string): Refusal {
  return refuse(403, message, { serviceErrorCode: 100, code: 'ACCESS_DENIED' });
}

export function refuseUnknownEntity(): Refusal {
  return refuse(404, 'Could not find entity', { code: 'NOT_FOUND' });
}
