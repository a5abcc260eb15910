import type { OrganizationOption, SandboxOptions } from '../options.js';
import { ageOf, DAY, parseDay, RESTATED_DAYS } from './days.js';
import { hash } from './hash.js';

/** What the numbers of a page are computed from. */
export interface Page {
  readonly id: number;
  readonly seed: number;
  /** Followers on the reference day. */
  readonly followers: number;
  readonly inactive: boolean;
  /** Posts at the start of the reference day. */
  readonly posts: number;
  /** Maximum comments (not counting replies) and maximum reactions per post. */
  readonly comments: number;
  readonly reactions: number;
}

/** The day on which a page has the followers and posts given in its options. */
export const REFERENCE_DAY = parseDay('2026-11-22');

/** When numbers are looked at, and whether recent ones differ from their final values. */
export interface Moment {
  readonly now: number;
  readonly restate: boolean;
}

export function makePage(option: OrganizationOption, options: SandboxOptions): Page {
  const { seed } = options;
  const followers = option.followers ?? 60 + (hash(seed, option.id, 11) % 9_000);
  const inactive = option.inactive === true || followers === 0;
  return {
    id: option.id,
    seed,
    followers: inactive ? 0 : followers,
    inactive,
    posts: inactive ? 0 : (option.posts ?? options.postsPerOrganization),
    comments: options.commentsPerPost,
    reactions: options.reactionsPerPost,
  };
}

/**
 * The fraction of a day's final numbers that is served: part of today, and slightly less than all for a week after a
 * day.
 */
export function computeKnownPart(day: number, { now, restate }: Moment): number {
  const age = ageOf(day, now);
  if (age >= RESTATED_DAYS) return 1;
  const passed = age < 0 ? Math.max(0, now - day * DAY) / DAY : 1;
  return passed * (restate ? 1 - 0.03 * (RESTATED_DAYS - age) : 1);
}
