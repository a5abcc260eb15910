import type { Assumption } from './assumption.js';

/** What people left under posts, and videos. */
export const SOCIAL = [
  {
    id: 'comments.urn',
    assumed: 'Each comment has commentUrn.',
    usedIn: ['streams/posts.ts', 'sandbox/data/social/bodies.ts'],
    asked: 'Comments of a post.',
    otherwise:
      'The key of `comments` is composed of the object and the id of the comment, and may differ from what LinkedIn would write.',
  },
  {
    id: 'likes.urn',
    assumed: 'Each like has $URN.',
    usedIn: ['streams/posts.ts', 'sandbox/data/social/bodies.ts'],
    asked: 'Likes of a post.',
    otherwise: 'The key of `likes` is composed of the actor and the object.',
  },
  {
    id: 'social.comments',
    assumed: 'socialMetadata has the comment count of each post.',
    usedIn: ['sync/posts/details.ts', 'sync/posts/metadata.ts'],
    asked: 'socialMetadata of up to 20 posts: commentSummary with a count.',
    otherwise:
      'A post without a count is asked for on four runs, then with each full sweep (`social_full_refresh_days`): later comments wait for that. It takes far more calls.',
  },
  {
    id: 'social.reactions',
    assumed: 'socialMetadata has the reaction counts of each post.',
    usedIn: ['sync/posts/details.ts', 'sync/posts/metadata.ts'],
    asked: 'socialMetadata of up to 20 posts: reactionSummaries, each with a count.',
    otherwise: 'Same as for comments.',
  },
  {
    id: 'videos.type',
    assumed: 'Video statistics name the statistic in statisticsType.',
    usedIn: ['sync/posts/videos.ts', 'sandbox/api/resources/video-analytics.ts'],
    asked: 'The time watched of a video, by day.',
    otherwise: 'Nothing changes: the tap knows which one it asked for.',
  },
] as const satisfies readonly Assumption[];
