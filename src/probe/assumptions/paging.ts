import type { Assumption } from './assumption.js';

/** Pages of finders. */
export const PAGING = [
  {
    id: 'posts.count',
    assumed: 'A page of posts holds 100 at most.',
    usedIn: ['linkedin/request-builders.ts', 'sandbox/restli/paging.ts'],
    asked: 'Posts, with count=200.',
    otherwise: 'Larger pages would cost fewer calls.',
  },
  {
    id: 'posts.start',
    assumed: 'A start that is no multiple of count is taken as it is.',
    usedIn: ['linkedin/overlap.ts', 'sync/posts/walk.ts'],
    asked: 'Posts, with start=0 and start=7, count=10 both: the eighth of the one is the first of the other.',
    otherwise:
      'Pages of posts do not overlap: a post that moves between two pages may come on the next run only. The tap falls back to the starts of the links.',
  },
  {
    id: 'posts.short',
    assumed: 'A page of posts is full as long as there are more.',
    usedIn: ['linkedin/paging.ts', 'sandbox/restli/paging.ts'],
    asked: 'A page of 10 posts that has a next link.',
    otherwise: 'Nothing is lost: where pages are linked, the link decides and not the length.',
  },
  {
    id: 'posts.links',
    assumed: 'A page of posts has a next link as long as there are more.',
    usedIn: ['linkedin/paging.ts', 'linkedin/overlap.ts'],
    asked: 'A full page of 10 posts, and whether there are any behind it.',
    otherwise:
      'Nothing is lost as long as pages are full: then a full page is taken for one with more behind it. A short page would be the end.',
  },
  {
    id: 'posts.total',
    assumed: 'Where a page of posts has a total, it is no less than what there is.',
    usedIn: ['linkedin/paging.ts', 'linkedin/walk-guard.ts'],
    asked: 'The total of pages of posts, beside the posts on them.',
    otherwise: 'Nothing: a total only ever makes a walk longer.',
  },
  {
    id: 'roles.count',
    assumed: 'organizationAcls takes count=100.',
    usedIn: ['linkedin/request-builders.ts', 'access/roles.ts'],
    asked: 'The roles of the member, with count=100: which count the answer tells.',
    otherwise: 'Nothing is lost: the page that comes is taken for as long as it says. More calls.',
  },
  {
    id: 'details.count',
    assumed: 'Comments, likes and reactions take count=50.',
    usedIn: ['linkedin/request-builders.ts', 'sync/posts/details.ts'],
    asked: 'Comments, likes and reactions of a post, with count=50: which count the answers tell.',
    otherwise: 'As for organizationAcls.',
  },
  {
    id: 'notifications.count',
    assumed: 'organizationalEntityNotifications takes count=100.',
    usedIn: ['linkedin/request-builders.ts'],
    asked: 'Notifications of the page, with count=100: which count the answer tells.',
    otherwise: 'As for organizationAcls.',
  },
] as const satisfies readonly Assumption[];
