import type { Shard } from '../config/config.js';
import type { LogFormat, LogLevel } from '../log/logger.js';

export type OutputFormat = 'text' | 'json' | 'markdown';

/** What to read; at most one of the two is given. */
export interface SelectionArguments {
  /** A file, or the name of a bundled catalog. */
  readonly catalog?: string | undefined;
  /** Patterns as in Meltano's `select`; empty: none given. */
  readonly select: readonly string[];
}

/** Files that describe a sync. */
export interface DocumentArguments {
  /** For programs, as JSON. */
  readonly summary: string | undefined;
  /** For people, as HTML. */
  readonly report: string | undefined;
}

/** A folder with one file per call. */
export interface RecordArguments {
  /** It exists, and is empty. */
  readonly record?: string | undefined;
}

/** The user's arguments for the tap itself. */
export interface TapArguments extends SelectionArguments, DocumentArguments, RecordArguments {
  readonly config: readonly string[];
  readonly state: string | undefined;
  /** From `--shard`; undefined: the setting applies. */
  readonly shard: Shard | undefined;
  readonly discover: boolean;
  readonly about: boolean;
  readonly estimate: boolean;
  /** Number of shards that `plan` divides the sync into; undefined: no plan was requested. */
  readonly shards: number | undefined;
  /** Whether to try each endpoint on one organization or all; undefined: no check was requested. */
  readonly test: 'one' | 'all' | undefined;
  readonly format: OutputFormat;
  readonly logFormat: LogFormat | undefined;
  readonly logLevel: LogLevel | undefined;
}

/** The arguments of a sync when none are given. */
export const NO_ARGUMENTS: TapArguments = {
  config: [],
  select: [],
  state: undefined,
  shard: undefined,
  discover: false,
  about: false,
  estimate: false,
  shards: undefined,
  test: undefined,
  summary: undefined,
  report: undefined,
  format: 'text',
  logFormat: undefined,
  logLevel: undefined,
};

/** Arguments of `tap-linkedin-pages login`. */
export interface LoginArguments extends SelectionArguments {
  /** In the order given; the last one that is a file gets the tokens. */
  readonly config: readonly string[];
  readonly port: number;
  /** Seconds. */
  readonly timeout: number;
  readonly 'no-browser': boolean;
}

/** Arguments of `tap-linkedin-pages probe`. */
export interface ProbeArguments extends RecordArguments {
  readonly config: readonly string[];
  /** URN of the page to ask about. */
  readonly organization?: string | undefined;
  readonly format: 'text' | 'json';
  readonly logFormat?: LogFormat | undefined;
  readonly logLevel?: LogLevel | undefined;
}
