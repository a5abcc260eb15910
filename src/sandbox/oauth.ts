import { Refusal, type Answer } from './http/answer.js';
import type { WireRequest } from './http/wire-request.js';
import type { AccessToken } from './tokens.js';
import { CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN } from './tokens.js';
import type { World } from './world.js';

const ENDPOINTS: Readonly<Record<string, (form: URLSearchParams, world: World) => Answer>> = {
  accessToken: refreshToken,
  introspectToken,
};

/** Name of the OAuth endpoint of a path, as the request log and faults know it. */
export function nameEndpoint(path: string): string | null {
  const name = path.slice('/oauth/v2/'.length);
  return name in ENDPOINTS ? name : null;
}

/** Answers `/oauth/v2/…`: forms only, and the client's credentials in the form (programmatic-refresh-tokens, 2026-11-22). */
export function answerOAuth({ path, method, headers, body }: WireRequest, world: World): Answer {
  const answer = ENDPOINTS[nameEndpoint(path) ?? ''];
  if (!answer) throw new Refusal({ status: 404, text: '' });
  if (method !== 'POST') throw refuseGrant(405, 'invalid_request', `Method ${method} is not supported`);
  if (headers.authorization !== undefined) throw refuseClient();
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  return answer(new URLSearchParams(isForm ? body : ''), world);
}

function refreshToken(form: URLSearchParams, world: World): Answer {
  const grant = requireField(form, 'grant_type');
  if (grant !== 'refresh_token') {
    throw refuseGrant(400, 'unsupported_grant_type', `Grant type "${grant}" is not supported by the sandbox`);
  }
  const shown = requireField(form, 'refresh_token');
  checkClient(form);
  const { state, expiresAt } = world.tokens.refreshToken();
  if (shown !== REFRESH_TOKEN || state !== 'valid') {
    const text = 'The provided authorization grant or refresh token is invalid, expired or revoked';
    throw refuseGrant(400, 'invalid_request', text);
  }
  const token = world.tokens.mint();
  const secondsTo = (instant: number): number => Math.floor((instant - token.createdAt) / 1000);
  return {
    status: 200,
    json: {
      access_token: token.text,
      expires_in: secondsTo(token.expiresAt),
      refresh_token: REFRESH_TOKEN,
      refresh_token_expires_in: secondsTo(expiresAt),
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
  // The token of another app looks the same as one that never was.
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

function joinScopes({ options }: World): string {
  return options.scopes.join(options.token.scopeSeparator);
}

function toSeconds(instant: number): number {
  return Math.floor(instant / 1000);
}
