import type { Clock, Sleep } from '../clock.js';
import type { Credentials } from '../config/config.js';
import type { Logger } from '../log/logger.js';
import { createExpiryNotice } from './expiry.js';
import { LONG_WAIT_FACTOR } from './retry.js';
import type { TokenEndpoint } from './token-endpoint.js';
import type { Outcome } from './transport.js';

/** What is known about the token in use; null where LinkedIn has not said. Instants are epoch milliseconds. */
export interface TokenFacts {
  readonly scopes: ReadonlySet<string> | null;
  readonly accessTokenEndsAt: number | null;
  readonly refreshTokenEndsAt: number | null;
}

/** A token lent to one try of a call. */
export interface Lease {
  readonly token: string;
  /** Goes up whenever the meaning of a 401 changes: after a refresh, a wait, or a token's first success. */
  readonly epoch: number;
}

export interface TokenProvider {
  /** The token to use now; fetches it, or waits for it, first where necessary. */
  lease(): Promise<Lease>;
  /** LinkedIn accepted the token. */
  accepted(lease: Lease): void;
  /**
   * LinkedIn answered 401. Resolves when the call may be sent again, or with `lost` when there is nothing left to try.
   * A call gets one refresh (`hadRefresh`): a resource that always answers 401 must not use up a token per try.
   */
  refused(lease: Lease, hadRefresh: boolean): Promise<'again' | 'refreshed' | 'lost'>;
  /** LinkedIn's own answer about the token in use; null without client credentials. */
  introspect(): Promise<Outcome | null>;
  readonly facts: TokenFacts;
}

export interface TokenProviderOptions {
  readonly credentials: Credentials;
  readonly endpoint: TokenEndpoint;
  readonly retryWaitMs: number;
  readonly wallClock: Clock;
  readonly sleep: Sleep;
  readonly signal: AbortSignal;
  readonly logger: Pick<Logger, 'warning' | 'conceal'>;
}

const UNKNOWN: TokenFacts = { scopes: null, accessTokenEndsAt: null, refreshTokenEndsAt: null };
const LONGEST_MARGIN_MS = 300_000;

interface Held {
  readonly token: string;
  readonly renewAt: number;
  /** Fetched because the token before it was refused. */
  readonly replacesRefused: boolean;
  /** A call with it has succeeded. */
  proven: boolean;
  waitedFor: boolean;
}

export function createTokenProvider(options: TokenProviderOptions): TokenProvider {
  const { credentials, endpoint, retryWaitMs, wallClock, sleep, signal, logger } = options;
  const notice = createExpiryNotice({ logger, wallClock, renewable: credentials.kind === 'oauth' });
  let facts = UNKNOWN;
  let held: Held | null = null;
  let refreshToken = credentials.kind === 'oauth' ? credentials.refreshToken : '';
  let epoch = 0;
  let busy: Promise<void> | null = null;
  for (const secret of secretsOf(credentials)) logger.conceal(secret);

  /** Runs one wait or fetch at a time, shared by all callers. A failed one stays, so that later callers fail too. */
  function share(work: () => Promise<void>): Promise<void> {
    busy ??= (async () => {
      await work();
      busy = null;
      epoch += 1;
    })();
    return busy;
  }

  const fetchToken = (replacesRefused: boolean): Promise<void> =>
    share(async () => {
      if (credentials.kind === 'access_token') return adopt(credentials);
      const { clientId, clientSecret } = credentials;
      const grant = await endpoint.grant({
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: clientId,
        client_secret: clientSecret,
      });
      // LinkedIn does not rotate refresh tokens today; if it starts to, the old one becomes worthless.
      refreshToken = grant.refreshToken ?? refreshToken;
      const { scopes, accessTokenEndsAt, refreshTokenEndsAt } = grant;
      facts = { scopes, accessTokenEndsAt, refreshTokenEndsAt };
      held = {
        token: grant.accessToken,
        renewAt: renewalOf(accessTokenEndsAt),
        replacesRefused,
        proven: false,
        waitedFor: false,
      };
      notice.check(facts);
    });

  async function adopt({ accessToken, clientId, clientSecret }: Credentials & { kind: 'access_token' }): Promise<void> {
    held = { token: accessToken, renewAt: Infinity, replacesRefused: false, proven: false, waitedFor: false };
    if (clientId === undefined || clientSecret === undefined) return;
    const known = await endpoint.introspect({ client_id: clientId, client_secret: clientSecret, token: accessToken });
    facts = { ...UNKNOWN, ...known };
    notice.check(facts);
  }

  /** A new token may be refused for some seconds: 401 65601 has been seen right after a refresh. */
  const waitFor = (fresh: Held): Promise<void> =>
    share(async () => {
      await sleep(LONG_WAIT_FACTOR * retryWaitMs, signal);
      fresh.waitedFor = true;
    });

  function renewalOf(endsAt: number | null): number {
    if (endsAt === null) return Infinity;
    return endsAt - Math.min(LONGEST_MARGIN_MS, (endsAt - wallClock()) / 10);
  }

  async function lend(): Promise<Lease> {
    if (held === null || wallClock() >= held.renewAt) await fetchToken(false);
    else await busy;
    // Narrowing is lost across await; a fetch that brought no token has rejected above.
    return { token: (held as Held).token, epoch };
  }

  return {
    lease: lend,

    async introspect() {
      const { token } = await lend();
      const { clientId, clientSecret } = credentials;
      if (clientId === undefined || clientSecret === undefined) return null;
      return await endpoint.askAbout({ client_id: clientId, client_secret: clientSecret, token });
    },

    accepted({ token }) {
      if (held?.token !== token || held.proven) return;
      held.proven = true;
      epoch += 1;
    },

    async refused(lease, hadRefresh) {
      if (credentials.kind === 'access_token' || held === null) return 'lost';
      if (lease.epoch !== epoch) return 'again';
      const before = held;
      if (busy !== null) await busy;
      else if (!held.proven && !held.waitedFor) await waitFor(held);
      else if (hadRefresh || (held.replacesRefused && !held.proven)) return 'lost';
      else await fetchToken(true);
      return held === before ? 'again' : 'refreshed';
    },

    get facts() {
      return facts;
    },
  };
}

function secretsOf(credentials: Credentials): string[] {
  const { clientSecret } = credentials;
  const token = credentials.kind === 'oauth' ? credentials.refreshToken : credentials.accessToken;
  return clientSecret === undefined ? [token] : [token, clientSecret];
}
