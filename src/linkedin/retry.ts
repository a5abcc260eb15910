import type { Sleep } from '../clock.js';
import type { Logger } from '../log/logger.js';
import type { Refusal } from './refusal.js';
import type { HttpAnswer } from './transport.js';

/** A try that failed in a way that may pass. */
export interface Setback {
  /** A 429 that names no daily limit: LinkedIn protects its machines, so the tap waits five times as long. */
  readonly burst: Refusal | null;
  /** Wait that the answer itself asked for (`Retry-After`): no shorter one is taken, a growing one may be longer. */
  readonly afterMs: number | null;
  /** What was answered; null where nothing was. */
  readonly error: string | null;
}

/** The setback of a call to LinkedIn, which may be sent once more. */
export interface Retry extends Setback {
  readonly kind: 'retry';
  /** In words for the error that ends the last try. */
  readonly reason: string;
  readonly cause?: unknown;
}

export interface Retrier {
  readonly maxTries: number;
  /** Logs the setback and waits until the next try; rejects when the run is aborted. */
  pause(setback: Setback, tries: number): Promise<void>;
}

export interface RetryOptions {
  readonly maxTries: number;
  readonly retryWaitMs: number;
  readonly logger: Pick<Logger, 'warning'>;
  readonly sleep: Sleep;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** How many times `retry_wait` a burst 429, or a fresh token's first refusal, is waited for. */
export const LONG_WAIT_FACTOR = 5;

/** No single wait is longer; a `Retry-After` beyond it means that the quota is used up. */
export const LONGEST_WAIT_MS = 300_000;

const JITTER = 0.2;

export function createRetrier({ maxTries, retryWaitMs, logger, sleep, random, signal }: RetryOptions): Retrier {
  return {
    maxTries,
    async pause({ burst, afterMs, error }, tries) {
      const base = retryWaitMs * (burst === null ? 1 : LONG_WAIT_FACTOR) * 2 ** (tries - 1);
      const jittered = base * (1 - JITTER + 2 * JITTER * random());
      const waitMs = Math.min(Math.max(afterMs ?? 0, jittered), LONGEST_WAIT_MS);
      const seconds = Number((waitMs / 1000).toFixed(3));
      logger.warning(
        `Caught retryable error '${error}' after ${tries} tries. Waiting ${seconds} seconds then retrying...`,
      );
      await sleep(waitMs, signal);
    },
  };
}

/**
 * `Retry-After` in milliseconds, from seconds or an HTTP date; null where there is none. LinkedIn documents no such
 * header, but a gateway may send one. A date is measured against the answer's own `Date`, so that clocks need not agree.
 */
export function retryAfterMs({ headers }: HttpAnswer, wallNow: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse takes nearly anything for a date; an HTTP date begins with the day of the week.
  const until = /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(until)) return null;
  const sentAt = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(sentAt) ? wallNow : sentAt));
}
