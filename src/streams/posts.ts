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

/** The walk that every stream about posts depends on. */
export const POSTS_SOURCE: PostsSource = { kind: 'posts', per: 'organization', endpoint: POSTS };

/** The counts that show whether comments, likes and reactions have changed. */
export const SOCIAL_METADATA_SOURCE: SocialMetadataSource = {
  kind: 'social metadata',
  per: 'post',
  after: POSTS_SOURCE,
  endpoint: SOCIAL_METADATA,
};

/** The posts of the organizations, with their statistics and the activity on them. */
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

/** The permalink has the form that LinkedIn's own pages use; that it follows from the URN is inferred. */
function postRows(element: Element, { organization, organizationId }: RowContext): Row[] {
  const permalink = `https://www.linkedin.com/feed/update/${String(element['id'])}/`;
  const found = readCommentary(element['commentary']);
  return [{ ...element, ...found, author: organization, organization_id: organizationId, permalink }];
}

/** The element names its post in `share` or `ugcPost`; the row has `post` instead. */
function postStatisticsRows(element: Element, context: RowContext): Row[] {
  const { share: _share, ugcPost: _ugcPost, organizationalEntity: _organization, ...counts } = countsOf(element);
  return [{ is_imputed: false, ...counts, ...ownFields(context), snapshot_date: context.snapshotDate }];
}

/** Reactions to a post by the counts of socialMetadata; null where a count is missing, which does not mean 0. */
export function countReactions(element: Element): number | null {
  const summaries = element['reactionSummaries'];
  if (!isObject(summaries)) return null;
  const counts = Object.values(summaries).map(countIn);
  return counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + count!, 0);
}

/** Comments on a post by the counts of socialMetadata, replies included; null where it does not say. */
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

/** Older answers have `$URN` instead of `commentUrn`, and some have neither. */
function commentUrnOf(element: Element): unknown {
  return element['commentUrn'] ?? element['$URN'] ?? composeUrn('comment', [element['object'], element['id']]);
}

/** null if a part is missing. */
function composeUrn(kind: string, parts: readonly unknown[]): string | null {
  return parts.every((part) => typeof part === 'string') ? `urn:li:${kind}:(${parts.join(',')})` : null;
}

/** The replies of a comment. Older answers do not give their number, but a reply is known to have none. */
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

/**
 * LinkedIn calls the metric `statisticsType` or `type`, or leaves it out; the metric in the request is used instead.
 */
function videoRows(element: Element, context: RowContext): Row[] {
  const { statisticsType: _told, type: _toldOtherwise, ...bucket } = element;
  return [bucketRow(bucket, { own: { ...ownFields(context), time_granularity: 'DAY' }, context })];
}

/** Whether a post has a video with statistics: LinkedIn accepts only ugcPost URNs for these. */
export function holdsVideo({ id, content }: Element): boolean {
  const media = (content as { media?: { id?: unknown } } | null | undefined)?.media?.id;
  return String(id).startsWith('urn:li:ugcPost:') && typeof media === 'string' && media.startsWith('urn:li:video:');
}
