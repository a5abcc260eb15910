import type { Truth } from '../../../src/sandbox/index.js';
import type { Json } from '../../support/output.js';
import type { KnownRow } from './rows.js';

const DAY_MS = 86_400_000;
/** Up to this age a post that LinkedIn leaves out has no activity; an older one may be left out for its age. */
const IMPUTED_DAYS = 60;
const METRICS = ['VIDEO_VIEW', 'VIEWER', 'TIME_WATCHED', 'TIME_WATCHED_FOR_VIDEO_VIEWS'] as const;

export interface PostsQuestion {
  readonly id: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly startDate: number;
  /** Since when LinkedIn has numbers. */
  readonly servedSince: number;
  /** Days `YYYY-MM-DD` for videos. */
  readonly days: readonly string[];
}

/** Posts of one page and what became of them. */
export function* listPosts(truth: Truth, question: PostsQuestion): Generator<KnownRow> {
  const { id, now, startDate, servedSince, days } = question;
  const organization = id;
  for (const post of truth.posts(id)) {
    const { id: urn, lastModifiedAt, createdAt } = post;
    if (lastModifiedAt >= startDate) {
      const fields = { lastModifiedAt, commentary: post.commentary, lifecycleState: post.lifecycleState };
      yield { stream: 'posts', key: [urn], organization, fields };
    }
    if (lastModifiedAt < servedSince) continue;
    const statistics = truth.postStatistics(urn);
    if (statistics || now - createdAt < IMPUTED_DAYS * DAY_MS) {
      // Unique impressions are left out at times, by an option of the sandbox that this truth does not know of.
      const { uniqueImpressionsCount: _, ...counts } = (statistics ?? { impressionCount: 0 }) as unknown as Json;
      const fields = { totalShareStatistics: counts, is_imputed: statistics === null };
      yield { stream: 'post_statistics', key: [urn], organization, fields };
    }
    const { commentSummary } = truth.socialMetadata(urn);
    yield { stream: 'post_social_metadata', key: [urn], organization, fields: { commentSummary } };
    for (const comment of truth.comments(urn) as readonly Json[]) {
      const named = comment['commentUrn'] ?? comment['$URN'];
      const key = [named ?? `urn:li:comment:(${String(comment['object'])},${String(comment['id'])})`];
      const { text } = comment['message'] as Json;
      yield { stream: 'comments', key, organization, fields: { message: { text }, actor: comment['actor'] } };
    }
    for (const like of truth.likes(urn) as readonly Json[]) {
      const key = [like['$URN'] ?? `urn:li:like:(${String(like['actor'])},${String(like['object'])})`];
      yield { stream: 'likes', key, organization, fields: { actor: like['actor'] } };
    }
    for (const reaction of truth.reactions(urn) as readonly Json[]) {
      const fields = { reactionType: reaction['reactionType'] };
      yield { stream: 'reactions', key: [reaction['id']], organization, fields };
    }
    if (!urn.includes('ugcPost')) continue;
    for (const type of METRICS) {
      for (const day of days) {
        const value = truth.videoDay({ post: urn, type, day });
        if (value === 0) continue;
        yield { stream: 'video_statistics', key: [urn, type, `${day}T00:00:00Z`], organization, fields: { value } };
      }
    }
  }
}
