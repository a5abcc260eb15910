import type { TapError } from '../errors.js';
import {
  AccessDeniedError,
  AnswerError,
  CertificateError,
  HeaderOverflowError,
  NotFoundError,
  ProxyError,
  RateLimitError,
  RefusedError,
  VersionError,
} from './errors.js';
import type { JsonObject } from '../json-object.js';
import { parseObject } from './json.js';
import type { Asked, Refusal } from './refusal.js';
import { describeRefusal, isErrorObject, isPassing, namesDayLimit, readError, readRefusal } from './refusal.js';
import type { Retry } from './retry.js';
import { LONGEST_WAIT_MS, retryAfterMs } from './retry.js';
import type { BrokenAnswer, HttpAnswer, Outcome } from './transport.js';
import { otherVersion } from './version.js';

/** What an outcome means for its call. */
export type Classification =
  | CommonClassification
  | { readonly kind: 'unauthorized'; readonly refusal: Refusal }
  /** The URL was too long: the same query fits into a body. */
  | { readonly kind: 'tunnel' };

export type CommonClassification =
  | { readonly kind: 'answered'; readonly body: JsonObject }
  | Retry
  | { readonly kind: 'failed'; readonly error: TapError };

export interface ClassifyOptions {
  readonly asked: Asked;
  readonly version: string;
  /** True when the query is still in the URL and could go into a body. */
  readonly canTunnel: boolean;
  readonly scrub: (text: string) => string;
  /** For `Retry-After` dates. */
  readonly wallNow: number;
  /** Next 00:00 UTC. */
  readonly resetsAt: number;
}

/** The policy, as questions in the order they are asked. */
export function classify(outcome: Outcome, options: ClassifyOptions): Classification {
  const { asked, version, canTunnel, scrub, wallNow, resetsAt } = options;
  if (outcome.kind !== 'answer') return classifyBroken(outcome, asked);
  if (isSuccess(outcome)) return classifySuccess(outcome, options);

  const refusal = readRefusal(outcome, scrub);
  const refused = { asked, refusal };
  if (isVersionRefusal(refusal)) {
    return failed(new VersionError({ ...refused, version, example: otherVersion(version) }));
  }
  if (refusal.status === 401) return { kind: 'unauthorized', refusal };
  if (refusal.status === 403) return failed(new AccessDeniedError(refused));
  if (refusal.status === 404 || refusal.status === 410) return failed(new NotFoundError(refused));
  if (refusal.status === 414 && canTunnel) return { kind: 'tunnel' };
  if (isPassing(refusal.status)) return classifyPassing(refused, { afterMs: retryAfterMs(outcome, wallNow), resetsAt });
  return failed(new RefusedError({ ...refused, came: describeRefusal(refusal) }));
}

/** Classifies a 429 or 5xx, of a call or of one key in a batch. */
export function classifyPassing(
  { asked, refusal }: { asked: Asked; refusal: Refusal },
  { afterMs, resetsAt }: { afterMs: number | null; resetsAt: number },
): CommonClassification {
  if (refusal.status !== 429) return retry(describeRefusal(refusal), afterMs);
  if (isDailyLimit(refusal, afterMs)) return failed(new RateLimitError({ asked, refusal, resetsAt }));
  return { ...retry(describeRefusal(refusal), afterMs), burst: refusal };
}

/** A success that carries an error is not a success. */
function classifySuccess(answer: HttpAnswer, { asked, scrub, resetsAt }: ClassifyOptions): CommonClassification {
  const result = classifyBody(answer);
  if (result.kind !== 'answered' || !isErrorObject(result.body)) return result;
  const refusal = readError(result.body, { status: 500, scrub });
  if (isPassing(refusal.status)) return classifyPassing({ asked, refusal }, { afterMs: null, resetsAt });
  return failed(
    new AnswerError({ asked, came: `HTTP ${answer.status} with an error in it, ${describeRefusal(refusal)}` }),
  );
}

export function isSuccess({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/**
 * A 200 whose body was cut off, or came from a gateway, is not an answer either. A truncated gzip shows in no other
 * way.
 */
export function classifyBody({ status, text }: HttpAnswer): CommonClassification {
  const parsed = parseObject(text);
  return 'body' in parsed ? { kind: 'answered', body: parsed.body } : retry(`HTTP ${status} with ${parsed.fault}`);
}

export function classifyBroken({ kind, status, reason, cause }: BrokenAnswer, asked: Asked): CommonClassification {
  if (kind === 'redirect') return failed(new RefusedError({ asked, came: reason }));
  if (kind === 'certificate') return failed(new CertificateError({ asked, came: reason, cause }));
  if (kind === 'proxy' && status !== null && status < 500)
    return failed(new ProxyError({ asked, came: reason, cause }));
  if (kind === 'too-large') return failed(new AnswerError({ asked, came: reason }));
  if (kind === 'long-headers') return failed(new HeaderOverflowError({ asked, cause }));
  const cameInPart = kind === 'connection' && status !== null;
  return { ...retry(reason), error: cameInPart ? `HTTP ${status}, ${reason}` : null, cause };
}

export function retry(reason: string, afterMs: number | null = null): Retry {
  return { kind: 'retry', burst: null, afterMs, error: reason, reason };
}

function failed(error: TapError): CommonClassification {
  return { kind: 'failed', error };
}

/** Seen with 426, but also with 400 and without a code, so each sign counts by itself. */
function isVersionRefusal({ status, code, message }: Refusal): boolean {
  return status === 426 || code === 'NONEXISTENT_VERSION' || /Requested version \d+ is not active/.test(message);
}

/**
 * "Resource level throttle APPLICATION_AND_MEMBER DAY limit …" lasts until 00:00 UTC, and each further call counts
 * against the quota (learn.microsoft.com/linkedin/shared/api-guide/concepts/rate-limits).
 */
function isDailyLimit({ message }: Refusal, afterMs: number | null): boolean {
  return namesDayLimit(message) || (afterMs !== null && afterMs > LONGEST_WAIT_MS);
}
