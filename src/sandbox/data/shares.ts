import type { Span } from './days.js';
import { createDraw, hash } from './hash.js';
import { computeKnownPart, type Moment, type Page } from './page.js';

export interface ShareCounts {
  readonly impressionCount: number;
  readonly uniqueImpressionsCount: number;
  readonly clickCount: number;
  readonly likeCount: number;
  readonly commentCount: number;
  readonly shareCount: number;
}

const NOTHING: ShareCounts = {
  impressionCount: 0,
  uniqueImpressionsCount: 0,
  clickCount: 0,
  likeCount: 0,
  commentCount: 0,
  shareCount: 0,
};

/** A day's final share statistics. */
export function computeFinalShares(page: Page, day: number): ShareCounts {
  if (page.inactive) return NOTHING;
  const draw = createDraw(hash(page.seed, page.id, day, 21));
  const kind = draw();
  if (kind < 0.08) return NOTHING;
  // A few members who click often: engagement is 1 or more, sometimes a whole number.
  if (kind < 0.12) return computeHandful(draw);
  const weekend = (day + 4) % 7 === 0 || (day + 4) % 7 === 6;
  const impressionCount = Math.ceil(Math.max(12, page.followers * 0.08) * (0.5 + draw()) * (weekend ? 0.4 : 1));
  return {
    impressionCount,
    uniqueImpressionsCount: Math.ceil(impressionCount * (0.55 + 0.2 * draw())),
    clickCount: Math.floor(impressionCount * (0.01 + 0.05 * draw())),
    // Taking back a like first given on the sponsored variant counts as -1 (share-statistics, 2026-11-22).
    likeCount: kind < 0.15 ? -1 : Math.floor(impressionCount * 0.025 * draw()),
    commentCount: Math.floor(impressionCount * 0.004 * draw() + draw()),
    shareCount: Math.floor(impressionCount * 0.002 * draw() + 0.6 * draw()),
  };
}

function computeHandful(draw: () => number): ShareCounts {
  const impressionCount = 2 + Math.floor(draw() * 4);
  const clickCount = Math.ceil(impressionCount * (1 + draw() * 3));
  return { ...NOTHING, impressionCount, uniqueImpressionsCount: 1, clickCount, likeCount: draw() < 0.5 ? 1 : 0 };
}

/** A day's counts as served at a moment: part of today, and less than the final values for a week after a day. */
export function computeShares(page: Page, day: number, moment: Moment): ShareCounts {
  const final = computeFinalShares(page, day);
  const known = computeKnownPart(day, moment);
  if (known === 1 || final === NOTHING) return final;
  const scale = (count: number): number => (count < 0 ? count : Math.floor(count * known));
  return {
    impressionCount: scale(final.impressionCount),
    uniqueImpressionsCount: scale(final.uniqueImpressionsCount),
    clickCount: scale(final.clickCount),
    likeCount: scale(final.likeCount),
    commentCount: scale(final.commentCount),
    shareCount: scale(final.shareCount),
  };
}

export function sumShares(page: Page, { start, end }: Span, moment: Moment): ShareCounts {
  if (end - start === 1) return computeShares(page, start, moment);
  const sum = { ...NOTHING };
  for (let day = start; day < end; day++) {
    const counts = computeShares(page, day, moment);
    sum.impressionCount += counts.impressionCount;
    sum.uniqueImpressionsCount += counts.uniqueImpressionsCount;
    sum.clickCount += counts.clickCount;
    sum.likeCount += counts.likeCount;
    sum.commentCount += counts.commentCount;
    sum.shareCount += counts.shareCount;
  }
  // Members who come on several days count only once.
  sum.uniqueImpressionsCount = Math.ceil(sum.uniqueImpressionsCount * 0.8);
  return sum;
}

/** `(clicks + likes + comments + shares) / impressions`, 0 if there are no impressions. */
export function computeEngagement(counts: ShareCounts): number {
  if (counts.impressionCount === 0) return 0;
  return (counts.clickCount + counts.likeCount + counts.commentCount + counts.shareCount) / counts.impressionCount;
}
