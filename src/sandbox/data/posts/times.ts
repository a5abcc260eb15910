import { DAY } from '../days.js';
import { hash } from '../hash.js';
import { REFERENCE_DAY, type Page } from '../page.js';

/** Time over which the posts of the reference day are spread. */
const SPAN = 3 * 365 * DAY;
/** Most time between the newest posts; new ones appear at that pace. */
const SLOWEST_PACE = 3 * DAY;
/** A post can be read so long after its creation: by then it is published. */
const SETTLING = 1000;

/**
 * When a post was created, epoch milliseconds. Posts are numbered by age, the oldest is 0; the newest are the densest.
 * A closed form, so that of ten thousand posts only those are computed that somebody asks for.
 */
export function computeCreation(page: Page, index: number): number {
  const { seed, id, posts } = page;
  const pace = computePace(page);
  const age = posts - index;
  const stretch = age > 0 ? 1 + ((SPAN / (pace * posts) - 1) * (age - 1)) / posts : 1;
  const jitter = 0.4 + (0.6 * hash(seed, id, index, 201)) / 2 ** 32;
  return Math.floor(REFERENCE_DAY * DAY - pace * (age * stretch - jitter));
}

/** Posts that can be read at a moment, drafts and deleted ones among them. */
export function countPosts(page: Page, now: number): number {
  if (page.posts === 0) return 0;
  const since = Math.max(0, now - REFERENCE_DAY * DAY);
  const most = page.posts + Math.ceil(since / computePace(page)) + 1;
  return countWhile(most, (index) => computeCreation(page, index) + SETTLING <= now);
}

/** Time between the newest posts. */
function computePace({ posts }: Page): number {
  return Math.min(SLOWEST_PACE, SPAN / (2 * posts));
}

/** Number of the post created at that very millisecond; undefined where there is none among the first `count`. */
export function findByCreation(page: Page, time: number, count: number): number | undefined {
  const index = countWhile(count, (earlier) => computeCreation(page, earlier) < time);
  return index < count && computeCreation(page, index) === time ? index : undefined;
}

/** How many of the numbers from 0 up to `end` come before the first for which it holds no more. */
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
