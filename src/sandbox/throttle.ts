import { toDay } from './data/days.js';
import { refuse } from './http/answer.js';
import type { Quota, SandboxOptions } from './options.js';

/** LinkedIn's two ways of refusing too many calls: daily quotas, and protection against bursts. */
export interface Throttle {
  /** Counts one call, whatever becomes of it, and refuses it where a limit is passed. */
  count(resource: string): void;
  /** Starts the burst that the options tell. */
  startBurst(): void;
}

/**
 * Of a development-tier app, all of its calls together (one public report, read 2026-11-22). The app's own 500 are out
 * of reach for the one member of the sandbox.
 */
const DEVELOPMENT_QUOTA: Quota = { member: 100 };

const ALL = '*';

export function createThrottle(readOptions: () => SandboxOptions, clock: () => number): Throttle {
  let today = toDay(clock());
  const counts = new Map<string, number>();
  const burst = { calls: 0, until: 0 };

  const increment = (key: string): number => {
    const counted = (counts.get(key) ?? 0) + 1;
    counts.set(key, counted);
    return counted;
  };

  return {
    count(resource) {
      const { quota, tier } = readOptions();
      if (toDay(clock()) !== today) counts.clear();
      today = toDay(clock());
      const calls = increment(resource);
      const all = increment(ALL);
      checkBurst(burst, readOptions().burst?.retryAfter);
      checkQuota(calls, quota[resource] ?? quota[ALL]);
      if (tier === 'development') checkQuota(all, DEVELOPMENT_QUOTA);
    },
    startBurst() {
      const given = readOptions().burst;
      burst.calls = given?.calls ?? 0;
      burst.until = Date.now() + (given?.ms ?? 0);
    },
  };
}

function checkBurst(burst: { calls: number; until: number }, retryAfter: number | undefined): void {
  if (burst.calls > 0) burst.calls--;
  else if (Date.now() >= burst.until) return;
  throw refuse(429, 'Too many requests in a short time, please slow down.', {
    serviceErrorCode: 101,
    code: 'TOO_MANY_REQUESTS',
    ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
  });
}

/** One app and one member use the sandbox, so that both counters are the same number. */
function checkQuota(calls: number, quota: Quota | null | undefined): void {
  const passed = (limit: number | undefined): boolean => limit !== undefined && calls > limit;
  if (!passed(quota?.app) && !passed(quota?.member)) return;
  const level = passed(quota?.member) ? 'APPLICATION_AND_MEMBER' : 'APPLICATION';
  throw refuse(429, `Resource level throttle ${level} DAY limit for calls to this resource is reached.`, {
    serviceErrorCode: 101,
    code: 'TOO_MANY_REQUESTS',
  });
}
