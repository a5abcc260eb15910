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

/** The scopes that calls of these endpoints take: of alternatives the first, which is what an app of today has. */
export function listScopes(endpoints: Iterable<Endpoint>): string[] {
  const scopes = new Set<string>();
  for (const endpoint of endpoints) if (endpoint.scopes[0] !== undefined) scopes.add(endpoint.scopes[0]);
  return [...scopes];
}

/** Address of LinkedIn's consent page (learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow). */
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

/** Whether a request to the redirect URL answers a consent page, rightly or wrongly. */
export function isAnswer(query: URLSearchParams): boolean {
  return query.has('code') || query.has('error');
}

/** The code that the browser brought. @throws ConsentStateError, ConsentError */
export function readCode(query: URLSearchParams, state: string): string {
  if (!isSameState(query.get('state') ?? '', state)) throw new ConsentStateError();
  const code = query.get('code');
  const error = query.get('error');
  if (error !== null || !code) {
    throw new ConsentError({ error: error ?? 'no code', description: query.get('error_description') ?? '' });
  }
  return code;
}
