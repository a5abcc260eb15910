import type { Endpoint } from '../linkedin/endpoints.js';
import { ConsentError, ConsentStateError } from './errors.js';
import { isSameState } from './state.js';

export interface ConsentRequest {
  /** Without a trailing slash. */
  readonly oauthUrl: string;
  readonly clientId: string;
  readonly redirectUrl: string;
  readonly scopes: readonly string[];
  readonly state: string;
}

/** The scopes that these endpoints need: of alternatives the first, which apps have today. */
export function listScopes(endpoints: Iterable<Endpoint>): string[] {
  const scopes = new Set<string>();
  for (const endpoint of endpoints) if (endpoint.scopes[0] !== undefined) scopes.add(endpoint.scopes[0]);
  return [...scopes];
}

/** URL of LinkedIn's consent page (learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow). */
export function makeConsentUrl({ oauthUrl, clientId, redirectUrl, scopes, state }: ConsentRequest): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUrl,
    state,
    scope: scopes.join(' '),
  });
  // LinkedIn's samples write the space between scopes as %20.
  return `${oauthUrl}/authorization?${query.toString().replaceAll('+', '%20')}`;
}

/** Whether a request to the redirect URL is an answer of a consent page, valid or not. */
export function isAnswer(query: URLSearchParams): boolean {
  return query.has('code') || query.has('error');
}

/**
 * The code that the browser brought.
 *
 * @throws ConsentStateError, ConsentError
 */
export function readCode(query: URLSearchParams, state: string): string {
  if (!isSameState(query.get('state') ?? '', state)) throw new ConsentStateError();
  const code = query.get('code');
  const error = query.get('error');
  if (error !== null || !code) {
    throw new ConsentError({ error: error ?? 'no code', description: query.get('error_description') ?? '' });
  }
  return code;
}
