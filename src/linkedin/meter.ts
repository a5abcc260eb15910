import type { Logger, Metric } from '../log/logger.js';
import type { ApiRequest } from './api-request.js';

/** Calls sent in this run. Each try counts; calls to the token endpoint do not. */
export interface CallCounts {
  readonly total: number;
  readonly byResource: ReadonlyMap<string, number>;
  readonly byStream: ReadonlyMap<string, number>;
  /** Calls to the token endpoint and its introspection, which the other counts leave out. */
  readonly forTokens: number;
}

export interface Meter {
  readonly counts: CallCounts;
  /** A call is about to be sent. */
  sent(request: Called): void;
  /** A call for a token is about to be sent. */
  readonly sentForToken: () => void;
  /** `status` is null where no whole answer came. */
  ended(request: Called, outcome: { status: number | null; seconds: number }): void;
  /** Logs what was gathered since the last report. */
  readonly report: () => void;
}

type Called = Pick<ApiRequest, 'resource' | 'stream'>;

interface Tally {
  readonly tags: Metric['tags'];
  count: number;
  seconds: number;
}

/**
 * Collects Singer's HTTP metrics, one line for each endpoint and status rather than for each call: `http_request_count`
 * is the number of calls, `http_request_duration` their mean in seconds.
 */
export function createMeter(logger: Pick<Logger, 'metric'>): Meter {
  let total = 0;
  let forTokens = 0;
  const byResource = new Map<string, number>();
  const byStream = new Map<string, number>();
  const tallies = new Map<string, Tally>();

  return {
    counts: {
      get total() {
        return total;
      },
      byResource,
      byStream,
      get forTokens() {
        return forTokens;
      },
    },
    sent({ resource, stream }) {
      total += 1;
      increment(byResource, resource);
      if (stream !== undefined) increment(byStream, stream);
    },
    sentForToken() {
      forTokens += 1;
    },
    ended({ resource, stream }, { status, seconds }) {
      const key = `${stream} ${resource} ${status}`;
      const tally = tallies.get(key) ?? {
        tags: { ...(stream && { stream }), ...tagsOf(resource, status) },
        count: 0,
        seconds: 0,
      };
      tally.count += 1;
      tally.seconds += seconds;
      tallies.set(key, tally);
    },
    report() {
      for (const { tags, count, seconds } of tallies.values()) {
        const mean = Number((seconds / count).toFixed(6));
        logger.metric({ type: 'counter', metric: 'http_request_count', value: count, tags });
        logger.metric({ type: 'timer', metric: 'http_request_duration', value: mean, tags });
      }
      tallies.clear();
    },
  };
}

function increment(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function tagsOf(endpoint: string, status: number | null): Metric['tags'] {
  const outcome = status !== null && status < 400 ? 'succeeded' : 'failed';
  return status === null ? { endpoint, status: outcome } : { endpoint, http_status_code: status, status: outcome };
}
