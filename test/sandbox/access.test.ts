import { expect } from 'chai';
import { aclsUrl, call, FOLLOWERS, LABS, NORTHWIND, SHARES, statisticsUrl, useSandbox } from './client.js';

describe('sandbox: scopes, roles and limits', () => {
  const sandbox = useSandbox();
  const statusOf = async (path: string): Promise<number> => (await call(sandbox(), path)).status;

  it('13: a missing scope is a 403 that names resource, method, finder and version', async () => {
    sandbox().set({ scopes: ['r_organization_social'] });
    const reply = await call(sandbox(), statisticsUrl(SHARES));
    expect(reply.status).to.equal(403);
    expect(reply.json).to.deep.equal({
      status: 403,
      serviceErrorCode: 100,
      code: 'ACCESS_DENIED',
      message: `Not enough permissions to access: ${SHARES}.FINDER-organizationalEntity.20260901`,
    });
    const acls = await call(sandbox(), aclsUrl());
    expect(acls.json.message).to.match(/: partnerApiOrganizationAcls\.FINDER-roleAssignee\.20260901$/);
    const batch = await call(sandbox(), '/rest/organizations?ids=List(104729384)');
    expect(batch.json.message).to.match(/: organizations\.BATCH_GET\.20260901$/);
    const unversioned = await call(sandbox(), statisticsUrl(SHARES).replace('/rest/', '/v2/'));
    expect(unversioned.json.message).to.match(/\.NO_VERSION$/);
    sandbox().set({ scopes: ['r_organization_admin'] });
    expect(await statusOf(statisticsUrl(SHARES))).to.equal(200);
  });

  it('14: statistics need an approved ADMINISTRATOR, of that organization only', async () => {
    const roles = { role: 'ANALYST', state: 'APPROVED' };
    sandbox().set({ roles: { [NORTHWIND]: roles } });
    expect(await statusOf(statisticsUrl(SHARES))).to.equal(403);
    expect(await statusOf(statisticsUrl(FOLLOWERS, { of: NORTHWIND }))).to.equal(403);
    expect(await statusOf(statisticsUrl(SHARES, { of: LABS }))).to.equal(200);
    sandbox().set({ roles: { [NORTHWIND]: [roles, { role: 'ADMINISTRATOR', state: 'REVOKED' }] } });
    expect(await statusOf(statisticsUrl(SHARES))).to.equal(403);
    sandbox().set({ roles: { [NORTHWIND]: null } });
    expect(await statusOf(statisticsUrl(SHARES))).to.equal(200);
  });

  it('18: the development tier has no BATCH_GET, and 100 calls a day for the member', async () => {
    sandbox().set({ tier: 'development' });
    expect(await statusOf('/rest/organizations?ids=List(104729384)')).to.equal(403);
    expect(await statusOf('/rest/organizations/104729384')).to.equal(200);
    for (let calls = 2; calls < 100; calls++) expect(await statusOf(aclsUrl())).to.equal(200);
    expect(await statusOf(aclsUrl())).to.equal(429);
  });

  it('45: the daily quota counts by resource, including failed calls, and is reset at 00:00 UTC', async () => {
    sandbox().set({ quota: { organizationAcls: { member: 3 }, [SHARES]: { app: 1 } } });
    expect(await statusOf('/rest/organizationAcls')).to.equal(400);
    expect(await statusOf(aclsUrl())).to.equal(200);
    expect(await statusOf(aclsUrl())).to.equal(200);
    const limited = await call(sandbox(), aclsUrl());
    expect(limited.status).to.equal(429);
    expect(limited.json).to.deep.equal({
      status: 429,
      serviceErrorCode: 101,
      code: 'TOO_MANY_REQUESTS',
      message: 'Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.',
    });
    expect(await statusOf(statisticsUrl(SHARES))).to.equal(200);
    expect((await call(sandbox(), statisticsUrl(SHARES))).json.message).to.contain(' APPLICATION DAY limit ');
    expect(await statusOf(statisticsUrl(FOLLOWERS))).to.equal(200);
    sandbox().set({ now: '2026-11-22T23:59:59Z' });
    expect(await statusOf(aclsUrl())).to.equal(429);
    sandbox().set({ now: '2026-11-23T00:00:00Z' });
    expect(await statusOf(aclsUrl())).to.equal(200);
  });

  it('46: a burst is a 429 without DAY, for a number of calls', async () => {
    sandbox().set({ burst: { calls: 2, retryAfter: 3 } });
    const first = await call(sandbox(), aclsUrl());
    expect([first.status, first.headers['retry-after']]).to.deep.equal([429, '3']);
    expect(first.json.message).not.to.contain('DAY');
    expect([await statusOf(aclsUrl()), await statusOf(aclsUrl())]).to.deep.equal([429, 200]);
    sandbox().set({ burst: { ms: 600_000 } });
    expect(await statusOf(aclsUrl())).to.equal(429);
    sandbox().set({ burst: null });
    expect(await statusOf(aclsUrl())).to.equal(200);
  });
});
