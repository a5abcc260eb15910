import type { Assumption } from './assumption.js';

/** Paging of finders. */
export const PAGING = [
  {
    id: 'posts.count',
    assumed: 'A page of posts holds at most 100.',
    usedIn: ['linkedin/request-builders.ts', 'sandbox/restli/paging.ts'],
    asked: 'Posts, with count=200.',
    otherwise: 'Larger pages would take fewer calls.',
  },
  {
    id: 'posts.start',
    assumed: 'A start that is not a multiple of count is accepted as it is.',
    usedIn: ['linkedin/overlap.ts', 'sync/posts/walk.ts'],
    asked:
      'Posts with start=0 and with start=7, both with count=10: the eighth post of the first page should be the first of the second.',
    otherwise:
      'Pages of posts do not overlap: the tap falls back to the starts of the links. A post that is deleted during the walk may then hide its neighbor until the next full walk (`posts_full_refresh_days`).',
  },
  {
    id: 'posts.short',
    assumed: 'A page of posts is full if more posts follow.',
    usedIn: ['linkedin/paging.ts', 'sandbox/restli/paging.ts'],
    asked: 'A page of 10 posts that has a next link.',
    otherwise: 'Nothing is lost: if pages are linked, the link decides, not the length.',
  },
  {
    id: 'posts.links',
    assumed: 'A page of posts has a next link if more posts follow.',
    usedIn: ['linkedin/paging.ts', 'linkedin/overlap.ts'],
    asked: 'A full page of 10 posts, and whether any posts follow it.',
    otherwise:
      'Nothing is lost as long as pages are full, because more posts are expected after a full page. A short page would end the walk.',
  },
  {
    id: 'posts.total',
    assumed: 'If a page of posts has a total, it is not less than the number of posts.',
    usedIn: ['linkedin/paging.ts', 'linkedin/walk-guard.ts'],
    asked: 'The total on pages of posts, compared with the posts on them.',
    otherwise: 'Nothing changes: a total only ever makes a walk longer.',
  },
  {
    id: 'roles.count',
    assumed: 'organizationAcls accepts count=100.',
    usedIn: ['linkedin/request-builders.ts', 'access/roles.ts'],
    asked: 'The roles of the member with count=100, and the count in the answer.',
    otherwise: 'Nothing is lost: the tap goes by the count in the answer. It takes more calls.',
  },
  {
    id: 'details.count',
    assumed: 'Comments, likes and reactions accept count=50.',
    usedIn: ['linkedin/request-builders.ts', 'sync/posts/details.ts'],
    asked: 'Comments, likes and reactions of a post with count=50, and the count in the answers.',
    otherwise: 'Same as for organizationAcls.',
  },
  {
    id: 'notifications.count',
    assumed: 'organizationalEntityNotifications accepts count=100.',
    usedIn: ['linkedin/request-builders.ts'],
    asked: 'Notifications of the page with count=100, and the count in the answer.',
    otherwise: 'Same as for organizationAcls.',
  },
] as const satisfies readonly Assumption[];
