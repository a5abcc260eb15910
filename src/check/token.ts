import { DAY_MS } from '../clock.js';
import type { Config } from '../config/config.js';
import type { TokenFacts } from '../linkedin/auth.js';
import { expiryWarning } from '../linkedin/expiry.js';
import { versionEnd, versionWarning } from '../linkedin/version.js';
import { DateTime } from '../calendar.js';
import { outcomeOf, type CheckRun, type Culprit } from './run.js';
import { notChecked, type Outcome, type CheckRow } from './row.js';

export interface AccessFacts {
  readonly config: Pick<Config, 'credentials' | 'linkedinVersion' | 'apiUrl' | 'oauthUrl'>;
  readonly token: TokenFacts;
  readonly run: CheckRun;
  /** Calls made for tokens. */
  readonly tokenCalls: number;
  /** Calls to the API. */
  readonly apiCalls: number;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Connection, tokens and version: what every call needs. Described last, because the other calls show their state. */
export function describeAccess(facts: AccessFacts): CheckRow[] {
  const { config, token, run, tokenCalls, apiCalls, now } = facts;
  const renewable = config.credentials.kind === 'oauth';
  const access = { endsAt: token.accessTokenEndsAt, now, renewable };
  const refresh = { endsAt: token.refreshTokenEndsAt, now, renewable };
  const host = apiCalls > 0 ? config.apiUrl : config.oauthUrl;
  const isCutOff = run.end?.culprit === 'connection' && apiCalls === 0;
  const version = config.linkedinVersion;
  const row = (culprit: Culprit, { subject = culprit, calls, outcome }: RowParts): CheckRow => {
    const told = run.end?.culprit === culprit ? outcomeOf(run.end.error, []) : outcome;
    return { kind: 'access', subject, calls: calls + run.callsOfCulprit(culprit), ...told };
  };
  return [
    row('connection', {
      calls: isCutOff ? tokenCalls : 0,
      outcome: run.end || run.isProven ? { result: 'ok', found: `${host} answers` } : UNTRIED,
    }),
    row('access token', {
      calls: isCutOff ? 0 : tokenCalls,
      outcome: run.isProven ? describeAccessToken(access) : UNTRIED,
    }),
    ...(renewable
      ? [{ kind: 'access' as const, subject: 'refresh token', calls: 0, ...describeRefreshToken(refresh, run) }]
      : []),
    row('version', {
      subject: `version ${version}`,
      calls: 0,
      outcome: run.isProven ? describeVersion(version, now) : UNTRIED,
    }),
  ];
}

const UNTRIED = notChecked('not reached');

interface RowParts {
  readonly subject?: string;
  readonly calls: number;
  readonly outcome: Outcome;
}

interface Ending {
  readonly endsAt: number | null;
  readonly now: number;
  readonly renewable: boolean;
}

function describeAccessToken(access: Ending): Outcome {
  const origin = access.renewable ? 'fetched with refresh_token' : 'given as access_token';
  return ending(`${origin}; ${describeEnd(access)}`, { ...access, warning: expiryWarning('access', access) });
}

/** LinkedIn sends its lifetime with each new access token. */
function describeRefreshToken(refresh: Ending, { end }: CheckRun): Outcome {
  if (refresh.endsAt === null && end) return notChecked(`needs the ${end.culprit}`);
  return ending(describeEnd(refresh), { ...refresh, warning: expiryWarning('refresh', refresh) });
}

function ending(found: string, { endsAt, warning }: { endsAt: number | null; warning: string | null }): Outcome {
  return { result: warning === null ? 'ok' : 'warning', found, endsAt, ...(warning !== null && { warning }) };
}

function describeEnd({ endsAt, now, renewable }: Ending): string {
  if (endsAt !== null) return `ends on ${new Date(endsAt).toISOString().slice(0, 10)}, in ${daysTo(endsAt, now)}`;
  return renewable ? 'LinkedIn does not say when it ends' : 'its end is unknown without client_id and client_secret';
}

function describeVersion(version: string, now: number): Outcome {
  const { date, inferred } = versionEnd(version);
  const endsAt = DateTime.fromISO(date, { zone: 'utc' }).toMillis();
  const when = `${inferred ? 'about' : 'on'} ${date}`;
  const found = endsAt > now ? `ends ${when}, in ${daysTo(endsAt, now)}` : `should have ended ${when}`;
  return ending(found, { endsAt, warning: versionWarning(version, now) });
}

export function daysBetween(now: number, endsAt: number): number {
  return Math.floor((endsAt - now) / DAY_MS);
}

function daysTo(endsAt: number, now: number): string {
  const days = daysBetween(now, endsAt);
  return days === 1 ? '1 day' : `${days} days`;
}
