import type { Assumption } from './assumption.js';

/** Several things asked about in one call. */
export const BATCHES = [
  {
    id: 'batch.allowed',
    assumed: 'BATCH_GET is allowed.',
    usedIn: ['linkedin/batch.ts', 'linkedin/divide.ts'],
    asked: 'organizations by BATCH_GET.',
    otherwise: 'Organizations are asked for one by one, and the names of geos do not come.',
  },
  {
    id: 'batch.unknown-id',
    assumed: 'An id that does not exist is an error of its own in a batch.',
    usedIn: ['linkedin/batch-keys.ts', 'linkedin/divide.ts'],
    asked: 'organizations by BATCH_GET of the page and of a number that is far too large.',
    otherwise: 'Nothing is lost: a batch that is refused is halved. More calls.',
  },
  {
    id: 'batch.geos',
    assumed: 'A batch of geos may hold 50.',
    usedIn: ['linkedin/endpoints.ts', 'sync/names/geos.ts'],
    asked: 'geo by BATCH_GET of up to 50 geos that the lifetime followers mention.',
    otherwise: 'Nothing is lost: a batch that is refused is halved, and the smaller size kept for the run. More calls.',
  },
  {
    id: 'batch.social',
    assumed: 'A batch of socialMetadata may hold 20.',
    usedIn: ['linkedin/endpoints.ts', 'sync/posts/metadata.ts'],
    asked: 'socialMetadata by BATCH_GET of up to 20 posts.',
    otherwise: 'As for geos.',
  },
  {
    id: 'batch.posts',
    assumed: 'Share statistics of posts may be asked of 20 posts at once.',
    usedIn: ['sync/posts/statistics.ts'],
    asked: 'Share statistics of up to 20 posts of one kind of URN.',
    otherwise: 'As for geos.',
  },
  {
    id: 'batch.unknown-post',
    assumed: 'A post that does not exist fails the whole call for statistics of posts.',
    usedIn: ['sync/posts/statistics.ts', 'sandbox/api/resources/post-statistics.ts'],
    asked: 'Share statistics of a post and of one that cannot exist.',
    otherwise: 'Nothing is lost, and fewer calls: a post that is gone takes no halving of its batch.',
  },
] as const satisfies readonly Assumption[];
