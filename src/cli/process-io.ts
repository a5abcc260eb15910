import type { Writable } from 'node:stream';
import type { LogStream } from '../log/status-line.js';

/** A command's process: its arguments, its streams, and the signals that may interrupt it. */
export interface ProcessIo {
  /** Arguments after the program's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: LogStream;
  readonly signals: Signals;
}

/** Signals that end a command in an orderly way. */
export const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGTERM'] as const;

export type Signal = (typeof SIGNALS)[number];

/** The part of `process` that reports signals and uncaught faults. */
export interface Signals {
  on(signal: Signal, listener: (signal: Signal) => void): unknown;
  on(event: 'uncaughtException', listener: (error: unknown) => void): unknown;
  off(signal: Signal, listener: (signal: Signal) => void): unknown;
  off(event: 'uncaughtException', listener: (error: unknown) => void): unknown;
}

export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  deferred: 3,
  SIGHUP: 129,
  SIGINT: 130,
  SIGQUIT: 131,
  readerGone: 141,
  SIGTERM: 143,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
