import { answerAuthorization } from './consent/authorization.js';
import { Refusal, type Answer } from './http/answer.js';
import type { WireRequest } from './http/wire-request.js';
import type { AccessToken } from './tokens.js';
import { CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN } from './tokens.js';
import type { World } from './world.js';

const ENDPOINTS: Readonly<Record<string, (form: URLSearchParams, world: World) => Answer>> = {
  accessToken: grantToken,
  introspectToken,
};

/** The one endpoint that a browser calls. */
const AUTHORIZATION = 'authorization';

/** Name of the OAuth endpoint at a path, as used by the request log and faults; null if there is none. */
export function nameEndpoint(path: string): string | null {
  const name = path.slice('/oauth/v2/'.length);
  return name === AUTHORIZATION || name in ENDPOINTS ? name : null;
}

/**
 * Answers `/oauth/v2/…`. Except for the consent page, accepts only forms, with the client's credentials in the form
 * (programmatic-refresh-tokens, 2026-11-22).
 */
export function answerOAuth(request: WireRequest, world: World): Answer {
  const { path, method, headers, body } = request;
  const name = nameEndpoint(path) ?? '';
  if (name === AUTHORIZATION) return answerAuthorization(request, world);
  const answer = ENDPOINTS[name];
  if (!answer) throw new Refusal({ status: 404, text: '' });
  if (method !== 'POST') throw refuseGrant(405, 'invalid_request', `Method ${method} is not supported`);
  if (headers.authorization !== undefined) throw refuseClient();
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  return answer(new URLSearchParams(isForm ? body : ''), world);
}

function grantToken(form: URLSearchParams, world: World): Answer {
  const grant = requireField(form, 'grant_type');
  switch (grant) {
    case 'authorization_code':
      return redeemCode(form, world);
    case 'refresh_token':
      return refreshToken(form, world);
    default:
      throw refuseGrant(400, 'unsupported_grant_type', `Grant type "${grant}" is not supported by the sandbox`);
  }
}

/** LinkedIn does not say whether the code or the redirect URL is wrong; the wording is inferred. */
function redeemCode(form: URLSearchParams, world: World): Answer {
  const code = requireField(form, 'code');
  const redirectUri = requireField(form, 'redirect_uri');
  checkClient(form);
  const consent = world.codes.redeem(code);
  if (consent?.redirectUri !== redirectUri) {
    const text = 'Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code';
    throw refuseGrant(400, 'invalid_request', text);
  }
  return answerGrant(world.tokens.consent(consent.scopes), { world, renewable: world.options.consent.refreshToken });
}

function refreshToken(form: URLSearchParams, world: World): Answer {
  const shown = requireField(form, 'refresh_token');
  checkClient(form);
  const { state } = world.tokens.refreshToken();
  if (shown !== REFRESH_TOKEN || state !== 'valid') {
    const text = 'The provided authorization grant or refresh token is invalid, expired or revoked';
    throw refuseGrant(400, 'invalid_request', text);
  }
  return answerGrant(world.tokens.mint(), { world, renewable: true });
}

function answerGrant(token: AccessToken, { world, renewable }: { world: World; renewable: boolean }): Answer {
  const secondsTo = (instant: number): number => Math.floor((instant - token.createdAt) / 1000);
  return {
    status: 200,
    json: {
      access_token: token.text,
      expires_in: secondsTo(token.expiresAt),
      ...(renewable && {
        refresh_token: REFRESH_TOKEN,
        refresh_token_expires_in: secondsTo(world.tokens.refreshToken().expiresAt),
      }),
      scope: joinScopes(world),
    },
  };
}

function introspectToken(form: URLSearchParams, world: World): Answer {
  const text = requireField(form, 'token');
  checkClient(form);
  const { grantedAt, expiresAt, state } = world.tokens.refreshToken();
  const token: Pick<AccessToken, 'createdAt' | 'expiresAt'> | undefined =
    text === REFRESH_TOKEN ? { createdAt: grantedAt, expiresAt } : world.tokens.find(text);
  // Another app's token gets the same answer as one that never existed.
  if (!token) return { status: 200, json: { active: false } };
  const status = text === REFRESH_TOKEN ? state : world.tokens.stateOf(token as AccessToken);
  return {
    status: 200,
    json: {
      active: status === 'valid',
      status: status === 'valid' ? 'active' : status,
      scope: joinScopes(world),
      client_id: CLIENT_ID,
      created_at: toSeconds(token.createdAt),
      expires_at: toSeconds(token.expiresAt),
      authorized_at: toSeconds(grantedAt),
      auth_type: '3L',
    },
  };
}

function checkClient(form: URLSearchParams): void {
  const id = requireField(form, 'client_id');
  const secret = requireField(form, 'client_secret');
  if (id !== CLIENT_ID) throw refuseGrant(400, 'invalid_client', 'Client authentication failed');
  if (secret !== CLIENT_SECRET) throw refuseClient();
}

function requireField(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw refuseGrant(400, 'invalid_request', `A required parameter "${name}" is missing`);
  return value;
}

function refuseClient(): Refusal {
  return refuseGrant(401, 'invalid_client', 'Client authentication failed');
}

function refuseGrant(status: number, error: string, description: string): Refusal {
  return new Refusal({ status, json: { error, error_description: description } });
}

function joinScopes({ tokens, options }: World): string {
  return tokens.scopes().join(options.token.scopeSeparator);
}

function toSeconds(instant: number): number {
  return Math.floor(instant / 1000);
}
