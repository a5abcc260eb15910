import type { Settings } from '../generated/config.js';

/** How the tap proves who it is. */
export type Credentials =
  | {
      readonly kind: 'access_token';
      readonly accessToken: string;
      readonly clientId?: string;
      readonly clientSecret?: string;
    }
  | { readonly kind: 'oauth'; readonly clientId: string; readonly clientSecret: string; readonly refreshToken: string };

/** How members are replaced, by a hash or by null; `key` makes the hashes hard to reverse. */
export interface MemberData {
  readonly mode: 'hash' | 'drop';
  readonly key: string | null;
}

/** A proxy for calls to other hosts. */
export interface Proxy {
  /** Without credentials, so it is safe to print. */
  readonly url: string;
  /** `user:password`; null if it needs none. */
  readonly credentials: string | null;
  /** Hosts to call directly, as NO_PROXY lists them. */
  readonly exceptions: readonly string[];
}

/** How nested objects become columns. */
export interface Flattening {
  /** Joins the names that make up a column's name. */
  readonly separator: string;
  /** Levels of nested objects that become columns, 0: none; null: all. A deeper object becomes JSON text. */
  readonly maxDepth: number | null;
}

/** The number of requests that a run may send to single resources. */
export interface ResourceLimits {
  /** Limits by resource name. */
  readonly named: Readonly<Record<string, number>>;
  /** Limit of each other resource; null: no limit. */
  readonly others: number | null;
}

/** One of several runs that divide the organizations among them. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

export type Granularity = 'DAY' | 'MONTH';

/** A validated, frozen configuration: the meaning of one run's settings. Instants are epoch milliseconds. */
export interface Config {
  readonly credentials: Credentials;
  /**
   * `urn:li:organization:N`, without duplicates, in the given order; empty: every organization the member administers.
   */
  readonly organizations: readonly string[];
  /** Other organizations' pages whose followers are counted, in the same form; empty: none. */
  readonly benchmarkOrganizations: readonly string[];
  /** The part of the organizations to read in this run; null: all. */
  readonly shard: Shard | null;
  /** First day to read where there is no bookmark, at 00:00 UTC; null: `last run`, all that LinkedIn has. */
  readonly startDate: number | null;
  /** Exclusive end, at 00:00 UTC, never later than today. */
  readonly endDate: number;
  readonly timeGranularity: Granularity;
  readonly lookbackDays: number;
  readonly snapshotHistory: boolean;
  /** Whether facet rows get names even where the standardized-data streams are not selected. */
  readonly resolveNames: boolean;
  /** Locale of names in the standardized data: `en_US`. */
  readonly locale: string;
  readonly postsFullRefreshDays: number;
  readonly socialFullRefreshDays: number;
  /** Calendar months back from today, by a post's last change. */
  readonly socialWindowMonths: number;
  /** How members are replaced; null: they stay as they are. */
  readonly memberData: MemberData | null;
  readonly skipEmptyStreams: boolean;
  /** Text of every record's column `connection`; null: no such column. */
  readonly connectionName: string | null;
  /** null: nested objects stay as they are. */
  readonly flattening: Flattening | null;
  readonly linkedinVersion: string;
  /** Without a trailing slash. */
  readonly apiUrl: string;
  /** Without a trailing slash. */
  readonly oauthUrl: string;
  readonly maxConcurrency: number;
  /** Limit for the whole run; null: none. */
  readonly maxCalls: number | null;
  /** null: only the limit for the whole run applies. */
  readonly resourceLimits: ResourceLimits | null;
  readonly requestTimeoutMs: number;
  readonly maxTries: number;
  readonly retryWaitMs: number;
  readonly userAgent: string;
  /** null: info, or debug on a terminal. */
  readonly metricsLogLevel: NonNullable<Settings['metrics_log_level']> | null;
  /** null: direct connections only. */
  readonly proxy: Proxy | null;
  /** The instant that counts as now where days matter; null: the system's clock. */
  readonly now: number | null;
}
