import type { Fault } from './fault-types.js';

/**
 * A role that the token's member has on a page, with its state, such as `ADMINISTRATOR` and `APPROVED`. Both are open
 * sets.
 */
export interface RoleGrant {
  readonly role: string;
  readonly state: string;
}

/** One made-up page. Omitted fields are derived from the seed and the id. */
export interface OrganizationOption {
  readonly id: number;
  readonly name?: string;
  /** Role of the token's member, default `ADMINISTRATOR`; null: no role, though the page exists. */
  readonly role?: string | null;
  /** State of that role, default `APPROVED`. */
  readonly state?: string;
  /** Followers on 2026-11-22; other days are computed from it. */
  readonly followers?: number;
  /** Never has followers or activity: zeros and empty arrays. */
  readonly inactive?: boolean;
  /** Posts at the start of 2026-11-22, default `postsPerOrganization`; new ones appear as the clock advances. */
  readonly posts?: number;
  /** Makes it a showcase page (`primaryOrganizationType: BRAND`) of the page with this id. */
  readonly brand?: number;
}

/** Which URN field bodies have: `commentUrn` in comments and `$URN` in likes, `$URN` in both, or neither. */
export type SocialUrns = 'usual' | 'old' | 'absent';

export type TokenState = 'valid' | 'revoked' | 'expired';

export interface TokenOptions {
  /** Lifetime of access tokens minted from now on, in seconds. */
  readonly accessTokenSeconds: number;
  /** Lifetime of the refresh token in seconds, counted from `grantedAt` and never extended by a refresh. */
  readonly refreshTokenSeconds: number;
  /** When the member consented, as ISO text or epoch ms; null: when the sandbox started, by its clock. */
  readonly grantedAt: string | number | null;
  /** State of every access token issued so far; tokens minted later are valid. */
  readonly access: TokenState;
  /** State of the refresh token. */
  readonly refresh: TokenState;
  /** A newly minted token is refused with 65601 for this many calls, or this many ms of real time. */
  readonly freshTokenRefusals: { readonly calls?: number; readonly ms?: number } | null;
  /** Separates the scopes in token answers: LinkedIn documents a comma, clients have also seen a space. */
  readonly scopeSeparator: string;
}

export interface ConsentOptions {
  /** Scopes that are not granted even though the app has them and asks for them. */
  readonly withheldScopes: readonly string[];
  /** Whether consent yields a refresh token: LinkedIn gives one only to approved apps. */
  readonly refreshToken: boolean;
  /** Redirect URLs registered for the app; if empty, any is accepted. */
  readonly redirectUrls: readonly string[];
}

/** Calls per day; a call over either limit gets a 429 until the sandbox clock passes 00:00 UTC. */
export interface Quota {
  readonly app?: number;
  readonly member?: number;
}

