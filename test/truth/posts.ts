import { firstServedDay } from '../../src/sync/window.js';
import type { Json } from '../support/output.js';
import { urn } from '../support/sandboxes.js';
import { bucketColumns, dayOf, idsOf, servedDays, type Known, type TrueRow, type TrueStreams } from './known.js';

/** What the tap writes for a young post that LinkedIn left out of its statistics. */
export const NO_ACTIVITY = {
  impressionCount: 0,
  uniqueImpressionsCount: 0,
  clickCount: 0,
  likeCount: 0,
  commentCount: 0,
  shareCount: 0,
  engagement: 0,
};

export const VIDEO_METRICS = ['VIDEO_VIEW', 'VIEWER', 'TIME_WATCHED', 'TIME_WATCHED_FOR_VIDEO_VIEWS'] as const;

/** LinkedIn leaves out posts without activity; for those younger than this the tap writes zeros. */
const YOUNG_MS = 60 * 86_400_000;

/** Posts, and what follows them. */
export const POST_TRUTH: TrueStreams = {
  posts: (known) =>
    idsOf(known).flatMap((id) =>
      known.truth.posts(id).map((post) => {
        const permalink = `https://www.linkedin.com/feed/update/${post.id}/`;
        const own = { author: urn(id), organization_id: id, permalink };
        return { truth: { ...post }, own, untold: ['hashtags', 'mentions'] };
      }),
    ),
  post_statistics: following((known, { id, createdAt }) => {
    const counts = known.truth.postStatistics(id);
    if (counts === null && createdAt < Date.parse(known.now) - YOUNG_MS) return [];
    const own = { is_imputed: counts === null, snapshot_date: dayOf(known) };
    return [{ truth: { totalShareStatistics: counts ?? NO_ACTIVITY }, own }];
  }),
  post_social_metadata: following((known, { id }) => {
    const counts = known.truth.socialMetadata(id);
    const reactions = Object.values(counts['reactionSummaries'] as Record<string, Json>);
    const reaction_count = reactions.reduce((sum, { count }) => sum + Number(count), 0);
    return [{ truth: counts, own: { reaction_count, snapshot_date: dayOf(known) } }];
  }),
  comments: following(({ truth }, { id }) =>
    truth.comments(id).map(({ $URN = null, ...body }) => {
      const composed = `urn:li:comment:(${String(body['object'])},${String(body['id'])})`;
      return { truth: body, own: { urn: $URN, commentUrn: body['commentUrn'] ?? $URN ?? composed } };
    }),
  ),
  likes: following(({ truth }, { id }) =>
    truth.likes(id).map(({ $URN, ...body }) => {
      const composed = `urn:li:like:(${String(body['actor'])},${String(body['object'])})`;
      return { truth: body, own: { urn: $URN ?? composed } };
    }),
  ),
  reactions: following(({ truth }, { id }) => truth.reactions(id).map((body) => ({ truth: body, own: {} }))),
  notifications: (known) =>
    idsOf(known).flatMap((id) => {
      const since = known.since === undefined ? -Infinity : Date.parse(known.since);
      const told = known.truth.notifications(id) as unknown as Json[];
      return told
        .filter(({ lastModifiedAt }) => Number(lastModifiedAt) >= since)
        .map((body) => ({
          truth: body,
          own: { organizationalEntity: urn(id), organization_id: id, ...notifiedOf(body) },
        }));
    }),
  video_statistics: following((known, { id }) =>
    VIDEO_METRICS.flatMap((type) =>
      servedDays(known).flatMap((day) => {
        const value = known.truth.videoDay({ post: id, type, day: day.start });
        const own = { entity: id, statistics_type: type, ...bucketColumns(day) };
        return value === 0 ? [] : [{ truth: { value }, own }];
      }),
    ),
  ),
};

/** The columns made from the objects of a notification. */
function notifiedOf(body: Json): Json {
  const post = (body['decoratedSourcePost'] ?? {}) as Json;
  const { comment, share } = (body['decoratedGeneratedActivity'] ?? {}) as Record<string, Json | undefined>;
  const made = comment ?? share;
  const activity = String(body['generatedActivity']);
  // No target can store NUL.
  const clean = (text: unknown): string | null => (typeof text === 'string' ? text.replaceAll('\u0000', '') : null);
  return {
    post: post['entity'] ?? null,
    post_owner: post['owner'] ?? null,
    post_text: clean(post['text']),
    comment: activity.startsWith('urn:li:comment:') ? activity : null,
    actor: made?.['owner'] ?? (activity.startsWith('urn:li:like:') ? activity.slice(13).split(',')[0] : null),
    text: clean(made?.['text']),
  };
}

interface FollowedPost {
  readonly id: string;
  readonly createdAt: number;
}

/** Rows of posts modified within the twelve months that LinkedIn serves: older ones are not followed. */
function following(tell: (known: Known, post: FollowedPost) => TrueRow[]): TrueStreams[string] {
  return (known) => {
    const since = firstServedDay(Date.parse(known.now));
    return idsOf(known).flatMap((id) => {
      const posts = known.truth.posts(id);
      const recent = known.anyAge ? posts : posts.filter(({ lastModifiedAt }) => lastModifiedAt >= since);
      return recent.flatMap((post) =>
        tell(known, post).map((row) => ({
          ...row,
          own: { post: post.id, organization: urn(id), organization_id: id, ...row.own },
        })),
      );
    });
  };
}
