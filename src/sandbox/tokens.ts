import { parseInstant } from './data/days.js';
import type { SandboxOptions, TokenState } from './options.js';

/** Fictional, the same in every sandbox, and long enough to search for in logs. */
export const CLIENT_ID = '78sandboxclient';
export const CLIENT_SECRET = 'WPL_AP1.sandbox-client-secret+fictional/0123456789==';
export const REFRESH_TOKEN = 'AQW-sandbox-refresh-token-fictional-5d41402abc4b2a76b9719d911017c592';

export interface AccessToken {
  readonly text: string;
  /** Short name for the request log, which never shows the token itself: `initial`, `refreshed-1`, `consented-2`, … */
  readonly label: string;
  /** Epoch milliseconds of the sandbox clock. */
  readonly createdAt: number;
  readonly expiresAt: number;
  state: TokenState;
  /** How many calls, and until what real time, it is refused as too new. */
  freshCalls: number;
  freshUntil: number;
}

export interface Tokens {
  readonly initial: AccessToken;
  /**
   * A new access token, from the member's consent. The refresh token's lifetime starts again; if the scopes differ from
   * the current ones, all earlier access tokens are revoked (authorization-code-flow).
   */
  consent(scopes: readonly string[]): AccessToken;
  /** Scopes of every token: those of the last consent, as far as the app still has them. */
  scopes(): readonly string[];
  /** A new access token, from a refresh. It never outlives the refresh token. */
  mint(): AccessToken;
  find(text: string): AccessToken | undefined;
  /** The state that a call with this token meets; counts as one call of a fresh token. */
  use(text: string): TokenState | 'unknown' | 'fresh';
  stateOf(token: AccessToken): TokenState;
  /** Sets the state of every access token issued so far. */
  setAll(state: TokenState): void;
  refreshToken(): { readonly state: TokenState; readonly grantedAt: number; readonly expiresAt: number };
}

export function createTokens(readOptions: () => SandboxOptions, clock: () => number): Tokens {
  const start = clock();
  const issued = new Map<string, AccessToken>();
  let consented: { readonly time: number; readonly scopes: readonly string[] } | null = null;

  const refreshToken: Tokens['refreshToken'] = () => {
    const { refresh, grantedAt, refreshTokenSeconds } = readOptions().token;
    const granted = consented?.time ?? (grantedAt === null ? start : parseInstant(grantedAt));
    const expiresAt = granted + refreshTokenSeconds * 1000;
    const state = refresh === 'valid' && clock() >= expiresAt ? 'expired' : refresh;
    return { state, grantedAt: granted, expiresAt };
  };

  const issue = (label: string, fresh: { readonly calls?: number; readonly ms?: number }): AccessToken => {
    const createdAt = clock();
    const end = createdAt + readOptions().token.accessTokenSeconds * 1000;
    const token: AccessToken = {
      text: `AQX-sandbox-access-token-fictional-${label}-098f6bcd4621d373cade4e832627b4f6`,
      label,
      createdAt,
      expiresAt: Math.min(end, refreshToken().expiresAt),
      state: 'valid',
      freshCalls: fresh.calls ?? 0,
      freshUntil: Date.now() + (fresh.ms ?? 0),
    };
    issued.set(token.text, token);
    return token;
  };

  const scopes: Tokens['scopes'] = () => {
    const { scopes: all } = readOptions();
    return consented ? consented.scopes.filter((scope) => all.includes(scope)) : all;
  };

  const setAll: Tokens['setAll'] = (state) => {
    for (const token of issued.values()) token.state = state;
  };

  const stateOf = (token: AccessToken): TokenState =>
    token.state === 'valid' && clock() >= token.expiresAt ? 'expired' : token.state;

  return {
    initial: issue('initial', {}),
    consent(allowed) {
      const before = new Set(scopes());
      if (allowed.length !== before.size || !allowed.every((scope) => before.has(scope))) setAll('revoked');
      consented = { time: clock(), scopes: allowed };
      return issue(`consented-${issued.size}`, readOptions().token.freshTokenRefusals ?? {});
    },
    scopes,
    mint: () => issue(`refreshed-${issued.size}`, readOptions().token.freshTokenRefusals ?? {}),
    find: (text) => issued.get(text),
    use(text) {
      const token = issued.get(text);
      if (!token) return 'unknown';
      if (token.freshCalls > 0) {
        token.freshCalls--;
        return 'fresh';
      }
      return Date.now() < token.freshUntil ? 'fresh' : stateOf(token);
    },
    stateOf,
    setAll,
    refreshToken,
  };
}
