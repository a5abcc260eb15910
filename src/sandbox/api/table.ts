import type { Resource } from './resource.js';
import { followerStatistics, pageStatistics, shareStatistics } from './resources/entity-statistics.js';
import { networkSizes } from './resources/network-sizes.js';
import { notifications } from './resources/notifications.js';
import { organizationAcls } from './resources/organization-acls.js';
import { organizations, organizationsLookup } from './resources/organizations.js';
import { posts } from './resources/posts.js';
import { reactions } from './resources/reactions.js';
import { comments, likes, socialActions, socialMetadata } from './resources/social-actions.js';
import { standardizedData } from './resources/standardized-data.js';
import { videoAnalytics } from './resources/video-analytics.js';

/** Every API resource that the sandbox serves. */
export const RESOURCES: readonly Resource[] = [
  organizationAcls,
  organizations,
  organizationsLookup,
  networkSizes,
  followerStatistics,
  shareStatistics,
  pageStatistics,
  notifications,
  posts,
  socialMetadata,
  socialActions,
  comments,
  likes,
  reactions,
  videoAnalytics,
  ...standardizedData,
];
