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
  /** What it is asked about: nothing, organizations, posts, or what other answers mention. */
  readonly per: StreamEntry['source']['per'];
  readonly replication: StreamEntry['replication']['kind'];
  /** Whether it has a record for each day or month. */
  readonly isOfDays: boolean;
  /** Calls made for it; of streams that share calls, the first one has them. */
  readonly calls: number;
  /** Latest end of a day or month that came, epoch milliseconds; null: none, or no stream of days. */
  readonly newestEnd: number | null;
  /** Something of it failed, so that the run did. */
  readonly isFaulty: boolean;
  /** Organizations that failed or were refused, and those left to the next run. */
  readonly failed: number;
  readonly left: number;
  /** What was not there to read without that being a failure, with its number. */
  readonly notes: ReadonlyMap<string, number>;
}

/** What went wrong by one cause. */
export interface FaultSummary extends Omit<CauseFacts, 'error' | 'level'> {
  /** `limit`: a daily limit or a budget; `critical`: it ended the run. */
  readonly level: CauseFacts['level'] | 'limit' | 'critical';
  readonly code: string;
  readonly message: string;
  /** What the user can do about it; empty: the message says it. */
  readonly remedy: string;
  /** LinkedIn's resource, where it was one's. */
  readonly resource: string | null;
}

/** What one run came to. It does not change any more. Instants are epoch milliseconds. */
export interface RunSummary {
  /** The run's clock, which says what day it is. */
  readonly now: number;
  readonly seconds: number;
  /** The days that time-bound streams were to read. */
  readonly span: Omit<WindowQuestion, 'bookmark'>;
  /** All there was to read was asked for, whatever the answers. */
  readonly isComplete: boolean;
  readonly streams: readonly StreamSummary[];
  /** URNs, in the order of the settings, or LinkedIn's; empty where the run ended before they were known. */
  readonly organizations: readonly string[];
  /** What LinkedIn calls an organization; null where no selected stream shows it. */
  readonly nameOf: (organization: string) => string | null;
  /** null: the stream is about no organization. */
  readonly fateOf: (stream: string, organization: string) => Fate | null;
  /** Of streams of days; null for others, and where reading did not begin. */
  readonly coverageOf: (stream: string, organization: string) => Coverage | null;
  /** Of incremental streams, before and after the run; null for others, and where reading did not begin. */
  readonly bookmarksOf: (stream: string, organization: string) => BookmarkMove | null;
  /** In the order in which they came up: warnings, errors, limits, and what ended the run. */
  readonly faults: readonly FaultSummary[];
  readonly calls: Omit<CallCounts, 'byStream'> & {
    /** What `max_calls` allows in the whole run, and of single resources. */
    readonly max: number | null;
    readonly maxByResource: ReadonlyMap<string, number>;
    /** Tries that were followed by another, and the seconds waited before these, side by side or not. */
    readonly retries: number;
    readonly waitedSeconds: number;
  };
  /** Resources whose daily limit was met. */
  readonly limited: readonly string[];
  /** When a run can go on where a limit ended this one: 00:00 UTC, when LinkedIn's limits begin anew; null: no limit did. */
  readonly resumeAfter: number | null;
  readonly token: TokenFacts & { readonly kind: 'access_token' | 'oauth' };
}

export interface BookmarkMove {
  readonly before: number | null;
  readonly after: number | null;
}
