import type { StreamEntry } from './entry.js';
import { FOLLOWER_STREAMS } from './followers.js';
import { NOTIFICATION_STREAMS } from './notifications.js';
import { ORGANIZATION_STREAMS } from './organizations.js';
import { PAGE_STREAMS } from './pages.js';
import { POST_STREAMS } from './posts.js';
import { SHARE_STREAMS } from './shares.js';
import { STANDARDIZED_STREAMS } from './standardized.js';

/** Streams that belong together: a file of this folder, and a page of the documentation. */
export interface Family {
  /** Name of that page and file, without extension. */
  readonly page: string;
  readonly title: string;
  /** Describes what its streams hold. */
  readonly words: string;
  readonly streams: readonly StreamEntry[];
}

/** Every family, in the order of the catalog. */
export const FAMILIES: readonly Family[] = [
  {
    page: 'organizations',
    title: 'Organizations',
    words: 'The pages themselves, and who has which role on them',
    streams: ORGANIZATION_STREAMS,
  },
  {
    page: 'followers',
    title: 'Followers',
    words: 'Followers in total, by what is known about them, and by day or month',
    streams: FOLLOWER_STREAMS,
  },
  {
    page: 'shares',
    title: 'Activity on posts',
    words: 'Activity on the posts of a page, in total and by day or month',
    streams: SHARE_STREAMS,
  },
  {
    page: 'pages',
    title: 'Page statistics',
    words: 'Views of pages and clicks on them, by what is known about the viewers, and by day or month',
    streams: PAGE_STREAMS,
  },
  {
    page: 'posts',
    title: 'Posts',
    words: 'Posts and how they performed: statistics, comments, likes, reactions, video views',
    streams: POST_STREAMS,
  },
  {
    page: 'notifications',
    title: 'Notifications',
    words: 'What others say about a page: mentions, comments, likes and shares, edits and deletions',
    streams: NOTIFICATION_STREAMS,
  },
  {
    page: 'standardized',
    title: 'Standardized data',
    words: 'The names behind URNs of job functions, industries, places and the like',
    streams: STANDARDIZED_STREAMS,
  },
];
