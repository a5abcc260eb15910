import type { Grant } from '../linkedin/token-endpoint.js';

/** What was granted and until when, as lines for the user. Contains no secret. */
export function summarize(grant: Grant, requested: readonly string[]): string[] {
  const { scopes, accessTokenEndsAt, refreshToken, refreshTokenEndsAt } = grant;
  const missing = scopes === null ? [] : requested.filter((scope) => !scopes.has(scope));
  return [
    scopes === null ? 'LinkedIn did not say which scopes it granted.' : `Granted: ${[...scopes].join(', ')}.`,
    ...(missing.length > 0
      ? [`NOT granted: ${missing.join(', ')}. Streams that need them will be refused; the app may lack the product.`]
      : []),
    `The access token ${endOf(accessTokenEndsAt)}.`,
    refreshToken === null
      ? 'LinkedIn granted no refresh token, which only some apps get: the access token is valid for at most 60 days, then run login again.'
      : `The refresh token ${endOf(refreshTokenEndsAt)}; run login again before then.`,
  ];
}

function endOf(instant: number | null): string {
  return instant === null
    ? 'ends on a date that LinkedIn did not give'
    : `ends on ${new Date(instant).toISOString().slice(0, 10)}`;
}
