import { expect } from 'chai';
import type { TapError } from '../../src/errors.js';
import type { Credentials } from '../../src/config/config.js';
import { AuthError, TokenEndpointError, UnansweredError } from '../../src/linkedin/errors.js';
import { ACLS, NOW, OAUTH, OK, SHARES, UNAVAILABLE, rejection, useHarness } from './harness.js';
import { grant, oauthServer, trail, unauthorized } from './oauth-server.js';

const DAY_MS = 86_400_000;
const HELD: Credentials = { kind: 'access_token', accessToken: 'AQX-made-up-access' };

describe('a given access token', () => {
  const { serve, connect } = useHarness();

  for (const [code, name, words] of [
    [65602, 'EXPIRED_ACCESS_TOKEN', 'your access token has expired: re-authenticate to get a new one'],
    [65601, 'REVOKED_ACCESS_TOKEN', 'your access token was revoked: re-authenticate to get a new one'],
    [65600, 'INVALID_ACCESS_TOKEN', 'your access token is invalid: re-authenticate to get a new one'],
  ] as const) {
    it(`ends the run at once when LinkedIn answers 401 ${code}`, async () => {
      const server = await serve([unauthorized(code, name)]);
      const client = connect(server, { credentials: HELD });
      const error = await rejection(client.get(SHARES));
      expect(error).to.be.instanceOf(AuthError).with.property('code', 'TOKEN_REFUSED');
      expect(error.message).to.include(words);
      expect(await rejection(client.get(ACLS))).to.equal(error);
      expect(server.received).to.have.length(1);
      expect(client.waits).to.deep.equal([]);
    });
  }

  it('is introspected at start if there are client credentials', async () => {
    const endsAt = (NOW + 40 * DAY_MS) / 1000;
    const server = await serve([
      { body: { active: true, scope: 'r_organization_social rw_organization_admin', expires_at: endsAt } },
    ]);
    const client = connect(server, { credentials: { ...HELD, clientId: '78made-up', clientSecret: 'made-up-secret' } });
    const facts = await client.authorize();
    expect([...(facts.scopes ?? [])]).to.deep.equal(['r_organization_social', 'rw_organization_admin']);
    expect(facts.accessTokenEndsAt).to.equal(NOW + 40 * DAY_MS);
    expect(server.received.map(({ method, url, body }) => [method, url, body])).to.deep.equal([
      [
        'POST',
        '/oauth/v2/introspectToken',
        'client_id=78made-up&client_secret=made-up-secret&token=AQX-made-up-access',
      ],
    ]);
  });

  it('is used even if it cannot be introspected', async () => {
    for (const reply of [UNAVAILABLE, { status: 401, body: '' }, { body: { active: false } }, { body: '<html>' }]) {
      const server = await serve([reply, OK]);
      const client = connect(server, {
        credentials: { ...HELD, clientId: '78made-up', clientSecret: 'made-up-secret' },
      });
      await client.get(SHARES);
      expect(client.token.scopes).to.equal(null);
      expect(server.received).to.have.length(2);
    }
  });

  it('causes one warning within 30 days of its expiry', async () => {
    const server = await serve([{ body: { active: true, expires_at: (NOW + 5 * DAY_MS) / 1000 } }, OK, OK]);
    const client = connect(server, { credentials: { ...HELD, clientId: '78made-up', clientSecret: 'made-up-secret' } });
    await client.get(SHARES);
    await client.get(SHARES);
    const warnings = client.lines.filter((line) => line.startsWith('WARNING'));
    expect(warnings).to.deep.equal([
      'WARNING The access token ends on 2026-11-27: re-authenticate before then to get a new one.',
    ]);
  });
});

