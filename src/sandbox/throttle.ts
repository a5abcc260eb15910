import { toDay } from './data/days.js';
import { refuse } from './http/answer.js';
import type { Quota, SandboxOptions } from './options.js';

/** LinkedIn's two ways to refuse too many calls: daily quotas, and burst protection. */
export interface Throttle {
  /** Counts a call, even one that will fail, and refuses it if it exceeds a limit. */
  count(resource: string): void;
  /** Starts the burst set in the options. */
  startBurst(): void;
}

/**
 * Daily quota of a development-tier app, all resources together (one public report, read 2026-11-22). The app-wide
 * limit of 500 is out of reach for the sandbox's single member.
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

/** The sandbox has a single app and a single member, so both counters are the same. */
function checkQuota(calls: number, quota: Quota | null | undefined): void {
  const passed = (limit: number | undefined): boolean => limit !== undefined && calls > limit;
  if (!passed(quota?.app) && !passed(quota?.member)) return;
  const level = passed(quota?.member) ? 'APPLICATION_AND_MEMBER' : 'APPLICATION';
  throw refuse(429, `Resource level throttle ${level} DAY limit for calls to this resource is reached.`, {
    serviceErrorCode: 101,
    code: 'TOO_MANY_REQUESTS',
  });
}
