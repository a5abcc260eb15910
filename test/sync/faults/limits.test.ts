import { expect } from 'chai';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { select } from '../../support/catalogs.js';
import { upsert } from '../../support/output.js';
import {
  callsOf,
  daysLater,
  LABS,
  oauthSettingsOf,
  settingsOf,
  TURBINES,
  urn,
  useSandbox,
} from '../../support/sandboxes.js';
import { argumentsOf, runCommand, runTap } from '../../support/tap.js';

const SHARES = 'share_statistics_time_bound';
const RESOURCE = 'organizationalEntityShareStatistics';

describe('a daily limit', () => {
  const start = useSandbox();

  it('only ends the calls to its resource: the others complete, exit 3', async () => {
    const sandbox = await start({ quota: { [RESOURCE]: { member: 1 } } });
    const run = await runTap({ config: settingsOf(sandbox, { max_concurrency: 1 }) });
    expect(run.exitCode).to.equal(3);
    expect(callsOf(sandbox).filter((call) => call.startsWith(RESOURCE))).to.deep.equal([
      `${RESOURCE} 200`,
      `${RESOURCE} 429`,
    ]);
    expect(run.records('follower_statistics_time_bound')).to.have.length(18);
    expect(run.logged('CRITICAL').concat(run.logged('ERROR'))).to.deep.equal([]);
    const said = run.logged('WARNING').filter((line) => line.startsWith('Max try rate limit exceeded...'));
    expect(said).to.have.length(1);
    expect(said[0]).to.include('00:00 UTC').and.include('2026-11-23T00:00:00').and.include('Analytics tab');
  });

  it('is followed the next day by a run that continues as if nothing had happened', async () => {
    const sandbox = await start({ restate: false, quota: { [RESOURCE]: { app: 1 } } });
    const config = { start_date: '2026-11-12', max_concurrency: 1, organization_ids: [TURBINES, LABS] };
    const first = await runTap({ config: settingsOf(sandbox, config), catalog: select(SHARES) });
    expect(first.exitCode).to.equal(3);
    expect(first.state.bookmarks[SHARES]).to.have.all.keys(urn(TURBINES));
    sandbox.set({ now: daysLater(1), quota: { [RESOURCE]: null } });
    const second = await runTap({ config: settingsOf(sandbox, config), catalog: select(SHARES), state: first.state });
    expect(second.exitCode).to.equal(0);
    const whole = await runTap({ config: settingsOf(sandbox, config), catalog: select(SHARES) });
    expect(sortedRows(upsert(first, second))).to.deep.equal(sortedRows(upsert(whole)));
    expect(second.state).to.deep.equal(whole.state);
  });

  it('when finding the organizations stops the run, with its state, exit 3', async () => {
    const sandbox = await start({ quota: { organizationAcls: { member: 0 } } });
    const state = { bookmarks: { [SHARES]: { [urn(TURBINES)]: { 'timeRange.end': '2026-11-01T00:00:00Z' } } } };
    const run = await runTap({ config: settingsOf(sandbox), catalog: select(SHARES), state });
    expect(run.exitCode).to.equal(3);
    expect(run.state).to.deep.equal(state);
  });

  it('is what a Retry-After over 300 seconds means', async () => {
    const sandbox = await start({ burst: { calls: 1, retryAfter: 301 } });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
    const run = await runTap({ config, catalog: select(SHARES) });
    expect(run.exitCode).to.equal(3);
    expect(sandbox.requests()).to.have.length(1);
  });

  it('together with a failure leads to exit 1', async () => {
    const sandbox = await start({ quota: { [RESOURCE]: { app: 1 } } });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES, 77], max_concurrency: 1 });
    expect((await runTap({ config })).exitCode).to.equal(1);
  });
});

describe('a burst limit', () => {
  const start = useSandbox();

  it('is waited out: everything comes, and each retry is logged', async () => {
    const sandbox = await start({ burst: { calls: 3 } });
    const run = await runTap({ config: settingsOf(sandbox) });
    expect(run.exitCode).to.equal(0);
    expect(run.records(SHARES)).to.have.length(20);
    const retries = run.logged('WARNING').filter((line) => line.startsWith('Caught retryable error'));
    expect(retries).to.have.length(3);
    for (const line of retries)
      expect(line).to.match(
        /^Caught retryable error 'HTTP 429.*' after \d+ tries\. Waiting [\d.]+ seconds then retrying\.\.\.$/,
      );
  });

  it('that outlasts max_tries counts as a daily limit', async () => {
    const sandbox = await start({ burst: { calls: 100 } });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES], max_tries: 3 });
    const run = await runTap({ config, catalog: select(SHARES) });
    expect(run.exitCode).to.equal(3);
    expect(run.logged('WARNING').join('\n')).to.include('Max try rate limit exceeded...');
    expect(sandbox.requests()).to.have.length(3);
  });
});

