import { DAY_MS, type Clock } from '../clock.js';
import type { Logger } from '../log/logger.js';

export interface TokenEnds {
  readonly accessTokenEndsAt: number | null;
  readonly refreshTokenEndsAt: number | null;
}

/** Warns once per run of each token that ends within 30 days. */
export interface ExpiryNotice {
  check(ends: TokenEnds): void;
}

export interface ExpiryNoticeOptions {
  readonly logger: Pick<Logger, 'warning'>;
  readonly wallClock: Clock;
  /** Whether a refresh token brings new access tokens. */
  readonly renewable: boolean;
}

const REMEDY = 're-authenticate before then to get a new one';
const RENEWED = 'it is renewed as long as the refresh token is valid; re-authenticate before that one ends';
const NOTICE_MS = 30 * DAY_MS;

/** The warning about a token's end, or null while that is far away or unknown. */
export function expiryWarning(
  name: 'access' | 'refresh',
  { endsAt, now, renewable }: { endsAt: number | null; now: number; renewable: boolean },
): string | null {
  if (endsAt === null || endsAt - now > NOTICE_MS) return null;
  const remedy = name === 'access' && renewable ? RENEWED : REMEDY;
  return `The ${name} token ends on ${new Date(endsAt).toISOString().slice(0, 10)}: ${remedy}.`;
}

/**
 * Access tokens live 60 days, refresh tokens 365 days from the consent, which refreshing does not extend; near that end
 * LinkedIn shortens the access tokens too
 * (learn.microsoft.com/linkedin/shared/authentication/programmatic-refresh-tokens).
 */
export function createExpiryNotice({ logger, wallClock, renewable }: ExpiryNoticeOptions): ExpiryNotice {
  const told = new Set<string>();

  function tell(name: 'access' | 'refresh', endsAt: number | null): void {
    const warning = expiryWarning(name, { endsAt, now: wallClock(), renewable });
    if (warning === null || told.has(name)) return;
    told.add(name);
    logger.warning(warning);
  }

  return {
    check({ accessTokenEndsAt, refreshTokenEndsAt }) {
      tell('access', accessTokenEndsAt);
      tell('refresh', refreshTokenEndsAt);
    },
  };
}
