import type { Span } from '../../data/days.js';
import {
  FOLLOWER_STATISTICS,
  openView,
  serveGains,
  serveLifetimeFollowers,
  serveLifetimeShares,
  serveShares,
  SHARE_STATISTICS,
  toTimeRange,
  type View,
} from '../../data/statistics.js';
import { hash, shuffle } from '../../data/hash.js';
import { refuseUnknownEntity } from '../../http/answer.js';
import { wrapAll } from '../../restli/paging.js';
import { parseOrganization, readText } from '../../restli/read.js';
import type { World } from '../../world.js';
import { ADMIN_SCOPES, type Call, type Resource } from '../resource.js';
import { listBuckets, readTimeIntervals, type Granularity } from '../time-intervals.js';

/** What makes one kind of statistics. */
interface Kind {
  readonly granularities: readonly Granularity[];
  /** The one lifetime element. */
  readonly lifetime: (view: View) => object;
  /** The element of a bucket; undefined where nothing is served for it. */
  readonly bucket: (view: View, span: Span) => object | undefined;
}

export const followerStatistics = defineStatistics(FOLLOWER_STATISTICS, {
  granularities: ['DAY', 'WEEK', 'MONTH'],
  lifetime: serveLifetimeFollowers,
  bucket: (view, span) => {
    const followerGains = serveGains(view, span);
    return followerGains && { followerGains, timeRange: toTimeRange(span), organizationalEntity: toUrn(view) };
  },
});

export const shareStatistics = defineStatistics(SHARE_STATISTICS, {
  granularities: ['DAY', 'MONTH'],
  lifetime: (view) => ({ totalShareStatistics: serveLifetimeShares(view), organizationalEntity: toUrn(view) }),
  bucket: (view, span) => {
    const totalShareStatistics = serveShares(view, span);
    return (
      totalShareStatistics && { totalShareStatistics, timeRange: toTimeRange(span), organizationalEntity: toUrn(view) }
    );
  },
});

/** A statistics finder: lifetime without `timeIntervals`, else a bucket an element, all in one answer. */
function defineStatistics(name: string, kind: Kind): Resource {
  return {
    name,
    path: name,
    actions: [
      {
        method: 'FINDER',
        finder: 'organizationalEntity',
        required: ['organizationalEntity'],
        optional: ['timeIntervals', 'start', 'count'],
        scopes: ADMIN_SCOPES,
        role: 'ADMINISTRATOR',
        listOrganizations: (call) => [readEntity(call)],
        handle: (call, world) => answer({ call, world, name, kind }),
      },
    ],
  };
}

function readEntity({ params }: Call): number {
  return parseOrganization(readText(params, 'organizationalEntity'));
}

function toUrn({ page }: View): string {
  return `urn:li:organization:${page.id}`;
}

function answer({ call, world, name, kind }: { call: Call; world: World; name: string; kind: Kind }): unknown {
  const intervals = readTimeIntervals(call, { now: world.now(), allowed: kind.granularities });
  const page = world.page(readEntity(call));
  if (!page) throw refuseUnknownEntity();
  const view = openView(world, page, name);
  if (!intervals) return wrapAll([kind.lifetime(view)]);
  const elements: object[] = [];
  for (const span of listBuckets(intervals, view.served.start)) {
    const element = kind.bucket(view, span);
    if (element) elements.push(element);
  }
  return wrapAll(world.options.shuffle ? shuffle(elements, hash(page.seed, page.id, elements.length)) : elements);
}
