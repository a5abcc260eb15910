import { performance } from 'node:perf_hooks';
import type { Writable } from 'node:stream';
import { systemClock, systemSleep, type Clock } from '../clock.js';
import type { Config } from '../config/config.js';
import { createClient, type ClientOptions, type LinkedInClient } from '../linkedin/client.js';
import type { Logger } from '../log/logger.js';
import { Output } from '../singer/output.js';
import { exitCodeOf } from './exit.js';
import type { ExitCode, ProcessIo } from './process-io.js';
import { listenForSignals } from './signals.js';

/** What a command that talks to LinkedIn works with, from start to end. */
export interface Session {
  readonly client: LinkedInClient;
  readonly output: Output;
  /** The current instant, where days matter. */
  readonly clock: Clock;
  /** Milliseconds since some fixed moment. */
  readonly elapsed: () => number;
}

export interface SessionOptions {
  readonly io: ProcessIo;
  readonly logger: Logger;
  /** What the user can do after a signal. */
  readonly afterSignal: string;
  /** The progress so far; empty if there is none to report. */
  readonly done?: () => string;
  /** What remains to be done after a signal if the command itself does not end in time. */
  readonly onLate?: (exitCode: ExitCode) => Promise<void>;
  /** Whether tokens expire by the run's clock instead of the real one, as they do in a sandbox with a fixed clock. */
  readonly tokensByClock?: boolean;
  readonly record?: ClientOptions['record'];
}

/** Runs one command's work and returns its exit code. A signal, or a lost reader, ends it. */
export async function inSession(
  config: Config,
  { io, logger, afterSignal, done = () => '', onLate, tokensByClock = false, record }: SessionOptions,
  work: (session: Session) => Promise<ExitCode>,
): Promise<ExitCode> {
  const stop = new AbortController();
  const onStop = (reason: unknown): void => stop.abort(reason);
  const signals = listenForSignals(io.signals, { hint: afterSignal, done, onStop, ...(onLate && { onLate }) });
  const session = openSession(config, { stdout: io.stdout, logger, stop, tokensByClock, record });
  try {
    const exitCode = await work(session);
    return stop.signal.aborted ? exitCodeOf(stop.signal.reason, logger) : exitCode;
  } catch (error) {
    return exitCodeOf(stop.signal.aborted ? stop.signal.reason : error, logger);
  } finally {
    signals.close();
    session.client.close();
  }
}

export interface SessionParts {
  /** Receives the messages. */
  readonly stdout: Writable;
  readonly logger: Logger;
  /** Ends the run; also aborted when the reader of the messages is gone. */
  readonly stop: AbortController;
  readonly tokensByClock?: boolean;
  readonly record?: ClientOptions['record'];
}

/** Opens the connection to LinkedIn; `client.close` releases it. */
export function openSession(
  config: Config,
  { stdout, logger, stop, tokensByClock = false, record }: SessionParts,
): Session {
  const clock = config.now === null ? systemClock : () => config.now!;
  const client = createClient({
    config,
    logger,
    signal: stop.signal,
    clock,
    wallClock: tokensByClock ? clock : systemClock,
    sleep: systemSleep,
    random: Math.random,
    record,
  });
  const output = new Output(stdout, (broken) => stop.abort(broken));
  return { client, output, clock, elapsed: () => performance.now() };
}
