import type { Logger, Metric } from '../log/logger.js';

/** How many calls were sent in this run; tries count, calls to the token endpoint do not. */
export interface CallCounts {
  readonly total: number;
  readonly byResource: ReadonlyMap<string, number>;
}

export interface Meter {
  readonly counts: CallCounts;
  /** A call is about to be sent. */
  sent(resource: string): void;
  /** `status` is null where no answer came. */
  ended(call: { resource: string; status: number | null; seconds: number }): void;
  /** Logs what has come together since the last report. */
  readonly report: () => void;
}

interface Tally {
  readonly tags: Metric['tags'];
  count: number;
  seconds: number;
}

/**
 * Singer's HTTP metrics, one line for each endpoint and status instead of one for each call: `http_request_count` is
 * the number of calls, `http_request_duration` their mean in seconds.
 */
export function createMeter(logger: Pick<Logger, 'metric'>): Meter {
  let total = 0;
  const byResource = new Map<string, number>();
  const tallies = new Map<string, Tally>();

  return {
    counts: {
      get total() {
        return total;
      },
      byResource,
    },
    sent(resource) {
      total += 1;
      byResource.set(resource, (byResource.get(resource) ?? 0) + 1);
    },
    ended({ resource, status, seconds }) {
      const key = `${resource} ${status}`;
      const tally = tallies.get(key) ?? { tags: tagsOf(resource, status), count: 0, seconds: 0 };
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

function tagsOf(endpoint: string, status: number | null): Metric['tags'] {
  const outcome = status !== null && status < 400 ? 'succeeded' : 'failed';
  return status === null ? { endpoint, status: outcome } : { endpoint, http_status_code: status, status: outcome };
}
