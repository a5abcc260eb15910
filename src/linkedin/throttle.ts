/** What a call's outcome says about LinkedIn's load. */
export type Feedback = 'success' | 'burst' | 'other';

/** Permission to have one call in flight. */
export interface Slot {
  release(feedback: Feedback): void;
}

/** Keeps the number of calls in flight below a limit that adapts to LinkedIn's answers. */
export interface Throttle {
  /** First come, first served; rejects when the run is aborted. */
  acquire(): Promise<Slot>;
  /** Calls that may be in flight now. */
  readonly limit: number;
  close(): void;
}

interface Waiter {
  readonly resolve: (slot: Slot) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Additive increase, multiplicative decrease: a burst 429 halves the limit, and each round of successes raises it by
 * one. Calls that were already in flight when the limit fell are ignored: a single burst hits them all.
 */
export function createThrottle({ maximum, signal }: { maximum: number; signal: AbortSignal }): Throttle {
  let limit = maximum;
  let underWay = 0;
  let round = 0;
  let waiting: Waiter[] = [];

  const rejectAll = (): void => {
    const rejected = waiting;
    waiting = [];
    for (const { reject } of rejected) reject(signal.reason);
  };
  signal.addEventListener('abort', rejectAll, { once: true });

  const hasRoom = (): boolean => underWay < Math.floor(limit);

  function admit(): Slot {
    underWay += 1;
    const admittedIn = round;
    return {
      release(feedback) {
        underWay -= 1;
        if (admittedIn === round) adapt(feedback);
        while (waiting.length > 0 && hasRoom()) waiting.shift()?.resolve(admit());
      },
    };
  }

  function adapt(feedback: Feedback): void {
    if (feedback === 'success') limit = Math.min(maximum, limit + 1 / limit);
    if (feedback === 'burst') {
      limit = Math.max(1, Math.floor(limit / 2));
      round += 1;
    }
  }

  return {
    acquire() {
      signal.throwIfAborted();
      if (waiting.length === 0 && hasRoom()) return Promise.resolve(admit());
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    get limit() {
      return Math.floor(limit);
    },
    close() {
      signal.removeEventListener('abort', rejectAll);
    },
  };
}
