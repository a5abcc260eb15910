/** A call that has been sent and not yet answered. */
export interface CallInFlight {
  /** Aborts when the call's time or the run is over. */
  readonly signal: AbortSignal;
  readonly isTimedOut: boolean;
  /** `whole`: the answer was read to its end, so nothing listens to the signal any more. */
  end(how: { whole: boolean }): void;
}

/** Ends calls in flight: each one when its time is over, and all of them when the run is aborted. */
export interface InFlight {
  begin(): CallInFlight;
  close(): void;
}

interface Timed {
  readonly controller: AbortController;
  slicesLeft: number;
}

const SLICES = 10;

/**
 * One timer and one listener on the run's signal serve all calls, and signals are used again, since one of each per call
 * would take a thirtieth of a call's CPU time; listeners on the run's signal, or AbortSignal.any, would also leak over
 * thousands of calls.
 *
 * Only time in which this process could have read an answer counts. A write to a pipe that nobody reads blocks the whole
 * process; afterwards, a plain timer would fire before the answer that arrived long ago is read. So the time is counted
 * in slices, and a slice counts once, however long it was held up. A call may take up to one slice longer than its time,
 * as it starts in the middle of one.
 */
export function createInFlight({ timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal }): InFlight {
  const calls = new Set<Timed>();
  const idle: AbortController[] = [];

  const abortAll = (): void => calls.forEach(({ controller }) => controller.abort());
  signal.addEventListener('abort', abortAll, { once: true });

  const timer = setInterval(() => {
    for (const call of calls) {
      call.slicesLeft -= 1;
      if (call.slicesLeft === 0) call.controller.abort();
    }
  }, timeoutMs / SLICES);
  // The sockets of calls in flight keep the process running.
  timer.unref();

  return {
    begin() {
      const controller = idle.pop() ?? new AbortController();
      // The first one is not a whole slice.
      const call: Timed = { controller, slicesLeft: SLICES + 1 };
      calls.add(call);
      return {
        signal: controller.signal,
        get isTimedOut() {
          return call.slicesLeft <= 0;
        },
        end({ whole }) {
          calls.delete(call);
          if (whole && !controller.signal.aborted) idle.push(controller);
        },
      };
    },
    close() {
      clearInterval(timer);
      signal.removeEventListener('abort', abortAll);
    },
  };
}
