import { ageOf, RESTATED_DAYS, toDay, type Span } from './days.js';
import { hash } from './hash.js';
import { REFERENCE_DAY, type Moment, type Page } from './page.js';

export interface FollowerGains {
  readonly organicFollowerGain: number;
  readonly paidFollowerGain: number;
}

/** Followers at the end of a day. In closed form: the gains between two days add up to the difference in level. */
export function computeLevel(page: Page, day: number): number {
  if (page.inactive) return 0;
  const growth = 0.05 + (hash(page.seed, page.id, 31) % 100) / 400;
  // Wide enough for some days to lose followers.
  const swing = 2 + Math.ceil((page.followers * growth) / 120);
  const jitter = (onDay: number): number => hash(page.seed, page.id, onDay, 32) % swing;
  const trend = page.followers * Math.exp((growth * (day - REFERENCE_DAY)) / 365);
  return Math.max(1, Math.round(trend) + jitter(day) - jitter(REFERENCE_DAY));
}

/** Current followers, as in networkSizes. */
export function computeTotal(page: Page, now: number): number {
  return computeLevel(page, toDay(now));
}

/** A day's final follower gains. */
export function computeFinalGains(page: Page, day: number): FollowerGains {
  const paid = page.inactive ? 0 : hash(page.seed, page.id, day, 33) % 9;
  return {
    organicFollowerGain: computeLevel(page, day) - computeLevel(page, day - 1),
    paidFollowerGain: paid < 6 ? 0 : paid - 5,
  };
}

/** A day's gains as served at a moment: some follows of the last days are counted late. A quiet day stays quiet. */
export function computeGains(page: Page, day: number, { now, restate }: Moment): FollowerGains {
  const final = computeFinalGains(page, day);
  const age = ageOf(day, now);
  if (!restate || age >= RESTATED_DAYS || isQuiet(final)) return final;
  const late = 1 + (hash(page.seed, page.id, day, 34) % 4);
  const missing = Math.ceil((late * (RESTATED_DAYS - age)) / RESTATED_DAYS);
  return { ...final, organicFollowerGain: final.organicFollowerGain - missing };
}

export function sumGains(page: Page, { start, end }: Span, moment: Moment): FollowerGains {
  if (end - start === 1) return computeGains(page, start, moment);
  const sum = { organicFollowerGain: 0, paidFollowerGain: 0 };
  for (let day = start; day < end; day++) {
    const gains = computeGains(page, day, moment);
    sum.organicFollowerGain += gains.organicFollowerGain;
    sum.paidFollowerGain += gains.paidFollowerGain;
  }
  return sum;
}

export function isQuiet(gains: FollowerGains): boolean {
  return gains.organicFollowerGain === 0 && gains.paidFollowerGain === 0;
}
