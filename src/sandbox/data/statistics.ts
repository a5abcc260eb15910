import type { World } from '../world.js';
import { DAY, findFirstDay, toDay, type Span } from './days.js';
import { computeFacets } from './facets.js';
import { isQuiet, sumGains, type FollowerGains } from './followers.js';
import { hash } from './hash.js';
import type { Moment, Page } from './page.js';
import { computeEngagement, sumShares, type ShareCounts } from './shares.js';

/** `totalShareStatistics` of a span, or of a lifetime. */
export interface ShareStatistics extends Omit<ShareCounts, 'uniqueImpressionsCount'> {
  readonly uniqueImpressionsCount?: number;
  readonly engagement: number;
  /** Lifetime only. */
  readonly shareMentionsCount?: number;
  readonly commentMentionsCount?: number;
}

/** One kind of a page's statistics, as seen at one moment. */
export interface View {
  readonly page: Page;
  readonly moment: Moment;
  /** The days that are served. */
  readonly served: Span;
  readonly omitEmptyDays: boolean;
  readonly omitUniqueImpressions: boolean;
  readonly pageViewsOld: boolean;
  readonly pageClicksOld: boolean;
}

export const FOLLOWER_STATISTICS = 'organizationalEntityFollowerStatistics';
export const SHARE_STATISTICS = 'organizationalEntityShareStatistics';
export const PAGE_STATISTICS = 'organizationPageStatistics';

/**
 * Followers are served two days late: on 31 December the last day is the 29th (follower-statistics, read 2026-11-22).
 * For the other statistics the last day is today.
 */
export function openView(world: World, page: Page, resource: string): View {
  const { options } = world;
  const moment = { now: world.now(), restate: options.restate };
  const end = toDay(moment.now) + (resource === FOLLOWER_STATISTICS ? -1 : 1) - world.lateDays(page.id, resource);
  const months = resource === PAGE_STATISTICS ? options.pageMonths : 12;
  return { ...options, page, moment, served: { start: findFirstDay(moment.now, months), end } };
}

/** Follower gains of a day, week or month as served now; undefined if any of its days is not served. */
export function serveGains({ page, moment, served, omitEmptyDays }: View, span: Span): FollowerGains | undefined {
  if (span.start < served.start || span.end > served.end) return undefined;
  const gains = sumGains(page, span, moment);
  return omitEmptyDays && isQuiet(gains) ? undefined : gains;
}

/** Share statistics of a day or month as served now; the current one is served up to now. */
export function serveShares(view: View, span: Span): ShareStatistics | undefined {
  const { page, moment, served } = view;
  if (span.start < served.start || span.start >= served.end) return undefined;
  const counts = sumShares(page, { start: span.start, end: Math.min(span.end, served.end) }, moment);
  if (view.omitEmptyDays && counts.impressionCount === 0) return undefined;
  // Written out: object spreads over a year of days would take longer than the rest of the answer.
  const statistics = {
    uniqueImpressionsCount: counts.uniqueImpressionsCount,
    shareCount: counts.shareCount,
    engagement: computeEngagement(counts),
    clickCount: counts.clickCount,
    likeCount: counts.likeCount,
    impressionCount: counts.impressionCount,
    commentCount: counts.commentCount,
  };
  if (!view.omitUniqueImpressions || hash(page.seed, page.id, span.start, 61) % 4 > 0) return statistics;
  const { uniqueImpressionsCount: _, ...others } = statistics;
  return others;
}

/** Lifetime share statistics: the twelve months that LinkedIn looks back, and mentions. */
export function serveLifetimeShares({ page, moment, served }: View): ShareStatistics {
  const counts = sumShares(page, served, moment);
  return {
    ...counts,
    engagement: computeEngagement(counts),
    shareMentionsCount: Math.floor(counts.shareCount / 9),
    commentMentionsCount: Math.floor(counts.commentCount / 7),
  };
}

/** The element of the lifetime follower statistics. */
export function serveLifetimeFollowers({ page, moment }: View): Record<string, unknown> {
  return { organizationalEntity: `urn:li:organization:${page.id}`, ...computeFacets(page, moment.now) };
}

/** A span as LinkedIn writes it, in epoch milliseconds. */
export function toTimeRange({ start, end }: Span): { readonly start: number; readonly end: number } {
  return { start: start * DAY, end: end * DAY };
}
