import { DAY, toDay, type Span } from '../../data/days.js';
import { hash, shuffle } from '../../data/hash.js';
import { openView, type View } from '../../data/statistics.js';
import { refuseUnknownEntity } from '../../http/answer.js';
import { wrapAll } from '../../restli/paging.js';
import { parseOrganization, readText } from '../../restli/read.js';
import type { World } from '../../world.js';
import { ADMIN_SCOPES, ADMINISTRATORS, type Action, type Call, type Resource } from '../resource.js';
import type { SandboxOptions } from '../../options.js';
import {
  listBuckets,
  readTimeIntervals,
  refuseIntervals,
  type Granularity,
  type TimeIntervals,
} from '../time-intervals.js';

/** Describes one kind of statistics. */
export interface Kind {
  readonly name: string;
  /** The finder, and the parameter with the page's URN. */
  readonly finder: 'organizationalEntity' | 'organization';
  readonly granularities: readonly Granularity[];
  /** The single lifetime element. */
  readonly lifetime: (view: View) => object;
  /** The element of a bucket; undefined if nothing is served for it. */
  readonly bucket: (view: View, span: Span) => object | undefined;
  /** Whether a range that begins before the served days gets a 400; otherwise the served part comes. */
  readonly refusesEarlier?: (options: SandboxOptions) => boolean;
  /** Answers a call about single posts; undefined if the call names none. */
  readonly posts?: (call: Call, view: View, world: World) => readonly object[] | undefined;
}

/** A statistics finder: lifetime without `timeIntervals`, otherwise one element per bucket, all in one answer. */
export function defineStatistics(kind: Kind): Resource {
  const { name, finder } = kind;
  const find: Action = {
    method: 'FINDER',
    finder,
    required: [finder],
    optional: ['timeIntervals', 'start', 'count', ...(kind.posts ? ['shares', 'ugcPosts'] : [])],
    scopes: ADMIN_SCOPES,
    roles: ADMINISTRATORS,
    listOrganizations: (call) => [readPage(call, kind)],
    handle: (call, world) => wrapAll(answer(call, world, kind)),
  };
  return { name, path: name, actions: [find] };
}

export function toUrn({ page }: View): string {
  return `urn:li:organization:${page.id}`;
}

/** Older LinkedIn documentation says that the start is exclusive and the end inclusive. */
function edge(intervals: TimeIntervals, { windowEdges }: SandboxOptions): TimeIntervals {
  if (windowEdges === 'usual' || intervals.granularity !== 'DAY') return intervals;
  return { ...intervals, start: intervals.start + DAY, end: intervals.end + DAY };
}

function readPage({ params }: Call, { finder }: Kind): number {
  return parseOrganization(readText(params, finder));
}

function answer(call: Call, world: World, kind: Kind): readonly object[] {
  const intervals = readTimeIntervals(call, { now: world.now(), allowed: kind.granularities });
  const page = world.page(readPage(call, kind));
  if (!page) throw refuseUnknownEntity();
  const view = openView(world, page, kind.name);
  const ofPosts = kind.posts?.(call, view, world);
  if (ofPosts) return ofPosts;
  if (!intervals) return [kind.lifetime(view)];
  if (kind.refusesEarlier?.(world.options) && toDay(intervals.start) < view.served.start) {
    throw refuseIntervals(intervals, 'Start time is too far in the past.');
  }
  const elements: object[] = [];
  for (const span of listBuckets(edge(intervals, world.options), view.served.start)) {
    const element = kind.bucket(view, span);
    if (element) elements.push(element);
  }
  return world.options.shuffle ? shuffle(elements, hash(page.seed, page.id, elements.length)) : elements;
}
