import {
  NETWORK_SIZES,
  NOTIFICATIONS,
  ORGANIZATION_ACLS,
  POSTS,
  REACTIONS,
  SHARE_STATISTICS,
  SOCIAL_ACTIONS,
  VIDEO_ANALYTICS,
  type Endpoint,
  type StatisticsEndpoint,
} from './endpoints.js';
import type { ApiRequest } from './api-request.js';
import { buildQuery, encode, encodeList } from './restli.js';

/**
 * Page sizes to request. Only the maximum for posts is documented; elsewhere clients have been seen to use 50 to 100.
 */
export const PAGE_SIZES = { roles: 100, posts: 100, notifications: 100, details: 50, standardized: 100 } as const;

/** A half-open span of time, `[start, end)`, epoch milliseconds at 00:00 UTC. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
  readonly granularity: 'DAY' | 'MONTH';
}

/** One page of the roles of the token's member, of every kind and state. */
export function requestRoles(start: number): ApiRequest {
  return find(ORGANIZATION_ACLS, { q: 'roleAssignee', start, count: PAGE_SIZES.roles });
}

/** The current number of followers of an organization. */
export function requestNetworkSize(organization: string): ApiRequest {
  return {
    resource: NETWORK_SIZES.resource,
    method: 'GET',
    path: `/rest/${NETWORK_SIZES.resource}/${encode(organization)}`,
    query: 'edgeType=COMPANY_FOLLOWED_BY_MEMBER',
  };
}

/** Lifetime statistics of an organization, or its buckets within a window. */
export function requestStatistics(endpoint: StatisticsEndpoint, organization: string, window?: TimeWindow): ApiRequest {
  return find(endpoint, {
    q: endpoint.finder,
    [endpoint.finder]: encode(organization),
    timeIntervals: window && encodeWindow(window),
  });
}

/** Lifetime statistics of single posts of an organization; their URNs must be of one kind. */
export function requestPostStatistics({
  organization,
  kind,
  posts,
}: {
  organization: string;
  kind: 'share' | 'ugcPost';
  posts: readonly string[];
}): ApiRequest {
  return find(SHARE_STATISTICS, {
    q: SHARE_STATISTICS.finder,
    organizationalEntity: encode(organization),
    [`${kind}s`]: encodeList(posts),
  });
}

/** One page of the posts of an organization, most recently modified first. */
export function requestPosts(organization: string, start: number): ApiRequest {
  const author = encode(organization);
  return find(POSTS, { q: 'author', author, sortBy: 'LAST_MODIFIED', start, count: PAGE_SIZES.posts });
}

/** Everything that LinkedIn notifies a page of (organization-notifications page of its documentation). */
const ACTIONS = [
  'LIKE',
  'COMMENT',
  'SHARE',
  'SHARE_MENTION',
  'COMMENT_MENTION',
  'ADMIN_COMMENT',
  'COMMENT_EDIT',
  'COMMENT_DELETE',
] as const;

/** One page of what others did to an organization between `since` and `until`, epoch milliseconds. */
export function requestNotifications(
  organization: string,
  { since, until, start }: { since: number; until: number; start: number },
): ApiRequest {
  return find(NOTIFICATIONS, {
    q: 'criteria',
    actions: encodeList(ACTIONS),
    organizationalEntity: encode(organization),
    timeRange: encode({ start: since, end: until }),
    start,
    count: PAGE_SIZES.notifications,
  });
}

/** One page of the comments on a post, or of the replies to a comment. */
export function requestComments(entity: string, start: number): ApiRequest {
  return requestSocialActions({ entity, part: 'comments', start });
}

/** One page of the likes of a post. */
export function requestLikes(entity: string, start: number): ApiRequest {
  return requestSocialActions({ entity, part: 'likes', start });
}

function requestSocialActions({ entity, part, start }: { entity: string; part: string; start: number }): ApiRequest {
  return {
    resource: SOCIAL_ACTIONS.resource,
    method: 'GET_ALL',
    path: `/rest/${SOCIAL_ACTIONS.resource}/${encode(entity)}/${part}`,
    query: buildQuery({ start, count: PAGE_SIZES.details }),
  };
}

/** One page of the reactions of every kind to a post. */
export function requestReactions(entity: string, start: number): ApiRequest {
  const sort = encode({ value: 'REVERSE_CHRONOLOGICAL' });
  const request = find(REACTIONS, { q: 'entity', sort, start, count: PAGE_SIZES.details });
  return { ...request, path: `${request.path}/${encode({ entity })}` };
}

/** One metric of a video, by day, within a window. */
export function requestVideoAnalytics({
  post,
  metric,
  window,
}: {
  post: string;
  metric: string;
  window: TimeWindow;
}): ApiRequest {
  const timeRange = encode({ start: window.start, end: window.end });
  return find(VIDEO_ANALYTICS, { q: 'entity', entity: encode(post), type: metric, aggregation: 'DAY', timeRange });
}

/** One page of a standardized-data list, with names in a locale such as `en_US`. */
export function requestStandardized({
  endpoint,
  path,
  locale,
  start,
}: {
  endpoint: Endpoint;
  path: string;
  locale: string;
  start: number;
}): ApiRequest {
  const query = buildQuery({ start, count: PAGE_SIZES.standardized, locale: encodeLocale(locale) });
  return { resource: endpoint.resource, method: 'GET_ALL', path, query };
}

/** `en_US` as `(language:en,country:US)`. */
export function encodeLocale(locale: string): string {
  const [language = '', country = ''] = locale.split('_');
  return encode({ language, country });
}

function find({ resource }: Endpoint, parameters: Parameters<typeof buildQuery>[0]): ApiRequest {
  return { resource, method: 'FINDER', path: `/rest/${resource}`, query: buildQuery(parameters) };
}

function encodeWindow({ start, end, granularity }: TimeWindow): string {
  return encode({ timeRange: { start, end }, timeGranularityType: granularity });
}
