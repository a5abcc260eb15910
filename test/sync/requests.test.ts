import { expect } from 'chai';
import { select } from '../support/catalogs.js';
import { settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const URN = `urn%3Ali%3Aorganization%3A${TURBINES}`;
const OF_PAGE = `q=organizationalEntity&organizationalEntity=${URN}`;
const WINDOW = `(timeRange:(start:${Date.UTC(2026, 10, 12)},end:${Date.UTC(2026, 10, 22)}),timeGranularityType:DAY)`;

const STATISTICS = [
  'organization_lookup',
  'organization_acls',
  'total_follower_count',
  'follower_statistics',
  'follower_statistics_time_bound',
  'share_statistics',
  'share_statistics_time_bound',
];

describe('the calls of a sync', () => {
  const start = useSandbox();

  it('are exactly these for one organization and its statistics', async () => {
    const sandbox = await start({ organizations: 1 });
    await runTap({ config: settingsOf(sandbox, { max_concurrency: 1 }), catalog: select(...STATISTICS) });
    expect(sandbox.requests().map(({ method, url, status }) => `${method} ${url} ${status}`)).to.deep.equal([
      'GET /rest/organizationAcls?q=roleAssignee&start=0&count=100 200',
      `GET /rest/organizations?ids=List(${TURBINES}) 200`,
      `GET /rest/networkSizes/${URN}?edgeType=COMPANY_FOLLOWED_BY_MEMBER 200`,
      `GET /rest/organizationalEntityFollowerStatistics?${OF_PAGE} 200`,
      `GET /rest/organizationalEntityFollowerStatistics?${OF_PAGE}&timeIntervals=${WINDOW} 200`,
      `GET /rest/organizationalEntityShareStatistics?${OF_PAGE} 200`,
      `GET /rest/organizationalEntityShareStatistics?${OF_PAGE}&timeIntervals=${WINDOW} 200`,
    ]);
  });

  it('name version, protocol and tap', async () => {
    const sandbox = await start();
    await runTap({
      config: settingsOf(sandbox, { linkedin_version: '202607', user_agent: 'fleet/2 (ops@example.com)' }),
    });
    for (const { headers, url } of sandbox.requests()) {
      // The lists under /v2 are not versioned.
      if (url.startsWith('/rest')) expect(headers).to.include({ 'linkedin-version': '202607' });
      expect(headers).to.include({
        'x-restli-protocol-version': '2.0.0',
        'user-agent': 'fleet/2 (ops@example.com)',
      });
    }
  });

  it('do not read the roles if neither a stream nor the choice of organizations needs them', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
    await runTap({ config, catalog: select('total_follower_count') });
    expect(sandbox.requests().map(({ resource }) => resource)).to.deep.equal(['networkSizes']);
  });

  it('number one for a whole year of days', async () => {
    const sandbox = await start({ organizations: 1 });
    const config = settingsOf(sandbox, { start_date: '1 year ago', organization_ids: [TURBINES] });
    const run = await runTap({ config, catalog: select('share_statistics_time_bound') });
    expect(sandbox.requests()).to.have.length(1);
    expect(run.records('share_statistics_time_bound')).to.have.length(365);
  });

  it('ask for up to fifty organizations at once', async () => {
    const sandbox = await start({ organizations: 120 });
    const run = await runTap({ config: settingsOf(sandbox), catalog: select('organization_lookup') });
    expect(sandbox.requests().map(({ restliMethod }) => restliMethod)).to.deep.equal([
      'FINDER',
      'FINDER',
      'BATCH_GET',
      'BATCH_GET',
      'BATCH_GET',
    ]);
    expect(run.records('organization_lookup')).to.have.length(120);
  });
});
