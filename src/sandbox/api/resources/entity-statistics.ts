import {
  FOLLOWER_STATISTICS,
  PAGE_STATISTICS,
  serveGains,
  serveLifetimeFollowers,
  serveLifetimeShares,
  serveShares,
  SHARE_STATISTICS,
  toTimeRange,
} from '../../data/statistics.js';
import { serveLifetimePages, servePages } from '../../data/page-statistics.js';
import { listPostStatistics } from './post-statistics.js';
import { defineStatistics, toUrn } from './statistics-finder.js';

export const followerStatistics = defineStatistics({
  name: FOLLOWER_STATISTICS,
  finder: 'organizationalEntity',
  granularities: ['DAY', 'WEEK', 'MONTH'],
  lifetime: serveLifetimeFollowers,
  bucket: (view, span) => {
    const followerGains = serveGains(view, span);
    return followerGains && { followerGains, timeRange: toTimeRange(span), organizationalEntity: toUrn(view) };
  },
});

export const shareStatistics = defineStatistics({
  name: SHARE_STATISTICS,
  finder: 'organizationalEntity',
  granularities: ['DAY', 'MONTH'],
  lifetime: (view) => ({ totalShareStatistics: serveLifetimeShares(view), organizationalEntity: toUrn(view) }),
  bucket: (view, span) => {
    const totalShareStatistics = serveShares(view, span);
    return (
      totalShareStatistics && { totalShareStatistics, timeRange: toTimeRange(span), organizationalEntity: toUrn(view) }
    );
  },
  posts: listPostStatistics,
});

export const pageStatistics = defineStatistics({
  name: PAGE_STATISTICS,
  finder: 'organization',
  granularities: ['DAY', 'MONTH'],
  lifetime: serveLifetimePages,
  refusesEarlier: ({ earlierPages }) => earlierPages === 'refused',
  bucket: (view, span) => {
    const totalPageStatistics = servePages(view, span);
    return totalPageStatistics && { organization: toUrn(view), timeRange: toTimeRange(span), totalPageStatistics };
  },
});
