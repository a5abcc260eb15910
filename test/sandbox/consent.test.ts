import { expect } from 'chai';
import { call, useSandbox, type Reply } from './client.js';

const REDIRECT = 'http://localhost:8722/callback';

describe('sandbox: consent', () => {
  const sandbox = useSandbox();

  const address = (changes: Readonly<Record<string, string | undefined>> = {}): string => {
    const all = {
      response_type: 'code',
      client_id: sandbox().oauthConfig.client_id,
      redirect_uri: REDIRECT,
      state: 'a+state&more',
      scope: 'rw_organization_admin r_organization_social',
      ...changes,
    };
    const given = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return `/oauth/v2/authorization?${new URLSearchParams(given).toString()}`;
  };
  const send = async (path: string, decision?: string): Promise<Reply> =>
    await call(sandbox(), path, {
      headers: { authorization: undefined, 'content-type': 'application/x-www-form-urlencoded' },
      ...(decision !== undefined && { method: 'POST', body: `decision=${decision}` }),
    });
  const landing = ({ headers }: Reply): URLSearchParams => new URL(headers.location!).searchParams;
  const getCode = async (changes = {}): Promise<string> => landing(await send(address(changes), 'allow')).get('code')!;
  const redeem = async (code: string, changes: Readonly<Record<string, string>> = {}): Promise<Reply> => {
    const { client_id, client_secret } = sandbox().oauthConfig;
    const form = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, client_id, client_secret };
    return await call(sandbox(), '/oauth/v2/accessToken', {
      method: 'POST',
      headers: { authorization: undefined, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form, ...changes }).toString(),
    });
  };

  it('the page says who asks for what, without scripts and with everything escaped', async () => {
    const { status, text, headers } = await send(address({ redirect_uri: 'http://localhost/?a=<b>"' }));
    expect([status, headers['content-type']]).to.deep.equal([200, 'text/html; charset=utf-8']);
    expect(text).to.include('78sandboxclient').and.to.include('r_organization_social');
    expect(text)
      .to.include('&lt;b&gt;&quot;')
      .and.not.to.match(/<script|<b>/);
  });

  it('a decision redirects with the state and a code or an error', async () => {
    const allowed = await send(address(), 'allow');
    expect(allowed.status).to.equal(302);
    expect([...landing(allowed).keys()]).to.deep.equal(['code', 'state']);
    expect(landing(allowed).get('state')).to.equal('a+state&more');
    expect(landing(await send(address(), 'deny')).get('error')).to.equal('user_cancelled_authorize');
    expect(landing(await send(address(), 'leave')).get('error')).to.equal('user_cancelled_login');
    expect((await send(address(), 'shrug')).status).to.equal(400);
  });

  it('a wrong client or redirect URL is reported on a page, any other mistake by a redirect', async () => {
    sandbox().set({ consent: { redirectUrls: [REDIRECT] } });
    for (const changes of [
      { client_id: 'another' },
      { redirect_uri: 'nowhere' },
      { redirect_uri: 'http://x.example/' },
    ]) {
      const { status, headers } = await send(address(changes));
      expect([status, headers.location], JSON.stringify(changes)).to.deep.equal([400, undefined]);
    }
    const errorOf = async (changes: object): Promise<string | null> =>
      landing(await send(address({ ...changes }))).get('error');
    expect(await errorOf({ response_type: 'token' })).to.equal('unsupported_response_type');
    expect(await errorOf({ state: undefined })).to.equal('invalid_request');
    expect(await errorOf({ scope: '' })).to.equal('invalid_request');
    expect(await errorOf({ scope: 'r_marketing_leadgen_automation' })).to.equal('unauthorized_scope_error');
  });

  it('a code is valid once, for its redirect URL, its client and 30 minutes', async () => {
    const code = await getCode();
    expect((await redeem(code)).status).to.equal(200);
    expect((await redeem(code)).status).to.equal(400);
    expect((await redeem(await getCode(), { redirect_uri: 'http://localhost:8723/callback' })).status).to.equal(400);
    expect((await redeem(await getCode(), { client_secret: 'wrong' })).status).to.equal(401);
    const late = await getCode();
    sandbox().set({ now: '2026-11-22T09:30:00Z' });
    expect((await redeem(late)).status).to.equal(400);
  });

  it('tokens have the granted scopes; earlier ones with other scopes are revoked', async () => {
    sandbox().set({ consent: { withheldScopes: ['r_organization_social'], refreshToken: false } });
    const { json } = await redeem(await getCode());
    expect(json).to.include({ scope: 'rw_organization_admin', expires_in: 5_184_000 });
    expect(json).not.to.have.any.keys('refresh_token', 'refresh_token_expires_in');
    const statusOf = async (token: string, path: string): Promise<number> =>
      (await call(sandbox(), path, { headers: { authorization: `Bearer ${token}` } })).status;
    const posts = '/rest/posts?q=author&author=urn%3Ali%3Aorganization%3A104729384';
    const acls = '/rest/organizationAcls?q=roleAssignee';
    expect(await statusOf(json.access_token, acls)).to.equal(200);
    expect(await statusOf(json.access_token, posts)).to.equal(403);
    expect(await statusOf(sandbox().config.access_token, acls)).to.equal(401);
  });

  it('the lifetime of the refresh token starts with the consent', async () => {
    sandbox().set({ now: '2027-06-01T00:00:00Z' });
    expect((await redeem(await getCode())).json['refresh_token_expires_in']).to.equal(365 * 86_400);
  });
});
