import type { Assumption } from './assumption.js';

/** Other organizations, versions, tokens and limits. */
export const ACCESS = [
  {
    id: 'foreign.followers',
    assumed: 'Anybody may read the number of followers of any page.',
    usedIn: ['streams/followers.ts', 'sandbox/api/resources/network-sizes.ts'],
    asked: 'networkSizes of a page that the member does not administer.',
    otherwise: '`benchmark_follower_count` has no rows, and a warning says so.',
  },
  {
    id: 'foreign.lookup',
    assumed: 'organizationsLookup gives the name of any page.',
    usedIn: ['sandbox/api/resources/organizations.ts'],
    asked: 'organizationsLookup of the same page.',
    otherwise: 'Rows about benchmark pages have no names.',
  },
  {
    id: 'version.digits',
    assumed: 'A version has six digits; one with eight is refused.',
    usedIn: ['config/interpret.ts', 'linkedin/classify.ts'],
    asked: 'networkSizes of the page, with 01 added to the version.',
    otherwise: 'Nothing changes: the tap always sends six.',
  },
  {
    id: 'version.refusal',
    assumed: 'A version that is not active is refused with 426 or NONEXISTENT_VERSION.',
    usedIn: ['linkedin/classify.ts'],
    asked: 'networkSizes of the page in version 202512, which never existed.',
    otherwise: 'A version that has ended would not be named as the cause, or would go unnoticed.',
  },
  {
    id: 'token.introspection',
    assumed: 'Introspection returns active, scope and expires_at.',
    usedIn: ['linkedin/token-endpoint.ts', 'check/scopes.ts'],
    asked: 'introspectToken of the access token, if client_id and client_secret are set.',
    otherwise: 'A 403 cannot be explained by a missing scope, and there is no warning before the token ends.',
  },
  {
    id: 'limits.headers',
    assumed: 'The headers of a 429 do not say how long to wait.',
    usedIn: ['linkedin/retry.ts', 'sandbox/throttle.ts'],
    asked: 'Names of the headers of a 429, if one comes; none is provoked.',
    otherwise: 'Retry-After is obeyed if it comes. Other headers could save calls that run into the limit.',
  },
] as const satisfies readonly Assumption[];
