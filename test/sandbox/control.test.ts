import { gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { startSandbox } from '../../src/sandbox/index.js';
import { aclsUrl, call, NORTHWIND, NOW, refresh, SHARES, statisticsUrl, useSandbox, type Reply } from './client.js';

describe('sandbox: control', () => {
  const sandbox = useSandbox();
  const control = (patch: unknown): Promise<Reply> =>
    call(sandbox(), '/sandbox/control', { method: 'POST', body: JSON.stringify(patch) });

  it('50: the request log has the exact wire form in order, without tokens and secrets', async () => {
    await refresh(sandbox());
    const url = `${statisticsUrl(SHARES)}&start=%30`;
    await call(sandbox(), url, { headers: { 'User-Agent': 'Try/1' } });
    await call(sandbox(), '/rest/organizationAcls?q=x', { headers: { authorization: 'Bearer other' } });
    const log = sandbox().requests();
    expect(log.map(({ method, token, resource, status }) => [method, token, resource, status])).to.deep.equal([
      ['POST', 'none', 'accessToken', 200],
      ['GET', 'initial', SHARES, 200],
      ['GET', 'unknown', 'organizationAcls', 401],
    ]);
    expect(log[0]?.body).to.equal(
      'grant_type=refresh_token&client_id=78sandboxclient&client_secret=***&refresh_token=***',
    );
    expect(log[1]).to.include({ url, organization: NORTHWIND, restliMethod: 'FINDER' });
    expect(log[1]?.headers).to.include({ 'user-agent': 'Try/1', 'linkedin-version': '202609' });
    expect(JSON.stringify(log)).not.to.match(/authorization|fictional/);
    sandbox().clearRequests();
    expect(sandbox().requests()).to.deep.equal([]);
  });

  it('50: the request log keeps the newest entries', async () => {
    sandbox().set({ requestLogSize: 3 });
    for (let calls = 0; calls < 8; calls++) await call(sandbox(), `/rest/call${calls}`);
    expect(
      sandbox()
        .requests()
        .map(({ url }) => url),
    ).to.deep.equal(['/rest/call5', '/rest/call6', '/rest/call7']);
  });

  it('shows and changes options, and leaves no trace in the log', async () => {
    sandbox().set({ faults: [{ kind: '500', times: 'always' }] });
    expect((await call(sandbox(), '/sandbox/control')).json).to.include({ clock: '2026-11-22T09:00:00.000Z', seed: 1 });
    const { status, json } = await control({ now: '2026-11-23', faults: [] });
    expect([status, json['clock']]).to.deep.equal([200, '2026-11-23T00:00:00.000Z']);
    expect(sandbox().requests()).to.deep.equal([]);
    await call(sandbox(), aclsUrl());
    const { text } = await call(sandbox(), '/sandbox/requests');
    expect(JSON.parse(text)).to.deep.equal(sandbox().requests());
    await call(sandbox(), '/sandbox/requests', { method: 'DELETE' });
    expect(sandbox().requests()).to.deep.equal([]);
  });

  it('rejects an invalid patch, and changes nothing', async () => {
    for (const patch of [
      { shufle: true, seed: 2 },
      { seed: '2' },
      { now: 'soon' },
      { faults: [{ kind: 'flood' }] },
      [],
    ]) {
      expect((await control(patch)).status, JSON.stringify(patch)).to.equal(400);
    }
    expect((await control({ shufle: true })).json.message).to.contain('There is no sandbox option "shufle"');
    expect((await call(sandbox(), '/sandbox/control')).json['seed']).to.equal(1);
  });

  it('answers only to names of the loopback address', async () => {
    expect((await call(sandbox(), '/sandbox/control', { headers: { host: 'sandbox.example' } })).status).to.equal(403);
  });

  it('tells the truth over HTTP', async () => {
    const { json } = await call(sandbox(), `/sandbox/truth/shareDay?organization=${NORTHWIND}&day=2026-11-20`);
    expect(json).to.deep.equal(sandbox().truth.shareDay({ organization: NORTHWIND, day: '2026-11-20' }));
    expect((await call(sandbox(), '/sandbox/truth/none')).status).to.equal(404);
    expect((await call(sandbox(), '/sandbox/truth/organization?organization=7')).status).to.equal(400);
  });

  it('patches one organization by its id, or adds one', async () => {
    sandbox().set({ organizations: { [NORTHWIND]: { inactive: true }, 5: { name: 'Amber Kettle', followers: 100 } } });
    expect(sandbox().truth.totalFollowers(NORTHWIND)).to.equal(0);
    expect(sandbox().truth.organization(5)).to.include({ localizedName: 'Amber Kettle', vanityName: 'amber-kettle-5' });
    expect(sandbox().truth.totalFollowers(5)).to.equal(100);
    expect(sandbox().truth.acls()).to.have.length(8);
  });

  it('makes a showcase page of another on request', () => {
    sandbox().set({ organizations: [{ id: 1 }, { id: 2, brand: 1 }] });
    expect(sandbox().truth.organization(2)['parentRelationship']).to.include({ parent: 'urn:li:organization:1' });
  });

  it('gives the same data for the same seed, and different data for another', async () => {
    const [twin, other] = [await startSandbox({ now: NOW }), await startSandbox({ now: NOW, seed: 2 })];
    const [own, same, different] = await Promise.all(
      [sandbox(), twin, other].map(async (one) => (await call(one, statisticsUrl(SHARES))).text),
    );
    await Promise.all([twin.close(), other.close()]);
    expect(same).to.equal(own);
    expect(different).not.to.equal(own);
  });

  it('compresses for clients that accept it, unless told not to', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const url = statisticsUrl(SHARES, { range: '2026-10-01/2026-11-01' });
    const { bytes } = await call(sandbox(), url, { headers });
    expect(gunzipSync(bytes).toString()).to.equal((await call(sandbox(), url)).text);
    sandbox().set({ gzip: false });
    expect((await call(sandbox(), url, { headers })).headers).not.to.have.property('content-encoding');
  });

  it('can have 2,000 organizations', () => {
    sandbox().set({ organizations: 2000 });
    expect(
      new Set(
        sandbox()
          .truth.organizations()
          .map(({ id }) => id),
      ),
    ).to.have.property('size', 2000);
  });

  it('follows the system clock until one is set', async () => {
    sandbox().set({ now: null });
    const before = Date.now();
    const { json } = await call(sandbox(), '/sandbox/control');
    expect(Date.parse(String(json['clock']))).to.be.within(before, Date.now());
    expect(sandbox().config).to.have.all.keys('api_url', 'oauth_url', 'access_token');
    expect(sandbox().oauthConfig).to.have.all.keys(
      'api_url',
      'oauth_url',
      'client_id',
      'client_secret',
      'refresh_token',
    );
  });
});
