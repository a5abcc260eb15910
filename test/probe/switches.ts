import type { AssumptionId } from '../../src/probe/assumptions/table.js';
import type { SandboxPatch } from '../../src/sandbox/index.js';

/** A way in which LinkedIn may differ, as options of the sandbox, and what the probe then finds. */
export interface Switch {
  readonly options: SandboxPatch;
  /** Assumptions that differ. */
  readonly differ: readonly AssumptionId[];
  /** Assumptions that can no longer be checked. */
  readonly unknown?: readonly AssumptionId[];
}

const late = (resource: string, days: number): SandboxPatch => ({ lateDays: { '*': { [resource]: days } } });

/** Without counts, the probe does not know which post has comments or likes. */
const UNCOUNTED = ['comments.urn', 'likes.urn', 'social.comments', 'social.reactions'] as const;

/** In the order of docs/probe.md. */
export const SWITCHES: readonly Switch[] = [
  { options: { windowEdges: 'old' }, differ: ['shares.edges', 'followers.edges', 'pages.edges'] },
  { options: { shuffle: true }, differ: ['windows.order'] },
  { options: late('organizationalEntityShareStatistics', 1), differ: ['shares.today'] },
  { options: late('organizationalEntityShareStatistics', 2), differ: ['shares.yesterday', 'shares.today'] },
  { options: late('organizationPageStatistics', 2), differ: ['pages.yesterday', 'pages.today'] },
  { options: late('organizationalEntityFollowerStatistics', 1), differ: ['followers.lag'] },
  {
    options: { omitEmptyDays: true },
    differ: ['shares.zero-days', 'followers.zero-days', 'pages.zero-days'],
  },
  { options: { omitUniqueImpressions: true }, differ: ['shares.unique'] },
  { options: { pageMonths: 24 }, differ: ['pages.older'] },
  { options: { pageLimit: { posts: 500 } }, differ: ['posts.count'] },
  { options: { oddStart: 'refused' }, differ: ['posts.start'] },
  { options: { oddStart: 'rounded' }, differ: ['posts.start'] },
  { options: { postPages: 'short' }, differ: ['posts.short'], unknown: ['posts.start'] },
  { options: { nextLinks: false }, differ: ['posts.links'], unknown: ['posts.short'] },
  {
    options: {
      faults: [{ kind: 'extra', match: { resource: 'posts' }, times: 'always', patch: { paging: { total: 3 } } }],
    },
    differ: ['posts.total'],
  },
  { options: { pageLimit: { organizationAcls: 50 } }, differ: ['roles.count'] },
  { options: { pageLimit: { 'socialActions/comments': 20 } }, differ: ['details.count'] },
  { options: { pageLimit: { organizationalEntityNotifications: 50 } }, differ: ['notifications.count'] },
  {
    options: { tier: 'development' },
    differ: ['batch.allowed'],
    unknown: ['batch.unknown-id', 'batch.geos', 'batch.social', ...UNCOUNTED, 'foreign.lookup'],
  },
  {
    options: {
      faults: [
        {
          kind: 'status',
          status: 404,
          match: { resource: 'organizations', item: '999999999999' },
        },
      ],
    },
    differ: ['batch.unknown-id'],
    unknown: ['batch.allowed'],
  },
  { options: { batchLimit: { geo: 20 } }, differ: ['batch.geos'] },
  {
    options: { batchLimit: { socialMetadata: 10 } },
    differ: ['batch.social'],
    unknown: UNCOUNTED,
  },
  {
    options: { postsPerOrganization: 80, batchLimit: { organizationalEntityShareStatistics: 10 } },
    differ: ['batch.posts'],
  },
  { options: { unknownPostFailsBatch: false }, differ: ['batch.unknown-post'] },
  { options: { socialUrns: 'old' }, differ: ['comments.urn'] },
  { options: { socialUrns: 'absent' }, differ: ['comments.urn', 'likes.urn'] },
  {
    options: {
      faults: [{ kind: 'remove', match: { resource: 'socialMetadata' }, fields: ['commentSummary'] }],
    },
    differ: ['social.comments'],
    unknown: ['comments.urn'],
  },
  {
    options: {
      faults: [{ kind: 'remove', match: { resource: 'socialMetadata' }, fields: ['reactionSummaries'] }],
    },
    differ: ['social.reactions'],
    unknown: ['likes.urn'],
  },
  { options: { videoTypeField: 'type' }, differ: ['videos.type'] },
  { options: { videoTypeField: 'absent' }, differ: ['videos.type'] },
  {
    options: { faults: [{ kind: 'status', status: 403, match: { resource: 'networkSizes' } }] },
    differ: ['foreign.followers'],
    unknown: ['foreign.lookup'],
  },
  {
    options: { faults: [{ kind: 'status', status: 403, match: { resource: 'organizationsLookup' } }] },
    differ: ['foreign.lookup'],
  },
  { options: { versions: ['202609', '20260901'] }, differ: ['version.digits'] },
  { options: { versions: ['202512', '202609'] }, differ: ['version.refusal'] },
  {
    options: {
      faults: [{ kind: 'remove', match: { resource: 'introspectToken' }, fields: ['expires_at'], times: 'always' }],
    },
    differ: ['token.introspection'],
  },
  {
    options: {
      faults: [
        {
          kind: 'status',
          status: 429,
          retryAfter: 60,
          match: { resource: 'socialActions/likes' },
        },
      ],
    },
    differ: ['limits.headers'],
    unknown: ['likes.urn'],
  },
];
