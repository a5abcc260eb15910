import { DAY, toDay, type Span } from '../../data/days.js';
import { isListed, type Place } from '../../data/posts/feed.js';
import { findPost } from '../../data/posts/find.js';
import { isVideo, listServed, sumVideo, VIDEO_STATISTICS, type VideoStatistic } from '../../data/posts/videos.js';
import { toTimeRange } from '../../data/statistics.js';
import { refuseParameter, refuseUnknownEntity } from '../../http/answer.js';
import { wrapAll } from '../../restli/paging.js';
import { parseWholeNumber, readText, toRecord } from '../../restli/read.js';
import type { World } from '../../world.js';
import { listPageOf } from '../posts.js';
import type { Call, Resource } from '../resource.js';
import { FEED_READERS } from '../social.js';
import { listBuckets } from '../time-intervals.js';

/** Maximum buckets in an answer to a call without `timeRange`. */
const MOST_BUCKETS = 10;

/** Plays of one video, one statistic per call (video-analytics-api, read 2026-11-22). */
export const videoAnalytics: Resource = {
  name: 'videoAnalytics',
  path: 'videoAnalytics',
  actions: [
    {
      method: 'FINDER',
      finder: 'entity',
      required: ['entity', 'type'],
      optional: ['aggregation', 'timeRange', 'start', 'count'],
      scopes: ['r_organization_social'],
      roles: FEED_READERS,
      listOrganizations: (call, world) => listPageOf(world, [readEntity(call)]),
      handle: (call, world) => wrapAll(listElements(call, world)),
    },
  ],
};

function readEntity({ params }: Call): string {
  const entity = readText(params, 'entity') ?? '';
  if (!/^urn:li:ugcPost:\d+$/.test(entity)) throw refuseParameter('entity');
  return entity;
}

function listElements(call: Call, world: World): object[] {
  const entity = readEntity(call);
  const type = VIDEO_STATISTICS.find((known) => known === readText(call.params, 'type'));
  if (!type) throw refuseParameter('type');
  const place = findPost(world, entity);
  if (!place || !isListed(place, 'READER')) throw refuseUnknownEntity();
  if (!isVideo(place)) return [];
  const { videoTypeField, restate } = world.options;
  return listSpans(call, place, type).flatMap((span) => {
    const value = sumVideo(place, type, { span, moment: { now: world.now(), restate } });
    const named = videoTypeField === 'absent' ? {} : { [videoTypeField]: type };
    return value > 0 ? [{ entity, ...named, value, timeRange: toTimeRange(span) }] : [];
  });
}

function listSpans(call: Call, place: Place, type: VideoStatistic): Span[] {
  const aggregation = readText(call.params, 'aggregation') ?? 'ALL';
  const served = listServed(place, type);
  const asked = readTimeRange(call);
  const start = Math.max(asked?.start ?? 0, served.start * DAY);
  const end = Math.min(asked?.end ?? Infinity, served.end * DAY);
  if (aggregation === 'ALL') return start < end ? [{ start: toDay(start), end: Math.ceil(end / DAY) }] : [];
  if (aggregation !== 'DAY' && aggregation !== 'WEEK') throw refuseParameter('aggregation');
  const buckets = listBuckets({ start, end, granularity: aggregation }, 0);
  return asked ? buckets : buckets.slice(-MOST_BUCKETS);
}

/** Start inclusive, end exclusive; either may be missing. */
function readTimeRange({ params }: Call): { readonly start?: number; readonly end?: number } | undefined {
  if (!params.values.has('timeRange')) return undefined;
  const { start, end } = toRecord(params.values.get('timeRange'), 'timeRange');
  return {
    ...(start !== undefined && { start: parseWholeNumber(start, 'timeRange') }),
    ...(end !== undefined && { end: parseWholeNumber(end, 'timeRange') }),
  };
}
