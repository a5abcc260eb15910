import {
  POSTS,
  REACTIONS,
  SHARE_STATISTICS,
  SOCIAL_ACTIONS,
  SOCIAL_METADATA,
  VIDEO_ANALYTICS,
} from '../linkedin/endpoints.js';
import { requestComments, requestLikes, requestReactions } from '../linkedin/request-builders.js';
import { BY_BUCKET_END, bucketRow } from './buckets.js';
import { readCommentary } from './commentary.js';
import type {
  DetailsBelow,
  Element,
  PostsSource,
  Row,
  RowContext,
  SocialMetadataSource,
  StreamEntry,
} from './entry.js';
import { countsOf } from './shares.js';
import { isObject } from '../json-object.js';

/** The walk that every stream of posts hangs on. */
export const POSTS_SOURCE: PostsSource = { kind: 'posts', per: 'organization', endpoint: POSTS };

/** The counts that comments, likes and reactions are followed by. */
export const SOCIAL_METADATA_SOURCE: SocialMetadataSource = {
  kind: 'social metadata',
  per: 'post',
  after: POSTS_SOURCE,
  endpoint: SOCIAL_METADATA,
};

/** The posts of the organizations, and what became of each. */
export const POST_STREAMS: readonly StreamEntry[] = [
  {
    name: 'posts',
    source: POSTS_SOURCE,
    keyProperties: ['id'],
    replication: { kind: 'incremental', key: 'lastModifiedAt' },
    selectedByDefault: true,
    storage: 'own activity',
    rows: postRows,
  },
  {
    name: 'post_statistics',
    source: { kind: 'post statistics', per: 'post', after: POSTS_SOURCE, endpoint: SHARE_STATISTICS },
    keyProperties: ['post'],
    replication: { kind: 'lifetime' },
    selectedByDefault: true,
    storage: 'reporting',
    rows: postStatisticsRows,
  },
  {
    name: 'post_social_metadata',
    source: SOCIAL_METADATA_SOURCE,
    keyProperties: ['post'],
    replication: { kind: 'lifetime' },
    selectedByDefault: false,
    storage: 'reporting',
    rows: (element, context) => [
      {
        ...element,
        ...ownFields(context),
        reaction_count: countReactions(element),
        snapshot_date: context.snapshotDate,
      },
    ],
  },
  {
    name: 'comments',
    source: {
      kind: 'post details',
      per: 'post',
      after: SOCIAL_METADATA_SOURCE,
      endpoint: SOCIAL_ACTIONS,
      request: requestComments,
      follows: 'comments',
      below: repliesOf,
    },
    keyProperties: ['commentUrn'],
    replication: { kind: 'follows changes' },
    selectedByDefault: false,
    storage: 'members’ activity',
    memberTexts: ['message'],
    rows: commentRows,
  },
  {
    name: 'likes',
    source: {
      kind: 'post details',
      per: 'post',
      after: SOCIAL_METADATA_SOURCE,
      endpoint: SOCIAL_ACTIONS,
      request: requestLikes,
      follows: 'reactions',
    },
    keyProperties: ['urn'],
    replication: { kind: 'follows changes' },
    selectedByDefault: false,
    storage: 'members’ activity',
    rows: likeRows,
  },
  {
    name: 'reactions',
    source: {
      kind: 'post details',
      per: 'post',
      after: SOCIAL_METADATA_SOURCE,
      endpoint: REACTIONS,
      request: requestReactions,
      follows: 'reactions',
    },
    keyProperties: ['id'],
    replication: { kind: 'follows changes' },
    selectedByDefault: false,
    storage: 'members’ activity',
    rows: (element, context) => [{ ...element, ...ownFields(context) }],
  },
  {
    name: 'video_statistics',
    source: { kind: 'videos', per: 'post', after: POSTS_SOURCE, endpoint: VIDEO_ANALYTICS },
    keyProperties: ['entity', 'statistics_type', 'time_range_start'],
    replication: BY_BUCKET_END,
    selectedByDefault: false,
    storage: 'reporting',
    rows: videoRows,
  },
];

