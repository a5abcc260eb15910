import { expect } from 'chai';
import { select } from '../../support/catalogs.js';
import { settingsOf, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';
import { runTap } from '../../support/tap.js';

const STREAM = 'share_statistics';
const match = { resource: 'organizationalEntityShareStatistics', organization: TURBINES };
const refused = { kind: 'status', status: 403, body: { status: 403 }, match, times: 'always' } as const;

describe('why a page is refused', () => {
  const start = useSandbox();

  it('is not reported as its role if LinkedIn did not tell', async () => {
    const trouble = { kind: '500', match: { resource: 'organizationAcls' }, times: 'always' } as const;
    const sandbox = await start({ faults: [refused, trouble] });
    const run = await runTap({
      config: settingsOf(sandbox, { organization_ids: [TURBINES], max_tries: 2 }),
      catalog: select(STREAM),
    });
    expect(run.exitCode).to.equal(1);
    const said = run.logged('ERROR').join();
    expect(said).to.include(`The role of the token's member on ${urn(TURBINES)} is not known`);
    expect(said).not.to.match(/no role|not an approved/);
  });

  it('is not reported as its role if a budget ends before asking', async () => {
    const sandbox = await start({ faults: [refused] });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES], max_calls: 1 });
    const run = await runTap({ config, catalog: select(STREAM) });
    expect(run.exitCode).to.equal(1);
    expect(run.logged('ERROR').join())
      .to.include('is not known')
      .and.not.match(/no role|not an approved/);
  });
});

describe('two elements of one answer with the same key', () => {
  const start = useSandbox();

  it('are both written, with one warning', async () => {
    const same = { function: 'urn:li:function:1' };
    const patch = { elements: { followerCountsByFunction: { 0: same, 1: same } } };
    const stream = 'follower_counts_by_function';
    const resource = 'organizationalEntityFollowerStatistics';
    const sandbox = await start();
    sandbox.set({ faults: [{ kind: 'extra', patch, match: { resource }, times: 'always' }] });
    const run = await runTap({ config: settingsOf(sandbox), catalog: select(stream) });
    const doubles = run.logged('WARNING').filter((line) => line.includes('two elements for the key'));
    expect(doubles).to.have.length(1);
    expect(doubles[0]).to.include('urn:li:function:1').and.include(stream);
    expect(run.exitCode).to.equal(0);
  });
});
