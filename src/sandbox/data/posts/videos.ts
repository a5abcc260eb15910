import { DateTime } from 'luxon';
import { toDay, type Span } from '../days.js';
import { hash } from '../hash.js';
import { computeKnownPart, type Moment } from '../page.js';
import { computePublication, type Place } from './feed.js';
import { kindOf } from './kinds.js';

export const VIDEO_STATISTICS = ['VIDEO_VIEW', 'VIEWER', 'TIME_WATCHED', 'TIME_WATCHED_FOR_VIDEO_VIEWS'] as const;
export type VideoStatistic = (typeof VIDEO_STATISTICS)[number];

/** Days in which a video loses two-thirds of its viewers. */
const FADING = 20;

export function isVideo({ index }: Place): boolean {
  return kindOf(index).content === 'video';
}

/**
 * The days for which a video statistic is served: all statistics except TIME_WATCHED are dropped after six months
 * (video-analytics-api, read 2026-11-22).
 */
export function listServed(place: Place, type: VideoStatistic): Span {
  const { page, now } = place.feed;
  const published = toDay(computePublication(page, place.index));
  const sixMonthsAgo = toDay(DateTime.fromMillis(now, { zone: 'utc' }).startOf('day').minus({ months: 6 }).toMillis());
  return { start: type === 'TIME_WATCHED' ? published : Math.max(published, sixMonthsAgo), end: toDay(now) + 1 };
}

/** A video statistic over some days, as served at a moment: plays, viewers or milliseconds. */
export function sumVideo(place: Place, type: VideoStatistic, { span, moment }: { span: Span; moment: Moment }): number {
  const served = listServed(place, type);
  let sum = 0;
  for (let day = Math.max(span.start, served.start); day < Math.min(span.end, served.end); day++) {
    sum += Math.floor(computeVideoDay(place, type, day) * computeKnownPart(day, moment));
  }
  return sum;
}

function computeVideoDay(place: Place, type: VideoStatistic, day: number): number {
  const plays = computePlays(place, day);
  const { seed, id } = place.feed.page;
  const watched = plays * (4_000 + (hash(seed, id, place.index, day, 231) % 9_000));
  const values: Readonly<Record<VideoStatistic, number>> = {
    VIDEO_VIEW: plays,
    VIEWER: Math.ceil(plays * 0.8),
    TIME_WATCHED: watched,
    TIME_WATCHED_FOR_VIDEO_VIEWS: Math.floor(watched * 0.9),
  };
  return values[type];
}

/** Most plays come early; even years later there is one now and then. */
function computePlays({ feed, index }: Place, day: number): number {
  const { seed, id, followers } = feed.page;
  const age = day - toDay(computePublication(feed.page, index));
  if (age < 0 || kindOf(index).quiet) return 0;
  const drawn = hash(seed, id, index, day, 232);
  const peak = 10 + followers * 0.03;
  return Math.floor(peak * Math.exp(-age / FADING) * (0.5 + drawn / 2 ** 32)) + (drawn % 30 === 0 ? 1 : 0);
}
