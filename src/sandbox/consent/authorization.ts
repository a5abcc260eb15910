import { Refusal, type Answer } from '../http/answer.js';
import type { WireRequest } from '../http/wire-request.js';
import { CLIENT_ID } from '../tokens.js';
import type { World } from '../world.js';
import { PAGE_HEADERS, renderQuestion, renderRefusal, type Question } from './page.js';

interface Asked extends Question {
  readonly state: string;
}

/**
 * Answers `/oauth/v2/authorization`: a GET shows the consent page; the POST of its form carries the member's decision
 * and redirects with a code or an error (learn.microsoft.com/linkedin/shared/authentication/authorization-code-flow,
 * 2026-11-22). Inferred: that a wrong client or redirect URL is reported on a page of LinkedIn's own, and its wording;
 * that other faults in the request, including `unauthorized_scope_error`, are redirected by name.
 */
export function answerAuthorization({ method, query, body }: WireRequest, world: World): Answer {
  if (method !== 'GET' && method !== 'POST') throw new Refusal({ status: 405, text: '' });
  const asked = readQuestion(new URLSearchParams(query), world);
  if (method === 'GET') return { status: 200, headers: PAGE_HEADERS, text: renderQuestion(asked) };
  switch (new URLSearchParams(body).get('decision')) {
    case 'allow':
      return redirect(asked, { code: world.codes.issue({ ...asked, scopes: listGranted(asked, world) }) });
    case 'deny':
      return redirect(asked, {
        error: 'user_cancelled_authorize',
        error_description: 'The user cancelled the authorization',
      });
    case 'leave':
      return redirect(asked, { error: 'user_cancelled_login', error_description: 'The user cancelled LinkedIn login' });
    default:
      throw refusePage('The decision must be allow, deny or leave.');
  }
}

function readQuestion(query: URLSearchParams, { options }: World): Asked {
  const clientId = query.get('client_id') ?? '';
  const redirectUri = query.get('redirect_uri') ?? '';
  if (clientId !== CLIENT_ID) throw refusePage('The passed in client_id is invalid');
  const { redirectUrls } = options.consent;
  if (!URL.canParse(redirectUri) || (redirectUrls.length > 0 && !redirectUrls.includes(redirectUri))) {
    throw refusePage('The redirect_uri does not match the registered value');
  }
  const scopes = (query.get('scope') ?? '').split(/[ ,]+/).filter(Boolean);
  const asked = { clientId, redirectUri, scopes, state: query.get('state') ?? '' };
  const refuse = (error: string, description: string): Refusal =>
    new Refusal(redirect(asked, { error, error_description: description }));
  if (query.get('response_type') !== 'code') {
    throw refuse('unsupported_response_type', 'The response_type must be code');
  }
  if (asked.state === '') throw refuse('invalid_request', 'A required parameter "state" is missing');
  if (scopes.length === 0) throw refuse('invalid_request', 'A required parameter "scope" is missing');
  const foreign = scopes.find((scope) => !options.scopes.includes(scope));
  if (foreign !== undefined) {
    throw refuse('unauthorized_scope_error', `Scope "${foreign}" is not authorized for your application`);
  }
  return asked;
}

function listGranted({ scopes }: Asked, { options }: World): string[] {
  const { withheldScopes } = options.consent;
  return scopes.filter((scope) => !withheldScopes.includes(scope));
}

function redirect({ redirectUri, state }: Asked, answer: Readonly<Record<string, string>>): Answer {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  url.searchParams.set('state', state);
  return { status: 302, headers: { 'cache-control': 'no-store', location: url.href }, text: '' };
}

function refusePage(why: string): Refusal {
  return new Refusal({ status: 400, headers: PAGE_HEADERS, text: renderRefusal(why) });
}
