import type { SandboxDecision } from './assumption.js';

/** What the sandbox had to decide because nobody has documented or published it. */
export const SANDBOX_DECISIONS: readonly SandboxDecision[] = [
  { usedIn: ['sandbox/restli/query.ts'], assumed: 'A raw colon of a URN inside `List(…)` is a 400.' },
  {
    usedIn: ['sandbox/throttle.ts', 'sandbox/api/pipeline.ts'],
    assumed:
      'Quotas: one counter for each resource, which counts refused calls, 429 included, but not those refused for their version or token. The development tier’s 100 calls are counted over all resources.',
  },
  {
    usedIn: ['sandbox/api/pipeline.ts', 'sandbox/throttle.ts', 'sandbox/oauth.ts'],
    assumed:
      'The body of a 403 for BATCH_GET in the development tier, of a 405, of a 414, of a 429 for a burst, and of an unsupported grant type.',
  },
  {
    usedIn: ['sandbox/api/pipeline.ts'],
    assumed: 'A missing role looks exactly like a missing scope. A wrong query is refused before a missing scope is.',
  },
  {
    usedIn: ['sandbox/api/time-intervals.ts'],
    assumed:
      'WEEK is refused for share statistics; the text of that refusal, and of the one for a MONTH that ends in the future. Weeks begin on Monday. `timeIntervals` without `timeGranularityType` is a 400.',
  },
  {
    usedIn: ['sandbox/api/time-intervals.ts', 'sandbox/data/statistics.ts'],
    assumed:
      'A range that begins more than 12 months ago is answered with what exists. A month or week is left out if it began before that, or, for followers, if one of its days is not served yet. A running month of shares is served as far as it has come.',
  },
  {
    usedIn: ['sandbox/data/shares.ts', 'sandbox/data/followers.ts'],
    assumed:
      'Restatement: numbers of a day grow for seven days after its end, and the day is frozen then. The size of the change is made up.',
  },
  {
    usedIn: ['sandbox/data/statistics.ts'],
    assumed: 'Lifetime share statistics are the sum of the days of the last 12 months.',
  },
  {
    usedIn: ['sandbox/data/followers.ts'],
    assumed: 'Follower gains are net: between two days their sum is the difference of the totals, restatement apart.',
  },
  {
    usedIn: ['sandbox/restli/paging.ts', 'sandbox/api/resources/organization-acls.ts'],
    assumed:
      'A short or empty first page of organizationAcls has places for all of its `count`; what it lacks comes on the next pages. `count` is cut to 100.',
  },
  {
    usedIn: ['sandbox/api/resources/organizations.ts'],
    assumed:
      'An organization that does not exist is a 404 in `errors` of a batch. GET of a page of others is a 403. Showcase pages of others come with their public fields.',
  },
  {
    usedIn: ['sandbox/api/resources/network-sizes.ts'],
    assumed: 'Under `/v2`, networkSizes knows only the old name of the edge.',
  },
  {
    usedIn: ['sandbox/api/resources/organization-acls.ts'],
    assumed: '`organization` finder of organizationAcls: the member’s own roles and three made-up colleagues.',
  },
  {
    usedIn: ['sandbox/data/page-statistics.ts'],
    assumed:
      'Page statistics look back on 12 months, lifetime too; `pageMonths` and `earlierPages` are other ways. Unique views are there for each section, and on desktop and mobile for the overview and for all pages. An item of `pageStatisticsByTargetedContent` has every view.',
  },
  {
    usedIn: ['sandbox/api/resources/post-statistics.ts'],
    assumed:
      'Share statistics of posts: a URN of the wrong kind is a 400, `timeIntervals` beside posts too, and the text of both; a post of another page is left out. A post older than 12 months has no activity.',
  },
  {
    usedIn: ['sandbox/api/resources/posts.ts'],
    assumed:
      'Posts: ADMINISTRATOR, DIRECT_SPONSORED_CONTENT_POSTER and CONTENT_ADMINISTRATOR read them, every other role gets a 403. A GET of a draft without `viewContext=AUTHOR` is a 404. In a batch a foreign post is a 403 in `errors`. A short page has places for all of its `count`, so that `start` goes on by `count`.',
  },
  {
    usedIn: ['sandbox/data/posts/urns.ts'],
    assumed:
      'A post’s id begins with the time of its creation, as LinkedIn’s do; the rest of it, and the activity of a post, are made up.',
  },
  {
    usedIn: ['sandbox/data/social/bodies.ts', 'sandbox/api/resources/reactions.ts'],
    assumed:
      'Comments and reactions keep to `urn:li:activity` for a share and `urn:li:ugcPost` for an ugcPost, whichever URN was asked for. Comments come oldest first, reactions newest first; RELEVANCE is the newest first, too. `count` is cut to 100. All of them have a `total`.',
  },
  {
    usedIn: ['sandbox/api/social.ts', 'sandbox/api/resources/social-entity.ts'],
    assumed:
      'ADMINISTRATOR and DIRECT_SPONSORED_CONTENT_POSTER read comments, reactions and videos. Comments of an unknown or deleted post are a 404; in a batch of socialMetadata unknown URNs are in `errors`.',
  },
  {
    usedIn: ['sandbox/data/social/reactions.ts', 'sandbox/data/posts/statistics.ts'],
    assumed:
      'Likes are all reactions, of whatever kind. The counts of all resources agree; a post’s share statistics have its reactions as likes, less one for some.',
  },
  {
    usedIn: ['sandbox/api/resources/video-analytics.ts', 'sandbox/data/posts/videos.ts'],
    assumed:
      'Video analytics: without `timeRange` the newest ten days or weeks come; a day or week without plays is left out; weeks begin on Monday; an ugcPost without a video has no elements, and another URN is a 400. `aggregation` is ALL unless given. VIEWER of several days is the sum of them.',
  },
  {
    usedIn: ['sandbox/api/resources/standardized-data.ts', 'sandbox/data/standard/catalogue.ts'],
    assumed:
      'Standardized data: `childrenIndustries` holds URNs; `industries` has the names of the taxonomy; an answer in another locale holds that locale only. Industries and areas are made up.',
  },
  {
    usedIn: ['sandbox/api/resources/notifications.ts', 'sandbox/data/social/notifications.ts'],
    assumed:
      'Notifications: both ends of `timeRange` are included; the newest come first; `count` is cut to 100. Of a like there is no decoration, and its activity is named `urn:li:like:(…)`. A comment that is gone, or whose post is, has no decoration any more, and the deletion of one has none; a reaction that is taken back leaves none. A decoration tells a text as it was when that was noticed. Mentions are made up: one every few days. Whether the page itself or somebody else wrote a comment is all that tells ADMIN_COMMENT from COMMENT.',
  },
];
