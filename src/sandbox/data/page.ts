import type { OrganizationOption } from '../options.js';
import { hash } from './hash.js';

/** What the numbers of a page follow from. */
export interface Page {
  readonly id: number;
  readonly seed: number;
  /** Followers on the reference day, 2026-11-22. */
  readonly followers: number;
  readonly inactive: boolean;
}

/** When numbers are looked at, and whether young ones differ from what they will become. */
export interface Moment {
  readonly now: number;
  readonly restate: boolean;
}

export function makePage(option: OrganizationOption, seed: number): Page {
  const inactive = option.inactive ?? false;
  const followers = option.followers ?? 60 + (hash(seed, option.id, 11) % 9_000);
  return { id: option.id, seed, followers: inactive ? 0 : followers, inactive: inactive || followers === 0 };
}
