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

/** The try that failed. */
export interface FailedTry {
  /** LinkedIn's resource, or the token endpoint's. */
  readonly resource: string;
  /** The first try is 1. */
  readonly tries: number;
  /** How many tries the call may take. */
  readonly of: number;
}

/** A call that waits for its next try. */
export interface Wait extends FailedTry {
  /** How many milliseconds are left of it. */
  readonly left: () => number;
}

/** What came of tries that failed in a way that may pass, in this run so far. */
export interface Retries {
  /** Tries that were, or will be, followed by another. */
  readonly count: number;
  /** Sum of the waits before them, whether or not they ran at the same time. */
  readonly seconds: number;
  /** Calls that wait now, in the order in which they began to. */
  readonly waiting: ReadonlySet<Wait>;
}

export interface Retrier {
  readonly maxTries: number;
  readonly retries: Retries;
  /** Logs the setback and waits until the next try; rejects when the run is aborted. */
  pause(setback: Retry, failed: FailedTry): Promise<void>;
}

export interface RetryOptions {
  readonly maxTries: number;
  readonly retryWaitMs: number;
  readonly logger: Pick<Logger, 'debug' | 'detail' | 'info'>;
  readonly wallClock: () => number;
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

export function createRetrier(options: RetryOptions): Retrier {
  const { maxTries, retryWaitMs, logger, wallClock, sleep, random, signal } = options;
  const waiting = new Set<Wait>();
  let count = 0;
  let milliseconds = 0;

  function lengthOf({ burst, afterMs }: Setback, tries: number): number {
    const base = retryWaitMs * (burst === null ? 1 : LONG_WAIT_FACTOR) * 2 ** (tries - 1);
    const jittered = base * (1 - JITTER + 2 * JITTER * random());
    return Math.min(Math.max(afterMs ?? 0, jittered), LONGEST_WAIT_MS);
  }

  /** One line for people while calls to the same resource wait for the same try, and the promised one for each. */
  function tell(setback: Retry, { failed, waitMs }: { failed: FailedTry; waitMs: number }): void {
    const isNews = ![...waiting].some(({ resource, tries }) => resource === failed.resource && tries === failed.tries);
    logger[isNews ? 'info' : 'debug'](
      `${describeSetback(setback, failed)} (try ${failed.tries} of ${failed.of}); again in ${Number((waitMs / 1000).toFixed(waitMs < 1000 ? 1 : 0))} s.`,
    );
    const seconds = Number((waitMs / 1000).toFixed(3));
    logger.detail(
      'warning',
      `Caught retryable error '${setback.error}' after ${failed.tries} tries. Waiting ${seconds} seconds then retrying...`,
    );
  }

  return {
    maxTries,
    retries: {
      get count() {
        return count;
      },
      get seconds() {
        return milliseconds / 1000;
      },
      waiting,
    },
    async pause(setback, failed) {
      const waitMs = lengthOf(setback, failed.tries);
      tell(setback, { failed, waitMs });
      const until = wallClock() + waitMs;
      const wait = { ...failed, left: () => until - wallClock() };
      count += 1;
      milliseconds += waitMs;
      waiting.add(wait);
      try {
        await sleep(waitMs, signal);
      } finally {
        waiting.delete(wait);
      }
    },
  };
}

/** `Connection refused by 127.0.0.1:8798`, `posts answered HTTP 503` */
function describeSetback({ error, reason }: Retry, { resource }: FailedTry): string {
  return error === null ? reason.charAt(0).toUpperCase() + reason.slice(1) : `${resource} answered ${error}`;
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
