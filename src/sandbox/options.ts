import type { Fault } from './fault-types.js';

/** A role of the token's member on a page, with its state: `ADMINISTRATOR`, `APPROVED`. Both are open sets. */
export interface RoleGrant {
  readonly role: string;
  readonly state: string;
}

/** One made-up page. Whatever is left out is made up from the seed and the id. */
export interface OrganizationOption {
  readonly id: number;
  readonly name?: string;
  /** Role of the token's member, `ADMINISTRATOR` unless given; null: none at all, yet the page exists. */
  readonly role?: string | null;
  /** State of that role, `APPROVED` unless given. */
  readonly state?: string;
  /** Followers on 2026-11-22; other days follow from it. */
  readonly followers?: number;
  /** No follower and no activity, ever: zeros and empty arrays. */
  readonly inactive?: boolean;
  /** Posts when 2026-11-22 begins, `postsPerOrganization` unless given; new ones appear as the clock moves on. */
  readonly posts?: number;
  /** Makes it a showcase page (`primaryOrganizationType: BRAND`) of the page with this id. */
  readonly brand?: number;
}

/** How bodies name themselves: `commentUrn` in comments and `$URN` in likes, `$URN` in both, or not at all. */
export type SocialUrns = 'usual' | 'old' | 'absent';

export type TokenState = 'valid' | 'revoked' | 'expired';

export interface TokenOptions {
  /** Life of access tokens minted from now on, seconds. */
  readonly accessTokenSeconds: number;
  /** Life of the refresh token, seconds, counted from `grantedAt` and never extended. */
  readonly refreshTokenSeconds: number;
  /** When the member consented, ISO text or epoch ms; null: the sandbox clock at its start. */
  readonly grantedAt: string | number | null;
  /** State of every access token issued up to the moment it is set; tokens minted later are valid. */
  readonly access: TokenState;
  /** State of the refresh token. */
  readonly refresh: TokenState;
  /** A token minted by a refresh is refused with 65601 for so many calls, or so many ms of real time. */
  readonly freshTokenRefusals: { readonly calls?: number; readonly ms?: number } | null;
  /** Between the scopes in token answers: LinkedIn documents a comma, clients have also seen a space. */
  readonly scopeSeparator: string;
}

export interface ConsentOptions {
  /** Scopes that are not granted although the app has them and asks for them. */
  readonly withheldScopes: readonly string[];
  /** Whether a consent brings a refresh token: LinkedIn gives one to approved apps only. */
  readonly refreshToken: boolean;
  /** Redirect URLs of the app; empty: any. */
  readonly redirectUrls: readonly string[];
}

/** Calls a day; a call over either limit gets a 429 until the sandbox clock passes 00:00 UTC. */
export interface Quota {
  readonly app?: number;
  readonly member?: number;
}

