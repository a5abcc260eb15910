import { RunEndError } from '../errors.js';
import { EXIT, SIGNALS, type ExitCode, type Signal, type Signals } from './process-io.js';

/** Meltano waits for a tap without a limit; the contract says five seconds. */
const GRACE_MS = 4_000;

export class InterruptedError extends RunEndError {
  readonly signal: Signal;
  readonly #done: () => string;

  /** `done`: how far the command has come, as in `11 of 40 pages done, 29 left`; empty where that says nothing. */
  constructor(signal: Signal, { done, hint }: { done: () => string; hint: string }) {
    super('INTERRUPTED', `Stopped by ${signal}.`, { hint });
    this.signal = signal;
    this.#done = done;
  }

  /** What was under way may still have come to its end. */
  override get advice(): string {
    const event = this.signal === 'SIGINT' ? 'Interrupted' : `Stopped by ${this.signal}`;
    const done = this.#done();
    return `${event}${done === '' ? '' : `: ${done}`}. ${this.hint}`;
  }
}

export interface Listening {
  /** What the user can do after a signal. */
  readonly hint: string;
  /** How far the command has come; empty where that says nothing. */
  readonly done?: () => string;
  readonly onStop: (reason: unknown) => void;
  /** Is called where the command has not ended in time, right before the process ends; it must be quick. */
  readonly onLate?: (exitCode: ExitCode) => Promise<void>;
}

/**
 * Tells of SIGNALS and of a fault that nothing has caught, which Node would print without looking for secrets. Should
 * the command not have ended when the grace is over, for instance because nobody reads its stdout, the process ends then.
 */
export function listenForSignals(
  signals: Signals,
  { hint, done = () => '', onStop, onLate }: Listening,
): { close(): void } {
  let deadline: NodeJS.Timeout | undefined;
  const stop = (reason: unknown, exitCode: ExitCode): void => {
    deadline ??= setTimeout(() => {
      void Promise.resolve(onLate?.(exitCode)).finally(() => process.exit(exitCode));
    }, GRACE_MS);
    deadline.unref();
    onStop(reason);
  };
  const interrupt = (signal: Signal): void => stop(new InterruptedError(signal, { done, hint }), EXIT[signal]);
  const crash = (error: unknown): void => stop(error, EXIT.failed);
  for (const signal of SIGNALS) signals.on(signal, interrupt);
  signals.on('uncaughtException', crash);
  return {
    close() {
      clearTimeout(deadline);
      for (const signal of SIGNALS) signals.off(signal, interrupt);
      signals.off('uncaughtException', crash);
    },
  };
}
