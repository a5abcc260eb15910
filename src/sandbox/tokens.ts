import { parseInstant } from './data/days.js';
import type { SandboxOptions, TokenState } from './options.js';

/** Fictional, the same in every sandbox, and long enough to be searched for in logs. */
export const CLIENT_ID = '78sandboxclient';
export const CLIENT_SECRET = 'WPL_AP1.sandbox-client-secret+fictional/0123456789==';
export const REFRESH_TOKEN = 'AQW-sandbox-refresh-token-fictional-5d41402abc4b2a76b9719d911017c592';

export interface AccessToken {
  readonly text: string;
  /** Short name for the request log, which never shows the token: `initial`, `refreshed-1`, `consented-2`, … */
  readonly label: string;
  /** Epoch milliseconds of the sandbox clock. */
  readonly createdAt: number;
  readonly expiresAt: number;
  state: TokenState;
  /** Calls, and instant of real time, until which it is refused as too new. */
  freshCalls: number;
  freshUntil: number;
}

export interface Tokens {
  readonly initial: AccessToken;
  /**
   * A new access token, as the member's consent gives. The refresh token's life begins anew; tokens with other scopes
   * are worth nothing from now on (authorization-code-flow).
   */
  consent(scopes: readonly string[]): AccessToken;
  /** What every token may do: what the member consented to last, as far as the app still has it. */
  scopes(): readonly string[];
  /** A new access token, as a refresh gives. It never outlives the refresh token. */
  mint(): AccessToken;
  find(text: string): AccessToken | undefined;
  /** What a call with this token meets with. */
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
