import { TapError } from '../errors.js';
import { EXIT, type Signal, type Signals } from './host.js';

/** Meltano waits for a tap without a limit; the contract says five seconds. */
const GRACE_MS = 4_000;

export class InterruptedError extends TapError {
  readonly signal: Signal;

  constructor(signal: Signal) {
    super('INTERRUPTED', `Stopped by ${signal}.`, { hint: 'The next run goes on from the last STATE.' });
    this.signal = signal;
  }
}

/**
 * Tells of the first SIGINT or SIGTERM. Should the command not have ended when the grace is over, for instance because
 * nobody reads its stdout, the process ends then.
 */
export function listenForSignals(
  signals: Signals,
  onSignal: (interruption: InterruptedError) => void,
): { close(): void } {
  let deadline: NodeJS.Timeout | undefined;
  const listener = (signal: Signal): void => {
    deadline ??= setTimeout(() => process.exit(EXIT[signal]), GRACE_MS);
    deadline.unref();
    onSignal(new InterruptedError(signal));
  };
  signals.on('SIGINT', listener);
  signals.on('SIGTERM', listener);
  return {
    close() {
      clearTimeout(deadline);
      signals.off('SIGINT', listener);
      signals.off('SIGTERM', listener);
    },
  };
}