describe('max_calls', () => {
  const start = useSandbox();

  it('is exact, says so, and leaves a state: exit 3', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox, { max_calls: 5 }) });
    expect(run.exitCode).to.equal(3);
    expect(sandbox.requests()).to.have.length(5);
    expect(
      run.logged('WARNING').filter((line) => line.startsWith('Stopped after 5 calls (max_calls).')),
    ).to.have.length(1);
    expect(run.messages.at(-1)?.type).to.equal('STATE');
  });

  for (const [max_calls, exitCode] of [
    [2, 3],
    [3, 0],
  ] as const) {
    it(`counts retries, but not calls for a token: a budget of ${max_calls} for a call that takes three tries`, async () => {
      const sandbox = await start({ faults: [{ kind: '500', match: { resource: 'networkSizes' }, times: 2 }] });
      const config = oauthSettingsOf(sandbox, { max_calls, organization_ids: [TURBINES] });
      const run = await runTap({ config, catalog: select('total_follower_count') });
      expect(run.exitCode).to.equal(exitCode);
      expect(callsOf(sandbox).filter((call) => !call.startsWith('accessToken'))).to.have.length(max_calls);
    });
  }

  it('that is just sufficient does not limit the run', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { max_calls: 2, organization_ids: [TURBINES, LABS] });
    const run = await runTap({ config, catalog: select(SHARES) });
    expect(run.exitCode).to.equal(0);
  });

  it('of 0 sends nothing at all', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox, { max_calls: 0 }) });
    expect(run.exitCode).to.equal(3);
    expect(sandbox.requests()).to.be.empty;
  });

  it('reached repeatedly gives, run after run, what one run gives', async () => {
    const sandbox = await start({ restate: false });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES, LABS], lookback_days: 0 });
    const catalog = select(SHARES);
    const whole = await runTap({ config, catalog });
    let state = {};
    const runs = [];
    do {
      runs.push(await runTap({ config: { ...config, max_calls: 1, max_concurrency: 1 }, catalog, state }));
      state = runs.at(-1)!.state;
    } while (runs.at(-1)!.exitCode === 3 && runs.length < 10);
    expect(sortedRows(upsert(...runs))).to.deep.equal(sortedRows(upsert(whole)));
    expect(state).to.deep.equal(whole.state);
  });
});

describe('max_calls by resource', () => {
  const start = useSandbox();
  const countOf = (sandbox: Sandbox, name: string): number =>
    sandbox.requests().filter(({ resource }) => resource === name).length;
  const catalog = select('total_follower_count', SHARES, 'page_statistics');

  it('stops only that resource, as its daily limit would: exit 3', async () => {
    const sandbox = await start({ organizations: 5 });
    const run = await runTap({ config: settingsOf(sandbox, { max_calls: { networkSizes: 2 } }), catalog });
    expect(run.exitCode).to.equal(3);
    expect(countOf(sandbox, 'networkSizes')).to.equal(2);
    expect(countOf(sandbox, 'organizationPageStatistics')).to.equal(5);
    expect(run.logged('WARNING').filter((line) => line.startsWith('Stopped after'))).to.deep.equal([
      'Stopped after 2 calls to networkSizes (max_calls). The next run continues where this one stopped.',
    ]);
  });

  it('limits all other resources by *, and the run by total', async () => {
    const sandbox = await start({ organizations: 5 });
    const max_calls = { networkSizes: 4, '*': 1 };
    await runTap({ config: settingsOf(sandbox, { max_calls, organization_ids: undefined }), catalog });
    expect(countOf(sandbox, 'networkSizes')).to.equal(4);
    expect(countOf(sandbox, 'organizationPageStatistics')).to.equal(1);
    sandbox.clearRequests();
    const run = await runTap({ config: settingsOf(sandbox, { max_calls: { total: 6, '*': 5 } }), catalog });
    expect(run.exitCode).to.equal(3);
    expect(sandbox.requests()).to.have.length(6);
    expect(run.stderr).to.include('Stopped after 6 calls (max_calls).');
  });

  it('reached repeatedly gives, day after day, what one run gives', async () => {
    const sandbox = await start({ organizations: 5, restate: false });
    const whole = await runTap({ config: settingsOf(sandbox), catalog });
    const runs = [await runTap({ config: settingsOf(sandbox, { max_calls: { '*': 2 } }), catalog })];
    while (runs.at(-1)!.exitCode === 3 && runs.length < 9) {
      const { state } = runs.at(-1)!;
      runs.push(await runTap({ config: settingsOf(sandbox, { max_calls: { '*': 2 } }), catalog, state }));
    }
    expect(runs).to.have.length(3);
    expect(sortedRows(upsert(...runs))).to.deep.equal(sortedRows(upsert(whole)));
  });

  it('is checked by --estimate, by resource', async () => {
    const sandbox = await start({ organizations: 5 });
    const judge = async (max_calls: object): Promise<string> => {
      const config = settingsOf(sandbox, { max_calls });
      return (await runCommand([...argumentsOf({ config, catalog }), '--estimate'])).stdout;
    };
    expect(await judge({ networkSizes: 4 })).to.include('networkSizes does not fit into max_calls 4');
    expect(await judge({ networkSizes: 5 })).to.include('networkSizes fits into max_calls 5.');
  });
});

const sortedRows = (rows: ReturnType<typeof upsert>): unknown[] =>
  [...rows].sort(([one], [other]) => (one < other ? -1 : 1));
