import type { Sleep } from '../clock.js';
import type { Logger } from '../log/logger.js';
import type { Refusal } from './refusal.js';
import type { HttpAnswer } from './transport.js';

/** A try that failed temporarily. */
export interface Setback {
  /** A 429 that names no daily limit: LinkedIn protects its servers, so the tap waits five times as long. */
  readonly burst: Refusal | null;
  /** Shortest wait, from the answer itself (`Retry-After`); a growing wait may be longer. */
  readonly afterMs: number | null;
  /** What was answered; null where nothing was. */
  readonly error: string | null;
}

/** A setback after which the call may be sent again. */
export interface Retry extends Setback {
  readonly kind: 'retry';
  /** The cause in words, for the error when the last try fails. */
  readonly reason: string;
  readonly cause?: unknown;
}

/** The try that failed. */
export interface FailedTry {
  /** LinkedIn's resource, or that of the token endpoint. */
  readonly resource: string;
  /** The first try is 1. */
  readonly tries: number;
  /** Most tries of the call. */
  readonly of: number;
}

/** A call waiting for its next try. */
export interface Wait extends FailedTry {
  /** Milliseconds left to wait. */
  readonly left: () => number;
}

/** Temporary failures in this run so far. */
export interface Retries {
  /** Failed tries that were, or will be, followed by another. */
  readonly count: number;
  /** Sum of the waits, even those that ran at the same time. */
  readonly seconds: number;
  /** Calls waiting now, in the order they started to. */
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

/** Factor on `retry_wait` after a burst 429, or after a new token's first refusal. */
export const LONG_WAIT_FACTOR = 5;

/** Longest single wait; a `Retry-After` beyond it means that the quota is used up. */
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

  /**
   * Logs one line for people while calls to the same resource wait for the same try, and the "Caught retryable error"
   * line for every setback.
   */
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
 * header, but a gateway may send one. A date is compared with the answer's own `Date`, so that clocks need not agree.
 */
export function retryAfterMs({ headers }: HttpAnswer, wallNow: number): number | null {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse accepts almost anything; an HTTP date starts with the day of the week.
  const until = /^[A-Z][a-z]{2}/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(until)) return null;
  const sentAt = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(sentAt) ? wallNow : sentAt));
}
