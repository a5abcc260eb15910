import type { Assumption } from './assumption.js';

/** Pages of others, versions, tokens and limits. */
export const ACCESS = [
  {
    id: 'foreign.followers',
    assumed: 'The number of followers of a page of others is there for everybody.',
    usedIn: ['streams/followers.ts', 'sandbox/api/resources/network-sizes.ts'],
    asked: 'networkSizes of a page that the member does not administer.',
    otherwise: '`benchmark_follower_count` has no rows, and says so in a warning.',
  },
  {
    id: 'foreign.lookup',
    assumed: 'organizationsLookup tells the name of a page of others.',
    usedIn: ['sandbox/api/resources/organizations.ts'],
    asked: 'organizationsLookup of the same page.',
    otherwise: 'Rows about pages of others have no names.',
  },
  {
    id: 'version.digits',
    assumed: 'A version is six digits; with eight it is refused.',
    usedIn: ['config/interpret.ts', 'linkedin/classify.ts'],
    asked: 'networkSizes of the page, with 01 behind the version.',
    otherwise: 'Nothing: the tap always sends six.',
  },
  {
    id: 'version.refusal',
    assumed: 'A version that is not active is refused with 426 or NONEXISTENT_VERSION.',
    usedIn: ['linkedin/classify.ts'],
    asked: 'networkSizes of the page in version 202512, which never existed.',
    otherwise: 'A version that has ended would not be named as the cause, or would not be noticed.',
  },
  {
    id: 'token.introspection',
    assumed: 'Introspection tells active, scope and expires_at.',
    usedIn: ['linkedin/token-endpoint.ts', 'check/scopes.ts'],
    asked: 'introspectToken of the access token, where client_id and client_secret are there.',
    otherwise: 'A 403 cannot be explained by a missing scope, and the end of the token is not warned of.',
  },
  {
    id: 'limits.headers',
    assumed: 'A 429 tells no wait in its headers.',
    usedIn: ['linkedin/retry.ts', 'sandbox/throttle.ts'],
    asked: 'Names of the headers of a 429, if one comes; none is provoked.',
    otherwise: 'Retry-After is honoured where it comes. Other headers could save calls that meet the limit.',
  },
] as const satisfies readonly Assumption[];
