import { composeActivityUrn } from '../posts/urns.js';
import { summarizeLikes, type Body } from './bodies.js';
import { countComments, listReplies } from './comments.js';
import { listReactions, nameComment, type Target } from './reactions.js';

/** Counts of comments and of each kind of reaction (social-metadata-api, read 2026-11-22). */
export function composeMetadata(target: Target): Body {
  const { place, comment } = target;
  const reactionSummaries: Record<string, { reactionType: string; count: number }> = {};
  for (const { type } of listReactions(target)) {
    reactionSummaries[type] = { reactionType: type, count: (reactionSummaries[type]?.count ?? 0) + 1 };
  }
  return {
    reactionSummaries,
    commentsState: place.index % 20 === 11 ? 'CLOSED' : 'OPEN',
    commentSummary: countOn(target),
    entity: comment ? nameComment(comment) : composeActivityUrn(place.feed.page, place.index),
  };
}

/** What socialActions says about a post or comment, under the URN in the call. */
export function composeSummary(target: Target, urn: string): Body {
  const { count: all, topLevelCount } = countOn(target);
  return {
    target: urn,
    $URN: urn,
    likesSummary: summarizeLikes(target),
    commentsSummary: {
      selectedComments: [],
      totalFirstLevelComments: topLevelCount,
      aggregatedTotalComments: all,
    },
  };
}

function countOn({ place, comment }: Target): { readonly count: number; readonly topLevelCount: number } {
  if (!comment) return countComments(place);
  const replies = listReplies(comment).length;
  return { count: replies, topLevelCount: replies };
}