describe('fetching a token', () => {
  const { serve, connect } = useHarness();

  it('posts the credentials as a form, only once for calls that start together', async () => {
    const server = await serve(oauthServer(() => OK));
    const client = connect(server, { credentials: OAUTH });
    await Promise.all(Array.from({ length: 5 }, () => client.get(SHARES)));
    const { method, headers, body } = server.received[0]!;
    expect([method, headers['content-type'], headers.authorization, body]).to.deep.equal([
      'POST',
      'application/x-www-form-urlencoded',
      undefined,
      'grant_type=refresh_token&refresh_token=AQW-made-up-refresh&client_id=78made-up&client_secret=made-up-client-secret',
    ]);
    expect(trail(server)).to.deep.equal(['token', '1', '1', '1', '1', '1']);
    expect(client.calls.total).to.equal(5);
  });

  it('renews it when the smaller of five minutes and a tenth of its life is left', async () => {
    for (const [life, margin] of [
      [5_184_000, 300],
      [600, 60],
    ] as const) {
      let now = NOW;
      const server = await serve(oauthServer(() => OK, { expires_in: life }));
      const client = connect(server, { credentials: OAUTH, wallClock: () => now });
      await client.get(SHARES);
      now = NOW + (life - margin) * 1000 - 1;
      await client.get(SHARES);
      now += 1;
      await Promise.all([client.get(SHARES), client.get(SHARES)]);
      expect(trail(server)).to.deep.equal(['token', '1', '1', 'token', '2', '2']);
    }
  });

  it('copes with odd and missing lifetimes and scopes', async () => {
    for (const odd of [
      { expires_in: undefined, scope: undefined },
      { expires_in: 0, refresh_token_expires_in: -1, scope: '' },
      { expires_in: 'soon', refresh_token_expires_in: null, scope: 7 },
      { expires_in: '5184000', refresh_token_expires_in: 525_600 },
    ]) {
      const server = await serve(oauthServer(() => OK, odd));
      const client = connect(server, { credentials: OAUTH });
      await client.get(SHARES);
      await client.get(SHARES);
      expect(trail(server)).to.deep.equal(['token', '1', '1']);
      expect(client.lines.filter((line) => line.startsWith('WARNING'))).to.deep.equal([]);
    }
  });

  it('warns once of tokens within 30 days of their expiry, each with its remedy', async () => {
    let now = NOW;
    const lives = { refresh_token_expires_in: 29 * 86_400, expires_in: 86_400 };
    const server = await serve(oauthServer(() => OK, lives));
    const client = connect(server, { credentials: OAUTH, wallClock: () => now });
    await client.get(SHARES);
    now += DAY_MS;
    await client.get(SHARES);
    expect(client.lines.filter((line) => line.startsWith('WARNING'))).to.deep.equal([
      'WARNING The access token ends on 2026-11-23: it is renewed as long as the refresh token is valid; re-authenticate before that one ends.',
      'WARNING The refresh token ends on 2026-12-21: re-authenticate before then to get a new one.',
    ]);
  });

  it('uses a new refresh token once LinkedIn returns one', async () => {
    let now = NOW;
    const server = await serve(oauthServer(() => OK, { refresh_token: 'AQW-made-up-other' }));
    const client = connect(server, { credentials: OAUTH, wallClock: () => now });
    await client.get(SHARES);
    now += 60 * DAY_MS;
    await client.get(SHARES);
    const sent = server.received.filter(({ method }) => method === 'POST').map(({ body }) => new URLSearchParams(body));
    expect(sent.map((form) => form.get('refresh_token'))).to.deep.equal(['AQW-made-up-refresh', 'AQW-made-up-other']);
  });

  it('fails for good when LinkedIn refuses it, for every call, and shows why but no secret', async () => {
    for (const status of [400, 401]) {
      const body = {
        error: 'invalid_request',
        error_description: 'The refresh token AQW-made-up-refresh is invalid, expired or revoked',
      };
      const server = await serve(() => ({ status, body }));
      const client = connect(server, { credentials: OAUTH });
      const error = await rejection(client.get(SHARES));
      expect(error).to.be.instanceOf(TokenEndpointError).with.property('code', 'TOKEN_NOT_GRANTED');
      expect(error.message).to.equal(
        `LinkedIn granted no access token: POST accessToken answered HTTP ${status} invalid_request: ` +
          'The refresh token *** is invalid, expired or revoked.',
      );
      expect(await rejection(client.get(ACLS))).to.equal(error);
      expect(server.received).to.have.length(1);
    }
  });

  it('fails for good when the answer contains no token', async () => {
    const error = await rejection(connect(await serve([{ body: {} }]), { credentials: OAUTH }).get(SHARES));
    expect(error.message).to.include('HTTP 200 without an access_token');
  });

  it('is retried after a 5xx, and does not count against the budget', async () => {
    const server = await serve([UNAVAILABLE, UNAVAILABLE, grant('AQX-made-up-1'), OK]);
    const client = connect(server, { credentials: OAUTH, maxCalls: 1 });
    await client.get(SHARES);
    expect(client.waits).to.deep.equal([1000, 2000]);
    expect(client.calls.total).to.equal(1);
  });

  it('is retried after 408 and 429, which do not mean a wrong client secret', async () => {
    for (const status of [408, 429]) {
      const busy = { status, body: { error: 'too_many_requests' } };
      const server = await serve([busy, busy, grant('AQX-made-up-1'), OK]);
      const client = connect(server, { credentials: OAUTH });
      await client.get(SHARES);
      expect(client.waits).to.deep.equal([1000, 2000]);
      const always = await serve(() => busy);
      const error = await rejection(connect(always, { credentials: OAUTH, maxTries: 2 }).get(SHARES));
      expect(error).to.be.instanceOf(UnansweredError);
      expect((error as TapError).advice)
        .to.include(String(status))
        .and.not.include('client_secret');
    }
  });

  it('gives up after max_tries', async () => {
    const server = await serve(() => UNAVAILABLE);
    const error = await rejection(connect(server, { credentials: OAUTH, maxTries: 2 }).get(SHARES));
    expect(error).to.be.instanceOf(UnansweredError);
    expect(error.message).to.match(/^POST accessToken was not answered in 2 tries/);
  });
});