function ownFields({ post, organization, organizationId }: RowContext): Row {
  return { post, organization, organization_id: organizationId };
}

/** The address is the one LinkedIn's own pages use for a post; that it follows from the URN is inferred. */
function postRows(element: Element, { organization, organizationId }: RowContext): Row[] {
  const permalink = `https://www.linkedin.com/feed/update/${String(element['id'])}/`;
  const found = readCommentary(element['commentary']);
  return [{ ...element, ...found, author: organization, organization_id: organizationId, permalink }];
}

/** The element says by `share` or `ugcPost` which post it is about. */
function postStatisticsRows(element: Element, context: RowContext): Row[] {
  const { share: _share, ugcPost: _ugcPost, organizationalEntity: _organization, ...counts } = countsOf(element);
  return [{ is_imputed: false, ...counts, ...ownFields(context), snapshot_date: context.snapshotDate }];
}

/** All that socialMetadata counts as reactions to a post; null where a count is not there: that is no 0. */
export function countReactions(element: Element): number | null {
  const summaries = element['reactionSummaries'];
  if (!isObject(summaries)) return null;
  const counts = Object.values(summaries).map(countIn);
  return counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + count!, 0);
}

/** All that socialMetadata counts as comments under a post, replies included; null where it does not say. */
export function countComments(element: Element): number | null {
  return countIn(element['commentSummary']);
}

function countIn(summary: unknown): number | null {
  const count = isObject(summary) ? summary['count'] : null;
  return typeof count === 'number' ? count : null;
}

function commentRows(element: Element, context: RowContext): Row[] {
  const { $URN, ...comment } = element;
  return [{ ...comment, commentUrn: commentUrnOf(element), urn: $URN, ...ownFields(context) }];
}

/** Older answers say `$URN`, and some neither. */
function commentUrnOf(element: Element): unknown {
  return element['commentUrn'] ?? element['$URN'] ?? composeUrn('comment', [element['object'], element['id']]);
}

/** null where a part is missing. */
function composeUrn(kind: string, parts: readonly unknown[]): string | null {
  return parts.every((part) => typeof part === 'string') ? `urn:li:${kind}:(${parts.join(',')})` : null;
}

/** Older answers do not say how many replies there are: of a reply it is known that it has none. */
function repliesOf(element: Element): DetailsBelow | null {
  const urn = commentUrnOf(element);
  if (typeof urn !== 'string') return null;
  const summary = isObject(element['commentsSummary']) ? element['commentsSummary'] : {};
  const count = summary['aggregatedTotalComments'] ?? summary['totalFirstLevelComments'];
  if (typeof count === 'number') return { entity: urn, count };
  return element['parentComment'] ? null : { entity: urn, count: null };
}

function likeRows({ $URN, ...element }: Element, context: RowContext): Row[] {
  const urn = $URN ?? composeUrn('like', [element['actor'], element['object']]);
  return [{ ...element, urn, ...ownFields(context) }];
}

/** LinkedIn calls the metric `statisticsType` or `type`, or leaves it out; the request's own word counts. */
function videoRows(element: Element, context: RowContext): Row[] {
  const { statisticsType: _told, type: _toldOtherwise, ...bucket } = element;
  return [bucketRow(bucket, { own: { ...ownFields(context), time_granularity: 'DAY' }, context })];
}

/** Whether a post holds a video that LinkedIn has statistics of: it knows videos by ugcPost URNs only. */
export function holdsVideo({ id, content }: Element): boolean {
  const media = (content as { media?: { id?: unknown } } | null | undefined)?.media?.id;
  return String(id).startsWith('urn:li:ugcPost:') && typeof media === 'string' && media.startsWith('urn:li:video:');
}