/** Everything that can be set, at start and while the sandbox runs. docs/sandbox.md has a line for each. */
export interface SandboxOptions {
  readonly seed: number;
  readonly organizations: readonly OrganizationOption[];
  /** Role or roles by organization id, before those in `organizations`; null: back to those. */
  readonly roles: Readonly<Record<string, RoleGrant | readonly RoleGrant[] | null>>;
  /** The clock, ISO text or epoch ms: it stands still until it is set again; null: the system's clock. */
  readonly now: string | number | null;
  readonly scopes: readonly string[];
  /** Active values of the LinkedIn-Version header. */
  readonly versions: readonly string[];
  readonly tier: 'standard' | 'development';
  /** By resource name; `*` for every resource that is not named, each with its own counter. */
  readonly quota: Readonly<Record<string, Quota | null>>;
  /** The next calls get a 429 that is no daily limit: so many calls, or for so many ms of real time. */
  readonly burst: { readonly calls?: number; readonly ms?: number; readonly retryAfter?: number } | null;
  /** Pause before each answer, milliseconds. */
  readonly latencyMs: number;
  readonly token: TokenOptions;
  readonly consent: ConsentOptions;
  /** Longest URL that is read, in characters; a longer one gets a 414. */
  readonly urlLimit: number;
  /** Most ids in a BATCH_GET by resource name, or `*`, or posts in share statistics; a longer list gets a 400. */
  readonly batchLimit: Readonly<Record<string, number>>;
  /** Largest page by resource name, or `*`; a larger `count` is cut to it. 100 for what is not named. */
  readonly pageLimit: Readonly<Record<string, number>>;
  /** Whether pages have links to the next one. */
  readonly nextLinks: boolean;
  /** What a window of days brings: from its start up to its end, or from after its start to its end and with it. */
  readonly windowEdges: 'usual' | 'old';
  /** Whether a day's numbers still change during the seven days after it. */
  readonly restate: boolean;
  /** Days served late, beyond LinkedIn's own lag: by organization id or `*`, then by resource name or `*`. */
  readonly lateDays: Readonly<Record<string, Readonly<Record<string, number>> | null>>;
  /** Elements of time-bound statistics come in no order. */
  readonly shuffle: boolean;
  /** Days without activity are left out; else they are elements of zeros. */
  readonly omitEmptyDays: boolean;
  /** `uniqueImpressionsCount` is missing in some elements of time-bound share statistics. */
  readonly omitUniqueImpressions: boolean;
  /** Months before the running day for which page statistics by day or month are served. */
  readonly pageMonths: number;
  /** A window of page statistics that begins before them: what exists, if anything, or a 400. */
  readonly earlierPages: 'left-out' | 'refused';
  /** Page statistics as they were: fifteen views, and facets by country, region and industry. */
  readonly pageViewsOld: boolean;
  /** Page statistics also have the clicks on the careers pages that older versions had. */
  readonly pageClicksOld: boolean;
  /** How a whole-numbered `engagement` is written: `0` or `0.0`. */
  readonly integerEngagement: '0' | '0.0';
  /** First page of organizationAcls; a short or empty one still has a next link. */
  readonly aclFirstPage: 'full' | 'short' | 'empty';
  /** GET of a page that the member does not administer: a 403, or its public fields. */
  readonly foreignOrganization: 'refused' | 'public';
  /** Posts of a page when 2026-11-22 begins, spread over three years; computed when asked for, so that many cost nothing. */
  readonly postsPerOrganization: number;
  /** Most comments, replies apart, and most reactions of a post. */
  readonly commentsPerPost: number;
  readonly reactionsPerPost: number;
  /** Pages of the posts finder: full, with two of three places filled, or every other one empty; all with next links. */
  readonly postPages: 'full' | 'short' | 'empty';
  /** After each page of posts that has a next link, the oldest post is edited and so moves to the front. */
  readonly editWhilePaging: boolean;
  /** After the first page of posts that has a next link, so many of the newest posts are deleted. */
  readonly deleteWhilePaging: number;
  /** Posts that were edited within the last hour are not listed yet, but for the newest one. */
  readonly showLate: boolean;
  /** A `start` of the posts finder that is no multiple of `count`: taken, a 400, or rounded down. */
  readonly oddStart: 'taken' | 'refused' | 'rounded';
  /** Share statistics of posts: one that does not exist, or no more, makes the call a 404; else it is left out. */
  readonly unknownPostFailsBatch: boolean;
  /** A post without comments: an empty list, or a 404. */
  readonly noComments: 'empty' | 'not-found';
  /** How comments and likes name themselves: `commentUrn` and `$URN`, `$URN` both, or not at all. */
  readonly socialUrns: SocialUrns;
  /** Field of video statistics that names the statistic. */
  readonly videoTypeField: 'statisticsType' | 'type' | 'absent';
  /** Whether the old lists of countries and regions are there. */
  readonly oldGeography: boolean;
  /** Whether answers are compressed for clients that accept it. */
  readonly gzip: boolean;
  readonly faults: readonly Fault[];
  /** Newest entries kept in the request log. */
  readonly requestLogSize: number;
}

/**
 * A partial change of the options. Nested objects are merged, arrays and plain values replace; of `organizations`, a
 * number is a count of administered pages, an array replaces all pages, an object patches pages by their id.
 */
export type SandboxPatch = Partial<Omit<SandboxOptions, 'token' | 'consent' | 'organizations'>> & {
  readonly token?: Partial<TokenOptions>;
  readonly consent?: Partial<ConsentOptions>;
  readonly organizations?:
    number | readonly OrganizationOption[] | Readonly<Record<string, Partial<OrganizationOption>>>;
};

/** All options but `organizations`, whose default depends on nothing else and is made by `listDefaultOrganizations`. */
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
