import { TokenEndpointError, UnansweredError } from './errors.js';
import type { JsonObject } from '../json-object.js';
import type { Logger } from '../log/logger.js';
import type { CommonClassification } from './classify.js';
import { isSuccess, classifyBody, classifyBroken, retry } from './classify.js';
import type { Asked } from './refusal.js';
import { describeRefusal, readRefusal } from './refusal.js';
import type { Retrier } from './retry.js';
import { retryAfterMs } from './retry.js';
import type { Outcome, Transport } from './transport.js';

/** A grant of the token endpoint. Instants are epoch milliseconds; null where LinkedIn does not say. */
export interface Grant {
  readonly accessToken: string;
  readonly accessTokenEndsAt: number | null;
  readonly refreshToken: string | null;
  readonly refreshTokenEndsAt: number | null;
  readonly scopes: ReadonlySet<string> | null;
}

export interface TokenEndpoint {
  /**
   * Requests a token; `form` holds grant_type, the client's credentials and the fields of the grant. A 4xx is final
   * (TokenEndpointError), except 408 and 429, which are retried like a 5xx or a broken connection.
   */
  grant(form: Readonly<Record<string, string>>): Promise<Grant>;
  /** The whole introspection answer; one try. */
  askAbout(form: Readonly<Record<string, string>>): Promise<Outcome>;
  /** What LinkedIn knows about an access token, or null if it does not say; one try. */
  introspect(form: Readonly<Record<string, string>>): Promise<Pick<Grant, 'accessTokenEndsAt' | 'scopes'> | null>;
}

export interface TokenEndpointOptions {
  readonly transport: Transport;
  /** Without a trailing slash. */
  readonly oauthUrl: string;
  readonly userAgent: string;
  readonly retrier: Retrier;
  readonly logger: Pick<Logger, 'conceal' | 'scrub'>;
  readonly wallClock: () => number;
  /** A call is about to be sent. */
  readonly onCall: () => void;
}

/**
 * LinkedIn's samples show this as the lifetime of a year. It is in minutes, while real answers are in seconds, so it is
 * ignored.
 */
const SAMPLE_LIFE = 525_600;

export function createTokenEndpoint(options: TokenEndpointOptions): TokenEndpoint {
  const { transport, oauthUrl, userAgent, retrier, logger, wallClock, onCall } = options;

  /** The client's credentials go into the form, because LinkedIn refuses HTTP Basic. */
  const post = (resource: string, form: Readonly<Record<string, string>>): Promise<Outcome> => {
    onCall();
    return transport.send({
      method: 'POST',
      url: `${oauthUrl}/${resource}`,
      headers: {
        Accept: 'application/json',
        'Content-Type': 'application/x-www-form-urlencoded',
        'User-Agent': userAgent,
      },
      body: new URLSearchParams(form).toString(),
    });
  };

  function classifyGrant(outcome: Outcome, asked: Asked): CommonClassification {
    if (outcome.kind !== 'answer') return classifyBroken(outcome, asked);
    if (isSuccess(outcome)) return classifyBody(outcome);
    const refusal = readRefusal(outcome, logger.scrub);
    const came = describeRefusal(refusal);
    if (refusal.status >= 500 || refusal.status === 429 || refusal.status === 408)
      return retry(came, retryAfterMs(outcome, wallClock()));
    return { kind: 'failed', error: new TokenEndpointError({ asked, came, refusal }) };
  }

  return {
    async grant(form) {
      const asked = { method: 'POST', resource: 'accessToken' };
      for (let tries = 1; ; tries += 1) {
        const result = classifyGrant(await post(asked.resource, form), asked);
        if (result.kind === 'answered') return readGrant(result.body, { asked, logger, now: wallClock() });
        if (result.kind === 'failed') throw result.error;
        if (tries >= retrier.maxTries) throw new UnansweredError({ asked, tries, last: result });
        await retrier.pause(result, { resource: asked.resource, tries, of: retrier.maxTries });
      }
    },

    askAbout: (form) => post('introspectToken', form),

    async introspect(form) {
      const outcome = await post('introspectToken', form);
      const result = outcome.kind === 'answer' && isSuccess(outcome) ? classifyBody(outcome) : null;
      if (result?.kind !== 'answered' || result.body['active'] !== true) return null;
      const { scope, expires_at: endsAt } = result.body;
      return { scopes: readScopes(scope), accessTokenEndsAt: inMilliseconds(endsAt) };
    },
  };
}

interface Granting {
  readonly asked: Asked;
  readonly logger: Pick<Logger, 'conceal'>;
  readonly now: number;
}

/** The characters allowed in access_token, as in the configuration. */
const PRINTABLE = /^[\u0021-\u007E]+$/;

function readGrant(body: JsonObject, { asked, logger, now }: Granting): Grant {
  const { access_token: accessToken, refresh_token: refreshToken } = body;
  if (typeof accessToken !== 'string' || accessToken === '') {
    throw new TokenEndpointError({ asked, came: 'HTTP 200 without an access_token' });
  }
  logger.conceal(accessToken);
  if (!PRINTABLE.test(accessToken)) {
    throw new TokenEndpointError({ asked, came: 'HTTP 200 with an access_token that no header can carry' });
  }
  const newRefreshToken = typeof refreshToken === 'string' && refreshToken !== '' ? refreshToken : null;
  if (newRefreshToken !== null) logger.conceal(newRefreshToken);
  const life = inMilliseconds(body['expires_in']);
  const refreshLife = body['refresh_token_expires_in'];
  const refreshLifeMs = refreshLife === SAMPLE_LIFE ? null : inMilliseconds(refreshLife);
  return {
    accessToken,
    accessTokenEndsAt: life === null ? null : now + life,
    refreshToken: newRefreshToken,
    refreshTokenEndsAt: refreshLifeMs === null ? null : now + refreshLifeMs,
    scopes: readScopes(body['scope']),
  };
}

/** Separated by commas according to LinkedIn's docs, by spaces in some answers. */
function readScopes(scope: unknown): ReadonlySet<string> | null {
  return typeof scope === 'string' && scope.trim() !== '' ? new Set(scope.trim().split(/[ ,]+/)) : null;
}

/** From seconds, as a number or as digits; null for anything else. */
function inMilliseconds(seconds: unknown): number | null {
  const value = typeof seconds === 'string' ? Number(seconds) : seconds;
  return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value * 1000 : null;
}
