import { expect } from 'chai';
import { aclsUrl, call, postForm, refresh, useSandbox } from './client.js';

describe('sandbox: tokens', () => {
  const sandbox = useSandbox();
  const callWith = async (authorization: string | undefined): Promise<unknown[]> => {
    const { status, json } = await call(sandbox(), aclsUrl(), { headers: { authorization } });
    return [status, json['serviceErrorCode'], json['code']];
  };
  const callInitial = (): Promise<unknown[]> => callWith(`Bearer ${sandbox().config.access_token}`);

  it('8: a missing, an unknown, a revoked and an expired token give four kinds of 401', async () => {
    expect(await callWith(undefined)).to.deep.equal([401, 401, 'EMPTY_ACCESS_TOKEN']);
    expect(await callWith('Bearer nonsense')).to.deep.equal([401, 65600, 'INVALID_ACCESS_TOKEN']);
    sandbox().set({ token: { access: 'revoked' } });
    expect(await callInitial()).to.deep.equal([401, 65601, 'REVOKED_ACCESS_TOKEN']);
    sandbox().set({ token: { access: 'valid' } });
    expect((await callInitial())[0]).to.equal(200);
    sandbox().set({ now: '2027-01-21T09:00:01Z' });
    expect(await callInitial()).to.deep.equal([401, 65602, 'EXPIRED_ACCESS_TOKEN']);
  });

  it('8: a token minted after the revocation is valid', async () => {
    sandbox().set({ token: { access: 'revoked' } });
    const { json } = await refresh(sandbox());
    expect((await callWith(`Bearer ${json.access_token}`))[0]).to.equal(200);
  });

  it('9: the token endpoint only accepts forms with the credentials in them', async () => {
    const { client_id, client_secret, refresh_token } = sandbox().oauthConfig;
    const fields = { grant_type: 'refresh_token', client_id, client_secret, refresh_token };
    const json = { 'content-type': 'application/json', authorization: undefined };
    const sent = { method: 'POST', headers: json, body: JSON.stringify(fields) };
    expect((await call(sandbox(), '/oauth/v2/accessToken', sent)).status).to.equal(400);
    const basic = {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}`,
    };
    const body = new URLSearchParams(fields).toString();
    expect((await call(sandbox(), '/oauth/v2/accessToken', { method: 'POST', headers: basic, body })).status).to.equal(
      401,
    );
    expect((await postForm(sandbox(), 'accessToken', fields)).status).to.equal(200);
  });

  it('10: a refresh gives a new access token and the same refresh token, whose lifetime is not extended', async () => {
    const first = await refresh(sandbox());
    expect(first.json).to.include({
      expires_in: 5_184_000,
      refresh_token: sandbox().oauthConfig.refresh_token,
      refresh_token_expires_in: 31_536_000,
      scope: 'r_organization_social,rw_organization_admin,r_organization_social_feed',
    });
    sandbox().set({ now: '2027-01-20T09:00:00Z' });
    const second = await refresh(sandbox());
    expect(second.json).to.include({ expires_in: 5_184_000, refresh_token_expires_in: 306 * 86_400 });
    expect(second.json.access_token).not.to.equal(first.json.access_token);
  });

  it('10: an access token does not outlive the refresh token', async () => {
    sandbox().set({ now: '2027-11-17T09:00:00Z' });
    expect((await refresh(sandbox())).json).to.include({
      expires_in: 5 * 86_400,
      refresh_token_expires_in: 5 * 86_400,
    });
  });

  it('10: expired or unknown refresh tokens, missing parameters and wrong secrets are refused', async () => {
    const { client_id, client_secret, refresh_token } = sandbox().oauthConfig;
    const fields = { grant_type: 'refresh_token', client_id, client_secret, refresh_token };
    const invalid = {
      error: 'invalid_request',
      error_description: 'The provided authorization grant or refresh token is invalid, expired or revoked',
    };
    const unknown = await postForm(sandbox(), 'accessToken', { ...fields, refresh_token: 'other' });
    expect([unknown.status, unknown.json]).to.deep.equal([400, invalid]);
    const missing = await postForm(sandbox(), 'accessToken', { grant_type: 'refresh_token', client_id, client_secret });
    expect(missing.json['error_description']).to.equal('A required parameter "refresh_token" is missing');
    const wrong = await postForm(sandbox(), 'accessToken', { ...fields, client_secret: 'other' });
    expect([wrong.status, wrong.json['error']]).to.deep.equal([401, 'invalid_client']);
    sandbox().set({ now: '2027-11-22T09:00:00Z' });
    const expired = await refresh(sandbox());
    expect([expired.status, expired.json]).to.deep.equal([400, invalid]);
  });

  it('11: a fresh token is refused with 65601 for the first calls, if so configured', async () => {
    sandbox().set({ token: { freshTokenRefusals: { calls: 2 } } });
    const bearer = `Bearer ${(await refresh(sandbox())).json.access_token}`;
    const statuses = [await callWith(bearer), await callWith(bearer), await callWith(bearer)].map(([status]) => status);
    expect(statuses).to.deep.equal([401, 401, 200]);
    expect((await callInitial())[0]).to.equal(200);
  });

  it('12: introspection distinguishes active, revoked and expired tokens, and says nothing about others', async () => {
    const { client_id, client_secret } = sandbox().oauthConfig;
    const introspect = async (token: string): Promise<unknown> =>
      (await postForm(sandbox(), 'introspectToken', { client_id, client_secret, token })).json;
    const { access_token } = sandbox().config;
    expect(await introspect(access_token)).to.deep.equal({
      active: true,
      status: 'active',
      scope: 'r_organization_social,rw_organization_admin,r_organization_social_feed',
      client_id,
      created_at: Date.parse('2026-11-22T09:00:00Z') / 1000,
      expires_at: Date.parse('2027-01-21T09:00:00Z') / 1000,
      authorized_at: Date.parse('2026-11-22T09:00:00Z') / 1000,
      auth_type: '3L',
    });
    expect(await introspect('of another app')).to.deep.equal({ active: false });
    sandbox().set({ token: { access: 'revoked' } });
    expect(await introspect(access_token)).to.include({ active: false, status: 'revoked' });
    sandbox().set({ token: { access: 'expired' } });
    expect(await introspect(access_token)).to.include({ active: false, status: 'expired' });
  });

  it('12: introspection refuses a wrong secret with 401 and a missing parameter with 400', async () => {
    const { client_id, client_secret } = sandbox().oauthConfig;
    const wrong = { client_id, client_secret: 'other', token: 'any' };
    expect((await postForm(sandbox(), 'introspectToken', wrong)).status).to.equal(401);
    expect((await postForm(sandbox(), 'introspectToken', { client_id, client_secret })).status).to.equal(400);
  });
});
