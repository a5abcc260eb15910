import type { StreamEntry } from './entry.js';
import { FOLLOWER_STREAMS } from './followers.js';
import { ORGANIZATION_STREAMS } from './organizations.js';
import { PAGE_STREAMS } from './pages.js';
import { POST_STREAMS } from './posts.js';
import { SHARE_STREAMS } from './shares.js';
import { STANDARDIZED_STREAMS } from './standardized.js';

/** THE table: every stream of the tap, in the order of the catalog. The schema of each is `schemas/<name>.json`. */
export const STREAM_TABLE: readonly StreamEntry[] = [
  ...ORGANIZATION_STREAMS,
  ...FOLLOWER_STREAMS,
  ...SHARE_STREAMS,
  ...PAGE_STREAMS,
  ...POST_STREAMS,
  ...STANDARDIZED_STREAMS,
];
