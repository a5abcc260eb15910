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

/** A hash in place of each member, or null; `key` is what makes the hashes hard to tell. */
export interface MemberData {
  readonly mode: 'hash' | 'drop';
  readonly key: string | null;
}

/** The way to hosts outside. */
export interface Proxy {
  /** Without credentials: safe to print. */
  readonly url: string;
  /** `user:password`; null where it wants none. */
  readonly credentials: string | null;
  /** Hosts that are called directly, as NO_PROXY lists them. */
  readonly exceptions: readonly string[];
}

/** How nested objects become columns. */
export interface Flattening {
  /** Stands between the names a column's name is made of. */
  readonly separator: string;
  /** How many levels of nested objects become columns, 0: none; null: all. An object further down becomes JSON text. */
  readonly maxDepth: number | null;
}

/** How many requests a run may send to single resources. */
export interface ResourceLimits {
  /** By the resource's name. */
  readonly named: Readonly<Record<string, number>>;
  /** To each other one; null: no limit. */
  readonly others: number | null;
}

/** One of several runs that share the organizations among them. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  readonly count: number;
}

export type Granularity = 'DAY' | 'MONTH';

/** A validated, frozen configuration: what the settings of one run come to. Instants are epoch milliseconds. */
export interface Config {
  readonly credentials: Credentials;
  /** `urn:li:organization:N`, doubles merged, order kept; empty: every organization the member administers. */
  readonly organizations: readonly string[];
  /** Pages of others whose followers are counted, in the same form; empty: none. */
  readonly benchmarkOrganizations: readonly string[];
  /** Which of the organizations are read in this run; null: all. */
  readonly shard: Shard | null;
  /** First day to read where there is no bookmark, at 00:00 UTC; null: `last run`, all that LinkedIn has. */
  readonly startDate: number | null;
  /** Exclusive end, at 00:00 UTC, never later than today. */
  readonly endDate: number;
  readonly timeGranularity: Granularity;
  readonly lookbackDays: number;
  readonly snapshotHistory: boolean;
  /** Facet rows get names even where the standardized-data streams are not selected. */
  readonly resolveNames: boolean;
  /** Of names in the standardized data: `en_US`. */
  readonly locale: string;
  readonly postsFullRefreshDays: number;
  readonly socialFullRefreshDays: number;
  /** Calendar months back from today, by the last change of a post. */
  readonly socialWindowMonths: number;
  /** What becomes of members; null: they stay as they are. */
  readonly memberData: MemberData | null;
  readonly skipEmptyStreams: boolean;
  /** What every record says in its column `connection`; null: there is none. */
  readonly connectionName: string | null;
  /** null: nested objects stay as they are. */
  readonly flattening: Flattening | null;
  readonly linkedinVersion: string;
  /** Without a trailing slash. */
  readonly apiUrl: string;
  /** Without a trailing slash. */
  readonly oauthUrl: string;
  readonly maxConcurrency: number;
  /** In the whole run; null: no limit. */
  readonly maxCalls: number | null;
  /** null: no limit but that of the whole run. */
  readonly resourceLimits: ResourceLimits | null;
  readonly requestTimeoutMs: number;
  readonly maxTries: number;
  readonly retryWaitMs: number;
  readonly userAgent: string;
  /** null: information, on a terminal for `debug` only. */
  readonly metricsLogLevel: NonNullable<Settings['metrics_log_level']> | null;
  /** null: no way but the direct one. */
  readonly proxy: Proxy | null;
  /** The instant taken as now where days are concerned; null: the system's clock. */
  readonly now: number | null;
}