/** Everything that can be set, at the start and while the sandbox runs. docs/sandbox.md has a line for each. */
export interface SandboxOptions {
  readonly seed: number;
  readonly organizations: readonly OrganizationOption[];
  /** Role or roles by organization id, overriding `organizations`; null removes the override. */
  readonly roles: Readonly<Record<string, RoleGrant | readonly RoleGrant[] | null>>;
  /** The clock, as ISO text or epoch ms; it stands still until set again. null: the system clock. */
  readonly now: string | number | null;
  readonly scopes: readonly string[];
  /** Active values of the LinkedIn-Version header. */
  readonly versions: readonly string[];
  readonly tier: 'standard' | 'development';
  /** By resource name, or `*` for each other resource; every resource has its own counter. */
  readonly quota: Readonly<Record<string, Quota | null>>;
  /** The next calls get a 429 that is not a daily limit: for this many calls, or this many ms of real time. */
  readonly burst: { readonly calls?: number; readonly ms?: number; readonly retryAfter?: number } | null;
  /** Pause before each answer, in milliseconds. */
  readonly latencyMs: number;
  readonly token: TokenOptions;
  readonly consent: ConsentOptions;
  /** Maximum URL length in characters; a longer one gets a 414. */
  readonly urlLimit: number;
  /**
   * Maximum ids in a BATCH_GET by resource name, or `*`; for share statistics, posts in a call. A longer list gets a
   * 400.
   */
  readonly batchLimit: Readonly<Record<string, number>>;
  /** Maximum page size by resource name, or `*`; a larger `count` is reduced to it. Default 100. */
  readonly pageLimit: Readonly<Record<string, number>>;
  /** Whether pages link to the next one. */
  readonly nextLinks: boolean;
  /** Whether a window of days includes its start and excludes its end, or (`old`) the other way round. */
  readonly windowEdges: 'usual' | 'old';
  /** Whether a day's numbers still change during the following seven days. */
  readonly restate: boolean;
  /** Days of delay beyond LinkedIn's own, by organization id or `*`, then by resource name or `*`. */
  readonly lateDays: Readonly<Record<string, Readonly<Record<string, number>> | null>>;
  /** Elements of time-bound statistics come in no particular order. */
  readonly shuffle: boolean;
  /** Days without activity are left out; otherwise their elements contain zeros. */
  readonly omitEmptyDays: boolean;
  /** `uniqueImpressionsCount` is missing from some elements of time-bound share statistics, and of those of posts. */
  readonly omitUniqueImpressions: boolean;
  /** Months before today for which page statistics by day or month are served. */
  readonly pageMonths: number;
  /** What a window of page statistics that begins before those months gets: whatever exists, if anything, or a 400. */
  readonly earlierPages: 'left-out' | 'refused';
  /** Page statistics as before 2023: fifteen views, and facets by country, region and industry. */
  readonly pageViewsOld: boolean;
  /** Page statistics also have the careers page clicks of older versions. */
  readonly pageClicksOld: boolean;
  /** How a whole-numbered `engagement` is written: `0` or `0.0`. */
  readonly integerEngagement: '0' | '0.0';
  /** First page of organizationAcls; a short or empty one still has a next link. */
  readonly aclFirstPage: 'full' | 'short' | 'empty';
  /** What a GET of a page that the member does not administer gets: a 403, or its public fields. */
  readonly foreignOrganization: 'refused' | 'public';
  /** Posts per page at the start of 2026-11-22, spread over three years; computed on request, so many cost nothing. */
  readonly postsPerOrganization: number;
  /** Maximum comments (not counting replies) and maximum reactions per post. */
  readonly commentsPerPost: number;
  readonly reactionsPerPost: number;
  /** Pages of the posts finder: full, two-thirds full, or every second one empty. All but the last have next links. */
  readonly postPages: 'full' | 'short' | 'empty';
  /** After each page of posts with a next link, the last post is edited, which moves it to the front. */
  readonly editWhilePaging: boolean;
  /** After the first page of posts with a next link, this many of the newest posts are deleted. */
  readonly deleteWhilePaging: number;
  /** Posts modified within the last hour are not listed yet, except the newest. */
  readonly showLate: boolean;
  /**
   * What happens to a `start` of the posts finder that is not a multiple of `count`: accepted, a 400, or rounded down.
   */
  readonly oddStart: 'taken' | 'refused' | 'rounded';
  /**
   * Share statistics of posts: a post that does not exist, or no longer does, makes the call a 404; otherwise it is
   * left out.
   */
  readonly unknownPostFailsBatch: boolean;
  /** What the comments of a post without any are: an empty list, or a 404. */
  readonly noComments: 'empty' | 'not-found';
  /** Which URN field comments and likes have: `commentUrn` and `$URN`, `$URN` in both, or none. */
  readonly socialUrns: SocialUrns;
  /** The field of video statistics that names the statistic. */
  readonly videoTypeField: 'statisticsType' | 'type' | 'absent';
  /** Whether the old lists of countries and regions exist. */
  readonly oldGeography: boolean;
  /** Whether to compress answers for clients that accept it. */
  readonly gzip: boolean;
  readonly faults: readonly Fault[];
  /** How many of the newest entries the request log keeps. */
  readonly requestLogSize: number;
}

/**
 * A partial change of the options. Nested objects are merged; arrays and plain values replace. For `organizations`, a
 * number is a count of administered pages, an array replaces all pages, and an object patches pages by id.
 */
export type SandboxPatch = Partial<Omit<SandboxOptions, 'token' | 'consent' | 'organizations'>> & {
  readonly token?: Partial<TokenOptions>;
  readonly consent?: Partial<ConsentOptions>;
  readonly organizations?:
    number | readonly OrganizationOption[] | Readonly<Record<string, Partial<OrganizationOption>>>;
};

/** All default options except `organizations`, which `listDefaultOrganizations` makes. */
export const DEFAULT_OPTIONS: Omit<SandboxOptions, 'organizations'> = {
  seed: 1,
  roles: {},
  now: null,
  scopes: ['r_organization_social', 'rw_organization_admin', 'r_organization_social_feed'],
  versions: ['202601', '202602', '202603', '202604', '202605', '202606', '202607', '202608', '202609'],
  tier: 'standard',
  quota: {},
  burst: null,
  latencyMs: 0,
  token: {
    accessTokenSeconds: 60 * 86_400,
    refreshTokenSeconds: 365 * 86_400,
    grantedAt: null,
    access: 'valid',
    refresh: 'valid',
    freshTokenRefusals: null,
    scopeSeparator: ',',
  },
  consent: { withheldScopes: [], refreshToken: true, redirectUrls: [] },
  urlLimit: 8192,
  batchLimit: {},
  pageLimit: {},
  nextLinks: true,
  windowEdges: 'usual',
  restate: true,
  lateDays: {},
  shuffle: false,
  omitEmptyDays: false,
  omitUniqueImpressions: false,
  pageMonths: 12,
  earlierPages: 'left-out',
  pageViewsOld: false,
  pageClicksOld: false,
  integerEngagement: '0',
  aclFirstPage: 'full',
  foreignOrganization: 'refused',
  postsPerOrganization: 24,
  commentsPerPost: 5,
  reactionsPerPost: 12,
  postPages: 'full',
  editWhilePaging: false,
  deleteWhilePaging: 0,
  showLate: false,
  oddStart: 'taken',
  unknownPostFailsBatch: true,
  noComments: 'empty',
  socialUrns: 'usual',
  videoTypeField: 'statisticsType',
  oldGeography: false,
  gzip: true,
  faults: [],
  requestLogSize: 100_000,
};
