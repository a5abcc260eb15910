import type { Assumption } from './assumption.js';

/** What people left under posts, and videos. */
export const SOCIAL = [
  {
    id: 'comments.urn',
    assumed: 'Each comment has commentUrn.',
    usedIn: ['streams/posts.ts', 'sandbox/data/social/bodies.ts'],
    asked: 'Comments of a post.',
    otherwise:
      'The key of `comments` is composed of the object and the id of the comment, which may differ from what LinkedIn would write.',
  },
  {
    id: 'likes.urn',
    assumed: 'Each like has $URN.',
    usedIn: ['streams/posts.ts', 'sandbox/data/social/bodies.ts'],
    asked: 'Likes of a post.',
    otherwise: 'The key of `likes` is composed of actor and object.',
  },
  {
    id: 'social.comments',
    assumed: 'socialMetadata has the count of comments of each post.',
    usedIn: ['sync/posts/details.ts', 'sync/posts/metadata.ts'],
    asked: 'socialMetadata of up to 20 posts: commentSummary with a count.',
    otherwise: 'Nothing is lost: what has no count is asked for on each run. Far more calls.',
  },
  {
    id: 'social.reactions',
    assumed: 'socialMetadata has the counts of reactions of each post.',
    usedIn: ['sync/posts/details.ts', 'sync/posts/metadata.ts'],
    asked: 'socialMetadata of up to 20 posts: reactionSummaries, each with a count.',
    otherwise: 'As for comments.',
  },
  {
    id: 'videos.type',
    assumed: 'Video statistics name the statistic in statisticsType.',
    usedIn: ['sync/posts/videos.ts', 'sandbox/api/resources/video-analytics.ts'],
    asked: 'Time watched of a video, in all.',
    otherwise: 'Nothing: the tap knows which one it asked for.',
  },
] as const satisfies readonly Assumption[];
