import { RunEndError } from '../errors.js';
import { EXIT, SIGNALS, type ExitCode, type Signal, type Signals } from './process-io.js';

/** Meltano waits for a tap without limit; the tap promises to end within five seconds. */
const GRACE_MS = 4_000;

export class InterruptedError extends RunEndError {
  readonly signal: Signal;
  readonly #done: () => string;

  /** `done`: the progress, as in `11 of 40 pages done, 29 left`; empty if there is none to report. */
  constructor(signal: Signal, { done, hint }: { done: () => string; hint: string }) {
    super('INTERRUPTED', `Stopped by ${signal}.`, { hint });
    this.signal = signal;
    this.#done = done;
  }

  /** Built when it is logged: work in progress at the signal may have been finished by then. */
  override get advice(): string {
    const event = this.signal === 'SIGINT' ? 'Interrupted' : `Stopped by ${this.signal}`;
    const done = this.#done();
    return `${event}${done === '' ? '' : `: ${done}`}. ${this.hint}`;
  }
}

export interface Listening {
  /** What the user can do after a signal. */
  readonly hint: string;
  /** The progress so far; empty if there is none to report. */
  readonly done?: () => string;
  readonly onStop: (reason: unknown) => void;
  /** Called right before the process ends if the command has not ended in time; it must be quick. */
  readonly onLate?: (exitCode: ExitCode) => Promise<void>;
}

/**
 * Listens for SIGNALS and for uncaught faults, which Node would print without hiding secrets. If the command has not
 * ended when the grace period is over, for instance because nobody reads its stdout, the process ends.
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
