import type { Settings } from '../generated/config.js';
import type { Credentials } from './config.js';
import type { ConfigFault } from './given.js';
import { AUTH_METHOD } from './schema.js';

const OAUTH_SETTINGS = ['client_id', 'client_secret', 'refresh_token'] as const;

export const CREDENTIAL_SETTINGS = ['access_token', ...OAUTH_SETTINGS] as const;

const AUTH_METHODS = ['oauth2.0', 'access_token'] as const;

export type AuthMethod = (typeof AUTH_METHODS)[number];

export function parseAuthMethod(value: unknown): AuthMethod | undefined {
  return AUTH_METHODS.find((method) => typeof value === 'string' && value.trim().toLowerCase() === method);
}

/** OAuth if everything for it is there, else the access token, else the faults that say what is missing. */
export function chooseCredentials(
  settings: Settings,
  method: AuthMethod | undefined,
): Credentials | readonly ConfigFault[] {
  const { access_token: accessToken, client_id: clientId, client_secret: clientSecret } = settings;
  const { refresh_token: refreshToken } = settings;

  if (method === 'access_token') {
    return accessToken ? { kind: 'access_token', accessToken } : missing(['access_token'], method);
  }
  if (clientId && clientSecret && refreshToken) return { kind: 'oauth', clientId, clientSecret, refreshToken };

  const lacking = OAUTH_SETTINGS.filter((name) => !settings[name]);
  if (method === 'oauth2.0') return missing(lacking, method);
  if (accessToken) {
    return { kind: 'access_token', accessToken, ...(clientId && { clientId }), ...(clientSecret && { clientSecret }) };
  }
  if (lacking.length < OAUTH_SETTINGS.length) return missing(lacking);
  return [
    { path: 'access_token', message: 'is missing: give it, or client_id, client_secret and refresh_token for OAuth' },
  ];
}

function missing(names: readonly string[], method?: AuthMethod): readonly ConfigFault[] {
  return names.map((name) => {
    if (method) return { path: `credentials.${name}`, message: `is missing: ${AUTH_METHOD} requires it` };
    return { path: name, message: `is missing: OAuth needs ${OAUTH_SETTINGS.join(', ')}; or give an access_token` };
  });
}
