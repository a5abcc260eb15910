import { expect } from 'chai';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { select } from '../../support/catalogs.js';
import type { TapRun } from '../../support/output.js';
import { callsOf, LABS, oauthSettingsOf, settingsOf, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';
import { runTap } from '../../support/tap.js';

const SHARES = 'share_statistics_time_bound';
const ANALYST = { [LABS]: { role: 'ANALYST', state: 'APPROVED' } };
const THREE = [TURBINES, LABS, 104729402];
const NONE = ['r_organization_social'];

/** Calls to a resource that were refused. */
const refusals = (sandbox: Sandbox, resource: string): number =>
  callsOf(sandbox).filter((call) => call === `${resource} 403`).length;

const idsIn = (run: TapRun, stream: string): unknown[] => [
  ...new Set(run.records(stream).map((record) => record['organization_id'])),
];

describe('an organization with a revoked role', () => {
  const start = useSandbox();

  it('fails alone: the others complete, its bookmark stays, exit 1', async () => {
    const sandbox = await start({ organizations: 3 });
    const first = await runTap({ config: settingsOf(sandbox), catalog: select(SHARES) });
    sandbox.set({ roles: ANALYST, now: '2026-11-23T10:30:00Z' });
    const config = settingsOf(sandbox, { organization_ids: THREE });
    const second = await runTap({ config, catalog: select(SHARES), state: first.state });
    expect(second.exitCode).to.equal(1);
    expect(idsIn(second, SHARES)).to.have.members([TURBINES, 104729402]);
    const ends = (run: TapRun): unknown[] =>
      THREE.map((id) => Object.values(run.state.bookmarks[SHARES]![urn(id)] as object)[0]);
    expect(ends(second)).to.deep.equal(['2026-11-23T00:00:00Z', ends(first)[1], '2026-11-23T00:00:00Z']);
    expect(second.logged('ERROR').join()).to.include(`organization ${LABS}: the role there is `);
    expect(second.logged('ERROR').join()).to.include('ANALYST');
    expect(second.logged('CRITICAL')).to.have.length(1);
  });

  it('fails its streams one by one, while those that need no role are read', async () => {
    const sandbox = await start({ roles: ANALYST });
    const run = await runTap({ config: settingsOf(sandbox, { organization_ids: [TURBINES, LABS] }) });
    expect(idsIn(run, 'total_follower_count')).to.have.members([TURBINES, LABS]);
    expect(idsIn(run, 'share_statistics')).to.deep.equal([TURBINES]);
    expect(idsIn(run, 'organization_lookup')).to.deep.equal([TURBINES]);
    expect(run.exitCode).to.equal(1);
  });

  it('does not end calls about other organizations', async () => {
    const sandbox = await start({ organizations: 4, roles: ANALYST });
    const config = settingsOf(sandbox, {
      organization_ids: [LABS, TURBINES, 104729402, 104730003],
      max_concurrency: 1,
    });
    const run = await runTap({ config, catalog: select('share_statistics') });
    expect(refusals(sandbox, 'organizationalEntityShareStatistics')).to.equal(1);
    expect(run.records('share_statistics')).to.have.length(3);
  });

  it('leads to one call to organizationAcls, however many organizations are refused', async () => {
    const sandbox = await start({ organizations: 6, roles: { [LABS]: ANALYST[LABS], 104729402: ANALYST[LABS] } });
    const config = settingsOf(sandbox, { organization_ids: THREE });
    await runTap({ config, catalog: select('share_statistics') });
    expect(callsOf(sandbox).filter((call) => call.startsWith('organizationAcls'))).to.deep.equal([
      'organizationAcls 200',
    ]);
  });
});

describe('a missing scope', () => {
  const start = useSandbox();

  it('known from the token answer ends the stream’s calls after the first, without asking for roles', async () => {
    const sandbox = await start({ organizations: 5, scopes: NONE });
    const config = oauthSettingsOf(sandbox, {
      organization_ids: THREE,
      max_concurrency: 1,
    });
    const run = await runTap({ config, catalog: select('share_statistics', 'total_follower_count') });
    expect(refusals(sandbox, 'organizationalEntityShareStatistics')).to.equal(1);
    expect(refusals(sandbox, 'organizationAcls')).to.equal(0);
    expect(run.logged('ERROR')).to.have.length(1);
    expect(run.logged('ERROR')[0]).to.include('share_statistics').and.include('rw_organization_admin');
    expect(run.exitCode).to.equal(1);
  });

  it('may also be known from introspection', async () => {
    const sandbox = await start({ scopes: NONE });
    const { client_id, client_secret } = sandbox.oauthConfig;
    const config = settingsOf(sandbox, {
      organization_ids: [TURBINES, LABS],
      client_id,
      client_secret,
      max_concurrency: 1,
    });
    const run = await runTap({ config, catalog: select('share_statistics') });
    expect(callsOf(sandbox)).to.deep.equal(['introspectToken 200', 'organizationalEntityShareStatistics 403']);
    expect(run.logged('ERROR').join()).to.include('lacks the scope');
  });

  it('is inferred if the member is an approved ADMINISTRATOR', async () => {
    const refusal = { status: 403, serviceErrorCode: 100, code: 'ACCESS_DENIED', message: 'Not enough permissions' };
    const resource = 'organizationalEntityShareStatistics';
    const sandbox = await start({
      organizations: 5,
      faults: [{ kind: 'status', status: 403, body: refusal, match: { resource }, times: 'always' }],
    });
    const config = settingsOf(sandbox, { max_concurrency: 1 });
    const run = await runTap({ config, catalog: select('share_statistics', 'total_follower_count') });
    expect(refusals(sandbox, resource)).to.equal(1);
    expect(run.records('total_follower_count')).to.have.length(5);
    expect(run.logged('ERROR').join()).to.include('lacks the scope');
    expect(run.exitCode).to.equal(1);
  });

  it('of a batch stream does not lead to calls for single ids', async () => {
    const sandbox = await start({ scopes: NONE });
    const config = oauthSettingsOf(sandbox, { organization_ids: [TURBINES, LABS] });
    const run = await runTap({ config, catalog: select('organization_lookup') });
    expect(callsOf(sandbox)).to.deep.equal(['accessToken 200', 'organizations 403']);
    expect(run.logged('ERROR').join()).to.include('lacks the scope');
    expect(run.exitCode).to.equal(1);
  });

  it('that prevents finding the organizations ends the run', async () => {
    const sandbox = await start({ scopes: NONE });
    const run = await runTap({ config: settingsOf(sandbox) });
    expect(run.exitCode).to.equal(1);
    expect(run.logged('CRITICAL')).to.have.length(1);
    expect(run.messages.at(-1)?.type).to.equal('STATE');
  });
});

describe('an organization', () => {
  const start = useSandbox();

  it('that does not exist is reported, and the others continue', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox, { organization_ids: [77, TURBINES] }) });
    expect(run.exitCode).to.equal(1);
    expect(idsIn(run, 'total_follower_count')).to.deep.equal([TURBINES]);
    expect(run.logged('ERROR')).to.have.length(1);
    expect(run.logged('ERROR')[0]).to.match(/^organization 77: no role there, \d+ streams skipped\. /);
    expect(run.state.bookmarks[SHARES]).to.have.all.keys(urn(TURBINES));
  });

  it('must be found, or the run ends with a remedy', async () => {
    const sandbox = await start({
      organizations: [
        { id: 5, role: 'ANALYST' },
        { id: 6, state: 'REQUESTED' },
      ],
    });
    const run = await runTap({ config: settingsOf(sandbox) });
    expect(run.exitCode).to.equal(1);
    expect(run.logged('CRITICAL')[0]).to.include('organization_ids');
    expect(callsOf(sandbox)).to.deep.equal(['organizationAcls 200']);
  });

  it('is reported as refused once in the log, not once per call', async () => {
    const sandbox = await start({ roles: ANALYST });
    const config = settingsOf(sandbox, { organization_ids: [LABS] });
    const run = await runTap({ config, catalog: select('share_statistics') });
    expect(run.logged('ERROR')).to.have.length(1);
  });
});

describe('the roles of the member', () => {
  const start = useSandbox();

  for (const aclFirstPage of ['full', 'short', 'empty'] as const) {
    it(`are all found if their first page is ${aclFirstPage}`, async () => {
      const sandbox = await start({ organizations: 230, aclFirstPage });
      const run = await runTap({
        config: settingsOf(sandbox),
        catalog: select('organization_acls', 'total_follower_count'),
      });
      expect(run.records('organization_acls')).to.have.length(230);
      expect(run.records('total_follower_count')).to.have.length(230);
    });
  }
});

describe('an app of the Development tier', () => {
  const start = useSandbox();

  it('that is denied BATCH_GET reads the pages one by one', async () => {
    const sandbox = await start({ organizations: 3, tier: 'development' });
    const run = await runTap({ config: settingsOf(sandbox), catalog: select('organization_lookup') });
    expect(callsOf(sandbox).slice(1)).to.deep.equal(['organizations 403', ...Array(3).fill('organizations 200')]);
    expect(run.records('organization_lookup')).to.have.length(3);
    expect(run.exitCode).to.equal(0);
  });
});
