/** A call that has been sent and not yet answered. */
export interface CallInFlight {
  /** Aborts when the call's time or the run is over. */
  readonly signal: AbortSignal;
  readonly isTimedOut: boolean;
}

const SLICES = 10;

/**
 * Ends calls in flight: each one when its time is over, and all of them when the run is aborted. One timer and one
 * listener on the run's signal serve all calls, and signals are used again, since one of each per call would take a
 * thirtieth of a call's CPU time; listeners on the run's signal, or AbortSignal.any, would also leak over thousands of
 * calls.
 *
 * Only time in which this process could have read an answer counts. A write to a pipe that nobody reads blocks the whole
 * process; afterwards, a plain timer would fire before the answer that arrived long ago is read. So the time is counted
 * in slices, and a slice counts once, however long it was held up. A call may take up to one slice longer than its time,
 * as it starts in the middle of one.
 */
export class InFlight {
  readonly #calls = new Set<TimedCall>();
  readonly #idle: TimedCall[] = [];
  readonly #timer: NodeJS.Timeout;
  readonly #signal: AbortSignal;

  constructor({ timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal }) {
    this.#signal = signal;
    signal.addEventListener('abort', this.#abortAll, { once: true });
    this.#timer = setInterval(() => this.#calls.forEach((call) => call.countSlice()), timeoutMs / SLICES);
    // The sockets of calls in flight keep the process running.
    this.#timer.unref();
  }

  begin(): CallInFlight {
    const call = this.#idle.pop() ?? new TimedCall();
    call.restart();
    this.#calls.add(call);
    return call;
  }

  /** `whole`: the answer was read to its end, so nothing listens to the call's signal any more. */
  end(call: CallInFlight, { whole }: { whole: boolean }): void {
    const timed = call as TimedCall;
    this.#calls.delete(timed);
    if (whole && !timed.signal.aborted) this.#idle.push(timed);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#signal.removeEventListener('abort', this.#abortAll);
  }

  readonly #abortAll = (): void => this.#calls.forEach((call) => call.abort());
}

class TimedCall implements CallInFlight {
  readonly #controller = new AbortController();
  readonly signal = this.#controller.signal;
  #slicesLeft = 0;

  get isTimedOut(): boolean {
    return this.#slicesLeft <= 0;
  }

  restart(): void {
    // The first one is not a whole slice.
    this.#slicesLeft = SLICES + 1;
  }

  countSlice(): void {
    this.#slicesLeft -= 1;
    if (this.isTimedOut) this.abort();
  }

  abort(): void {
    this.#controller.abort();
  }
}
