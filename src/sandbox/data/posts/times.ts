import { DAY } from '../days.js';
import { hash } from '../hash.js';
import { REFERENCE_DAY, type Page } from '../page.js';

/** Time over which the posts before the reference day are spread. */
const SPAN = 3 * 365 * DAY;
/** Longest time between the newest posts. */
const SLOWEST_PACE = 3 * DAY;
/** How long after its creation a post becomes readable: it is published by then. */
const SETTLING = 1000;

/**
 * When a post was created, in epoch milliseconds. Posts are numbered by age, from the oldest, 0; the newest are the
 * densest. In closed form, so that of ten thousand posts only the requested ones are computed.
 */
export function computeCreation(page: Page, index: number): number {
  const { seed, id, posts } = page;
  const pace = computePace(page);
  const age = posts - index;
  const stretch = age > 0 ? 1 + ((SPAN / (pace * posts) - 1) * (age - 1)) / posts : 1;
  const jitter = 0.4 + (0.6 * hash(seed, id, index, 201)) / 2 ** 32;
  return Math.floor(REFERENCE_DAY * DAY - pace * (age * stretch - jitter));
}

/** Posts that can be read at a moment, including drafts and deleted ones. */
export function countPosts(page: Page, now: number): number {
  if (page.posts === 0) return 0;
  const since = Math.max(0, now - REFERENCE_DAY * DAY);
  const most = page.posts + Math.ceil(since / computePace(page)) + 1;
  return countWhile(most, (index) => computeCreation(page, index) + SETTLING <= now);
}

/** Time between the newest posts, and those to come. */
function computePace({ posts }: Page): number {
  return Math.min(SLOWEST_PACE, SPAN / (2 * posts));
}

/** Number of the post created at exactly this millisecond; undefined if none of the first `count` was. */
export function findByCreation(page: Page, time: number, count: number): number | undefined {
  const index = countWhile(count, (earlier) => computeCreation(page, earlier) < time);
  return index < count && computeCreation(page, index) === time ? index : undefined;
}

/** How many numbers, counted from 0 and below `end`, satisfy `holds`, which must not hold again once it has failed. */
export function countWhile(end: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
