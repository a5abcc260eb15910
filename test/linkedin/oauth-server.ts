import type { PlainReply, Received, Reply, TestServer } from './harness.js';

export function unauthorized(serviceErrorCode: number, code: string): PlainReply {
  return { status: 401, body: { status: 401, serviceErrorCode, code, message: 'refused' } };
}

export function grant(token: string, more: object = {}): PlainReply {
  const scope = 'r_organization_social,rw_organization_admin';
  return { body: { access_token: token, expires_in: 5_184_000, scope, ...more } };
}

/** Grants AQX-made-up-1, -2, …; `api` makes the API's answers from the token and how often it has been used. */
export function oauthServer(api: (token: string, use: number) => Reply, granted: object = {}) {
  const uses = new Map<string, number>();
  let grants = 0;
  return (request: Received): Reply => {
    if (request.url === '/oauth/v2/accessToken') return grant(`AQX-made-up-${(grants += 1)}`, granted);
    const token = tokenOf(request);
    uses.set(token, (uses.get(token) ?? 0) + 1);
    return api(token, uses.get(token) ?? 0);
  };
}

/** The requests in order: `token` for the token endpoint, else the number of the token that a call used. */
export function trail({ received }: TestServer): string[] {
  return received.map((request) => (request.url.startsWith('/oauth') ? 'token' : tokenOf(request)));
}

function tokenOf({ headers }: Received): string {
  return String(headers.authorization).replace('Bearer AQX-made-up-', '');
}
