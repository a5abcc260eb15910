import type { Assumption } from './assumption.js';

/** Several things asked about in one call. */
export const BATCHES = [
  {
    id: 'batch.allowed',
    assumed: 'BATCH_GET is allowed.',
    usedIn: ['linkedin/batch.ts', 'linkedin/divide.ts'],
    asked: 'BATCH_GET of organizations.',
    otherwise: 'Organizations are asked for one by one, and geos get no names.',
  },
  {
    id: 'batch.unknown-id',
    assumed: 'In a batch, an id that does not exist gets its own error.',
    usedIn: ['linkedin/batch-keys.ts', 'linkedin/divide.ts'],
    asked: 'BATCH_GET of organizations, with the page and a number that is far too large.',
    otherwise: 'Nothing is lost: a refused batch is halved. It takes more calls.',
  },
  {
    id: 'batch.geos',
    assumed: 'A batch of geos may hold 50.',
    usedIn: ['linkedin/endpoints.ts', 'sync/names/geos.ts'],
    asked: 'BATCH_GET of up to 50 geos that the lifetime follower statistics mention.',
    otherwise:
      'Nothing is lost: a refused batch is halved, and the smaller size is kept for the run. It takes more calls.',
  },
  {
    id: 'batch.social',
    assumed: 'A batch of socialMetadata may hold 20.',
    usedIn: ['linkedin/endpoints.ts', 'sync/posts/metadata.ts'],
    asked: 'BATCH_GET of socialMetadata, with up to 20 posts.',
    otherwise: 'Same as for geos.',
  },
  {
    id: 'batch.posts',
    assumed: 'Share statistics of posts accept 20 posts at once.',
    usedIn: ['sync/posts/statistics.ts'],
    asked: 'Share statistics of up to 20 posts with one kind of URN.',
    otherwise: 'Same as for geos.',
  },
  {
    id: 'batch.unknown-post',
    assumed: 'A post that does not exist fails the whole call for post statistics.',
    usedIn: ['sync/posts/statistics.ts', 'sandbox/api/resources/post-statistics.ts'],
    asked: 'Share statistics of a post and of one that cannot exist.',
    otherwise: 'Nothing is lost, and it takes fewer calls: a batch with a deleted post does not have to be halved.',
  },
] as const satisfies readonly Assumption[];
