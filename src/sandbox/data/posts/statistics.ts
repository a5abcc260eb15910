import { DAY, findFirstDay } from '../days.js';
import { hash } from '../hash.js';
import { computeEngagement } from '../shares.js';
import { countComments } from '../social/comments.js';
import { listReactions } from '../social/reactions.js';
import type { ShareStatistics } from '../statistics.js';
import { computePublication, type Place } from './feed.js';
import { kindOf } from './kinds.js';

/** Days in which a post reaches two-thirds of its readers. */
const FADING = 5;

/**
 * Share statistics of one post; undefined if it had no activity or is too old. LinkedIn leaves out posts without
 * activity, and looks back only twelve months (share-statistics, read 2026-11-22).
 */
export function computePostStatistics(place: Place): ShareStatistics | undefined {
  const { feed, index } = place;
  const { seed, id, followers } = feed.page;
  const published = computePublication(feed.page, index);
  if (kindOf(index).quiet || published < findFirstDay(feed.now) * DAY) return undefined;
  const draw = (salt: number): number => hash(seed, id, index, salt) / 2 ** 32;
  const seen = 1 - Math.exp((published - feed.now) / (FADING * DAY));
  const impressionCount = Math.floor((20 + followers * (0.1 + 0.4 * draw(221))) * seen);
  if (impressionCount === 0) return undefined;
  const likeCount = listReactions({ place }).length;
  const counts = {
    uniqueImpressionsCount: Math.ceil(impressionCount * 0.66),
    shareCount: Math.floor(impressionCount * 0.004 * draw(222)),
    clickCount: Math.floor(impressionCount * 0.08 * draw(223)),
    // Minus a like first given on the sponsored variant and later taken back.
    likeCount: index % 24 === 20 ? likeCount - 1 : likeCount,
    impressionCount,
    commentCount: countComments(place).count,
  };
  return { ...counts, engagement: computeEngagement(counts) };
}
