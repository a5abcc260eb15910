import { TapError } from '../errors.js';
import { EXIT, type ExitCode, type Signal, type Signals } from './process-io.js';

/** Meltano waits for a tap without a limit; the contract says five seconds. */
const GRACE_MS = 4_000;

export class InterruptedError extends TapError {
  readonly signal: Signal;

  constructor(signal: Signal, hint = 'The next run goes on from the last STATE.') {
    super('INTERRUPTED', `Stopped by ${signal}.`, { hint });
    this.signal = signal;
  }
}

/**
 * Tells of SIGINT, SIGTERM and a fault that nothing has caught, which Node would print without looking for secrets.
 * Should the command not have ended when the grace is over, for instance because nobody reads its stdout, the process
 * ends then.
 */
export function listenForSignals(signals: Signals, onStop: (reason: unknown) => void): { close(): void } {
  let deadline: NodeJS.Timeout | undefined;
  const stop = (reason: unknown, exitCode: ExitCode): void => {
    deadline ??= setTimeout(() => process.exit(exitCode), GRACE_MS);
    deadline.unref();
    onStop(reason);
  };
  const interrupt = (signal: Signal): void => stop(new InterruptedError(signal), EXIT[signal]);
  const crash = (error: unknown): void => stop(error, EXIT.failed);
  signals.on('SIGINT', interrupt);
  signals.on('SIGTERM', interrupt);
  signals.on('uncaughtException', crash);
  return {
    close() {
      clearTimeout(deadline);
      signals.off('SIGINT', interrupt);
      signals.off('SIGTERM', interrupt);
      signals.off('uncaughtException', crash);
    },
  };
}
