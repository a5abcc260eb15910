import type { LogFormat, LogLevel } from '../log/logger.js';

export type OutputFormat = 'text' | 'json' | 'markdown';

/** What the user asked of the tap. */
export interface TapArguments {
  readonly config: readonly string[];
  readonly catalog: string | undefined;
  readonly state: string | undefined;
  readonly discover: boolean;
  readonly about: boolean;
  readonly estimate: boolean;
  /** On how many organizations each endpoint is tried; undefined: no check was asked for. */
  readonly test: 'one' | 'all' | undefined;
  readonly format: OutputFormat;
  readonly logFormat: LogFormat | undefined;
  readonly logLevel: LogLevel | undefined;
}

/** What `tap-linkedin-pages login` can be told. */
export interface LoginArguments {
  /** In the order given; the last one that is a file gets the tokens. */
  readonly config: readonly string[];
  readonly catalog?: string | undefined;
  readonly port: number;
  /** Seconds. */
  readonly timeout: number;
  readonly 'no-browser': boolean;
}
