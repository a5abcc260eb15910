import type { TokenFacts } from '../../linkedin/auth.js';
import type { CallCounts } from '../../linkedin/meter.js';
import type { StreamEntry } from '../../streams/entry.js';
import type { WindowQuestion } from '../window.js';
import type { CauseFacts } from './causes.js';
import type { Coverage } from './coverage.js';
import type { Fate } from './ledger.js';
import type { StreamReport } from './report.js';

/** One stream of the run. */
export interface StreamSummary extends Pick<StreamReport, 'name' | 'records' | 'seconds' | 'selectedByDefault'> {
  /** What its calls are about: nothing, organizations, posts, or what other answers mention. */
  readonly per: StreamEntry['source']['per'];
  readonly replication: StreamEntry['replication']['kind'];
  /** Whether it has a record for each day or month. */
  readonly isOfDays: boolean;
  /** Calls made for it; those that several streams share count for the first one. */
  readonly calls: number;
  /** Latest end of a day or month received, epoch milliseconds; null: none, or not a stream of days. */
  readonly newestEnd: number | null;
  /** Whether a failure of it made the run fail. */
  readonly isFaulty: boolean;
  /** Number of organizations that failed or were refused; `left`: of those left to the next run. */
  readonly failed: number;
  readonly left: number;
  /** How many items brought nothing, by what became of them. */
  readonly notes: ReadonlyMap<string, number>;
}

/** One cause, and what went wrong because of it. */
export interface FaultSummary extends Omit<CauseFacts, 'error' | 'level'> {
  /** `limit`: a daily limit or a budget; `critical`: it ended the run. */
  readonly level: CauseFacts['level'] | 'limit' | 'critical';
  readonly code: string;
  readonly message: string;
  /** What the user can do about it; empty: the message says it. */
  readonly remedy: string;
  /** LinkedIn's resource, if a call to one failed. */
  readonly resource: string | null;
}

/** The outcome of one run, which no longer changes. Instants are epoch milliseconds. */
export interface RunSummary {
  /** The run's clock, which says what day it is. */
  readonly now: number;
  readonly seconds: number;
  /** The days that time-bound streams were to read. */
  readonly span: Omit<WindowQuestion, 'bookmark'>;
  /** Everything there was to read was asked for, whatever the answers. */
  readonly isComplete: boolean;
  readonly streams: readonly StreamSummary[];
  /** URNs, in the order of the settings, or LinkedIn's; empty if the run ended before they were known. */
  readonly organizations: readonly string[];
  /** LinkedIn's name of an organization; null if no selected stream has it. */
  readonly nameOf: (organization: string) => string | null;
  /** null: the stream is about no organization. */
  readonly fateOf: (stream: string, organization: string) => Fate | null;
  /** For streams of days; null for others, and where reading did not begin. */
  readonly coverageOf: (stream: string, organization: string) => Coverage | null;
  /** For incremental streams, before and after the run; null for others, and where reading did not begin. */
  readonly bookmarksOf: (stream: string, organization: string) => BookmarkMove | null;
  /** In the order in which they came up: warnings, errors, limits, and what ended the run. */
  readonly faults: readonly FaultSummary[];
  readonly calls: Omit<CallCounts, 'byStream'> & {
    /** What `max_calls` allows for the whole run, and for single resources. */
    readonly max: number | null;
    readonly maxByResource: ReadonlyMap<string, number>;
    /** Number of retries, and the sum of the seconds waited before them, even where waits overlapped. */
    readonly retries: number;
    readonly waitedSeconds: number;
  };
  /** Resources whose daily limit was met. */
  readonly limited: readonly string[];
  /**
   * When the next run can go on if a limit ended this one: 00:00 UTC, when LinkedIn's limits are reset; null: no limit
   * did.
   */
  readonly resumeAfter: number | null;
  readonly token: TokenFacts & { readonly kind: 'access_token' | 'oauth' };
}

export interface BookmarkMove {
  readonly before: number | null;
  readonly after: number | null;
}
