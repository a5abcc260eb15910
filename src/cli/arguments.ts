import type { Shard } from '../config/config.js';
import type { LogFormat, LogLevel } from '../log/logger.js';

export type OutputFormat = 'text' | 'json' | 'markdown';

/** What is to be read; at most one of the two is given. */
export interface SelectionArguments {
  /** A file, or the name of a bundled catalog. */
  readonly catalog?: string | undefined;
  /** Patterns as in Meltano's `select`; empty: none were given. */
  readonly select: readonly string[];
}

/** Files that tell of a sync. */
export interface DocumentArguments {
  /** For machines, JSON. */
  readonly summary: string | undefined;
  /** For people, HTML. */
  readonly report: string | undefined;
}

/** A folder of a call a file. */
export interface RecordArguments {
  /** It is there, and empty. */
  readonly record?: string | undefined;
}

/** What the user asked of the tap. */
export interface TapArguments extends SelectionArguments, DocumentArguments, RecordArguments {
  readonly config: readonly string[];
  readonly state: string | undefined;
  /** Of `--shard`; undefined: the setting counts. */
  readonly shard: Shard | undefined;
  readonly discover: boolean;
  readonly about: boolean;
  readonly estimate: boolean;
  /** Into how many shards `plan` divides the sync; undefined: no plan was asked for. */
  readonly shards: number | undefined;
  /** On how many organizations each endpoint is tried; undefined: no check was asked for. */
  readonly test: 'one' | 'all' | undefined;
  readonly format: OutputFormat;
  readonly logFormat: LogFormat | undefined;
  readonly logLevel: LogLevel | undefined;
}

/** What a sync is asked where nothing is said. */
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

/** What `tap-linkedin-pages login` can be told. */
export interface LoginArguments extends SelectionArguments {
  /** In the order given; the last one that is a file gets the tokens. */
  readonly config: readonly string[];
  readonly port: number;
  /** Seconds. */
  readonly timeout: number;
  readonly 'no-browser': boolean;
}

/** What `tap-linkedin-pages probe` can be told. */
export interface ProbeArguments extends RecordArguments {
  readonly config: readonly string[];
  /** URN of the page to ask about. */
  readonly organization?: string | undefined;
  readonly format: 'text' | 'json';
  readonly logFormat?: LogFormat | undefined;
  readonly logLevel?: LogLevel | undefined;
}
