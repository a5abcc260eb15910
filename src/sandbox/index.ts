export { startSandbox, type Sandbox, type SandboxConfig } from './sandbox.js';
export type {
  ConsentOptions,
  OrganizationOption,
  Quota,
  RoleGrant,
  SandboxOptions,
  SandboxPatch,
  TokenOptions,
} from './options.js';
export { FAULT_KINDS, type Fault, type FaultKind, type FaultMatch } from './fault-types.js';
export type { LoggedRequest } from './request-log.js';
export type { PostTruth, VideoDay } from './post-truth.js';
export type { OrganizationDay, Truth } from './truth.js';
export type { MemberAction } from './member-actions.js';
export type { Acl } from './data/directory.js';
export type { FollowerGains } from './data/followers.js';
export type { Organization } from './data/profile-parts.js';
export type { PageStatistics } from './data/page-statistics.js';
export type { Post } from './data/posts/post.js';
export type { ShareCounts } from './data/shares.js';
export type { ShareStatistics } from './data/statistics.js';
