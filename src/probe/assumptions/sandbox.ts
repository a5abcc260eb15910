import type { SandboxDecision } from './assumption.js';

/** What the sandbox had to decide because nobody has documented or published it. */
export const SANDBOX_DECISIONS: readonly SandboxDecision[] = [
  { usedIn: ['sandbox/restli/query.ts'], assumed: 'A raw colon in a URN inside `List(…)` is a 400.' },
  {
    usedIn: ['sandbox/throttle.ts', 'sandbox/api/pipeline.ts'],
    assumed:
      'Quotas: each resource has a counter. It counts refused calls, including 429s, but not those refused for their version or token. The development tier’s 100 calls are counted over all resources.',
  },
  {
    usedIn: ['sandbox/api/pipeline.ts', 'sandbox/throttle.ts', 'sandbox/oauth.ts'],
    assumed:
      'The bodies of these answers are made up: a 403 for BATCH_GET in the development tier, a 405, a 414, a 429 for a burst, and that for an unsupported grant type.',
  },
  {
    usedIn: ['sandbox/api/pipeline.ts'],
    assumed: 'A missing role looks exactly like a missing scope. A wrong query is refused before a missing scope.',
  },
  {
    usedIn: ['sandbox/api/time-intervals.ts'],
    assumed:
      'WEEK is refused for share statistics. The text of that refusal, and of the one for a MONTH that ends in the future, is made up. Weeks begin on Monday. `timeIntervals` without `timeGranularityType` is a 400.',
  },
  {
    usedIn: ['sandbox/api/time-intervals.ts', 'sandbox/data/statistics.ts'],
    assumed:
      'A range that begins more than 12 months ago is answered with what exists. A month or week is left out if it began before that or, for followers, if one of its days is not served yet. The current month of shares is served so far.',
  },
  {
    usedIn: ['sandbox/data/shares.ts', 'sandbox/data/followers.ts'],
    assumed:
      'Restatement: the numbers of a day grow for seven days after its end, and then stay the same. The size of the change is made up.',
  },
  {
    usedIn: ['sandbox/data/statistics.ts'],
    assumed: 'Lifetime share statistics are the sum of the days of the last 12 months.',
  },
  {
    usedIn: ['sandbox/data/followers.ts'],
    assumed:
      'Follower gains are net: between two days, their sum is the difference of the totals, except for restatement.',
  },
  {
    usedIn: ['sandbox/restli/paging.ts', 'sandbox/api/resources/organization-acls.ts'],
    assumed:
      'A short or empty first page of organizationAcls takes up all of its `count`, and what it lacks comes on the next pages. `count` is capped at 100.',
  },
  {
    usedIn: ['sandbox/api/resources/organizations.ts'],
    assumed:
      'An organization that does not exist is a 404 in `errors` of a batch. GET of a page that the member does not administer is a 403. The finder of showcase pages returns those with their public fields only.',
  },
  {
    usedIn: ['sandbox/api/resources/network-sizes.ts'],
    assumed: 'Under `/v2`, networkSizes knows only the old name of the edge.',
  },
  {
    usedIn: ['sandbox/api/resources/organization-acls.ts'],
    assumed:
      'The `organization` finder of organizationAcls returns the member’s own roles and three made-up colleagues.',
  },
  {
    usedIn: ['sandbox/data/page-statistics.ts'],
    assumed:
      'Page statistics go back 12 months, lifetime statistics too; `pageMonths` and `earlierPages` change that. Each section has unique views; the overview and all pages also have them for desktop and mobile. An item of `pageStatisticsByTargetedContent` has every kind of view.',
  },
  {
    usedIn: ['sandbox/api/resources/post-statistics.ts'],
    assumed:
      'Share statistics of posts: a URN of the wrong kind is a 400, and so is `timeIntervals` together with posts; the text of both is made up. A post of another page is left out. A post older than 12 months has no activity.',
  },
  {
    usedIn: ['sandbox/api/resources/posts.ts'],
    assumed:
      'Posts: ADMINISTRATOR, DIRECT_SPONSORED_CONTENT_POSTER and CONTENT_ADMINISTRATOR may read them; every other role gets a 403. A GET of a draft without `viewContext=AUTHOR` is a 404. In a batch, a post of another page is a 403 in `errors`. A short page takes up all of its `count`: the next `start` is `count` further.',
  },
  {
    usedIn: ['sandbox/data/posts/urns.ts'],
    assumed:
      'A post’s id begins with the time of its creation, as in LinkedIn’s ids. The rest of the id, and the activity of a post, are made up.',
  },
  {
    usedIn: ['sandbox/data/social/bodies.ts', 'sandbox/api/resources/reactions.ts'],
    assumed:
      'Comments and reactions use `urn:li:activity` for a share and `urn:li:ugcPost` for an ugcPost, whichever URN was asked for. Comments come oldest first, reactions newest first; RELEVANCE is newest first, too. `count` is capped at 100. All of them have a `total`.',
  },
  {
    usedIn: ['sandbox/api/social.ts', 'sandbox/api/resources/social-entity.ts'],
    assumed:
      'ADMINISTRATOR and DIRECT_SPONSORED_CONTENT_POSTER may read comments, reactions and videos. Comments of an unknown or deleted post are a 404; in a batch of socialMetadata, unknown URNs are in `errors`.',
  },
  {
    usedIn: ['sandbox/data/social/reactions.ts', 'sandbox/data/posts/statistics.ts'],
    assumed:
      'Likes include reactions of every kind. The counts of all resources agree; a post’s share statistics count its reactions as likes, one fewer for some posts.',
  },
  {
    usedIn: ['sandbox/api/resources/video-analytics.ts', 'sandbox/data/posts/videos.ts'],
    assumed:
      'Video analytics: without `timeRange`, the newest ten days or weeks come. A day or week without plays is left out. Weeks begin on Monday. An ugcPost without a video has no elements, and any other URN is a 400. `aggregation` is ALL by default. VIEWER over several days is their sum.',
  },
  {
    usedIn: ['sandbox/api/resources/standardized-data.ts', 'sandbox/data/standard/catalogue.ts'],
    assumed:
      'Standardized data: `childrenIndustries` holds URNs, and `industries` has the names of the taxonomy. An answer in another locale has only that locale. Industries and areas are made up.',
  },
  {
    usedIn: ['sandbox/api/resources/notifications.ts', 'sandbox/data/social/notifications.ts'],
    assumed:
      'Notifications: both ends of `timeRange` are included, the newest come first, and `count` is capped at 100. A like has no decoration, and its activity is named `urn:li:like:(…)`. A comment no longer has a decoration once it or its post is deleted, and neither does the deletion of a comment. A reaction that is taken back leaves no notification. A decoration has the text as it was at the time of the notification. Mentions are made up, one every few days. ADMIN_COMMENT differs from COMMENT only in that the page itself wrote the comment.',
  },
];
