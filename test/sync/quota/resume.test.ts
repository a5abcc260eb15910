import { expect } from 'chai';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { select } from '../../support/catalogs.js';
import { upsert, type TapRun } from '../../support/output.js';
import { callsOf, daysLater, settingsOf, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';
import { runTap } from '../../support/tap.js';

const CATALOG = select(
  'organization_lookup',
  'organization_acls',
  'total_follower_count',
  'follower_statistics',
  'share_statistics_time_bound',
  'posts',
  'functions',
);
const IDS = [1001, 1002, 1003];

describe('a run on the day when another stopped at a limit', () => {
  const start = useSandbox();
  const startPages = (): Promise<Sandbox> => start({ organizations: IDS.map((id) => ({ id })), restate: false });
  const run = (sandbox: Sandbox, { state, ...settings }: { state?: object; [setting: string]: unknown } = {}) =>
    runTap({
      config: settingsOf(sandbox, { organization_ids: IDS, max_concurrency: 1, ...settings }),
      catalog: CATALOG,
      ...(state && { state }),
    });
  const urlsOf = (sandbox: Sandbox): string[] => sandbox.requests().map(({ url }) => url);

  it('makes no call twice, and both together read what one would have', async () => {
    const sandbox = await startPages();
    const whole = await run(sandbox);
    const calls = urlsOf(sandbox);
    for (let max_calls = 1; max_calls < calls.length; max_calls += 1) {
      sandbox.clearRequests();
      const first = await run(sandbox, { max_calls });
      expect(first.exitCode, String(max_calls)).to.equal(3);
      const second = await run(sandbox, { state: first.state });
      expect(second.exitCode, String(max_calls)).to.equal(0);
      const again = urlsOf(sandbox).filter((url, at, all) => all.indexOf(url) !== at);
      // Lists of names that rows still need are read again.
      expect(again.filter((url) => !url.includes('/functions'))).to.deep.equal([]);
      expect(new Set(urlsOf(sandbox))).to.deep.equal(new Set(calls));
      expect(byKey(upsert(first, second))).to.deep.equal(byKey(upsert(whole)));
      expect(second.state).to.deep.equal(whole.state);
    }
  });

  it('makes no call twice except for the roles if organizations are discovered', async () => {
    const sandbox = await startPages();
    const first = await run(sandbox, { organization_ids: undefined, max_calls: 6 });
    const second = await run(sandbox, { organization_ids: undefined, state: first.state });
    expect(second.exitCode).to.equal(0);
    const again = urlsOf(sandbox).filter((url, at, all) => all.indexOf(url) !== at);
    expect(again.filter((url) => !/functions|organizationAcls/.test(url))).to.deep.equal([]);
    expect(second.records('organization_acls')).to.be.empty;
  });

  it('writes every SCHEMA again, and says what it does not read', async () => {
    const sandbox = await startPages();
    const first = await run(sandbox, { max_calls: 6 });
    const second = await run(sandbox, { state: first.state });
    expect([...second.schemas.keys()]).to.deep.equal([...first.schemas.keys()]);
    expect(second.logged('INFO').join('\n')).to.include('was read earlier today');
  });

  it('reads again what was read with different settings', async () => {
    const sandbox = await startPages();
    const first = await run(sandbox, { max_calls: 8 });
    const second = await run(sandbox, { state: first.state, locale: 'de_DE' });
    expect(second.records('total_follower_count')).to.have.length(3);
  });

  it('reads a stream that was not selected before', async () => {
    const sandbox = await startPages();
    const config = settingsOf(sandbox, { organization_ids: IDS, max_concurrency: 1 });
    const first = await runTap({ config: { ...config, max_calls: 2 }, catalog: select('total_follower_count') });
    const catalog = select('total_follower_count', 'share_statistics');
    const second = await runTap({ config, catalog, state: first.state });
    expect(second.records('total_follower_count')).to.have.length(1);
    expect(second.records('share_statistics')).to.have.length(3);
  });

  it('continues even where the third of them stopped', async () => {
    const sandbox = await startPages();
    const whole = await run(sandbox);
    const runs: TapRun[] = [];
    do runs.push(await run(sandbox, { max_calls: 4, state: runs.at(-1)?.state ?? {} }));
    while (runs.at(-1)!.exitCode === 3 && runs.length < 20);
    expect(runs.at(-1)!.exitCode).to.equal(0);
    expect(byKey(upsert(...runs))).to.deep.equal(byKey(upsert(whole)));
    expect(runs.at(-1)!.state).to.deep.equal(whole.state);
  });
});

describe('a run on the day when a limit prevented names', () => {
  const start = useSandbox();
  const catalog = select('follower_counts_by_geo', 'page_statistics_by_geo', 'follower_counts_by_function', 'geos');
  const namesOf = (...runs: TapRun[]): unknown[] =>
    byKey(upsert(...runs)).map((row) => (row as [string, Readonly<Record<string, unknown>>])[1]);

  for (const resource of ['geo', 'functions']) {
    it(`of ${resource} rereads the rows that lack them, with their names`, async () => {
      const sandbox = await start();
      const config = settingsOf(sandbox, { resolve_names: true });
      const whole = await runTap({ config, catalog });
      sandbox.set({ quota: { [resource]: { member: 0 } } });
      const first = await runTap({ config, catalog });
      expect(first.exitCode).to.equal(3);
      sandbox.set({ quota: { [resource]: { member: 1000 } } });
      const second = await runTap({ config, catalog, state: first.state });
      expect(second.exitCode).to.equal(0);
      expect(namesOf(first, second)).to.deep.equal(namesOf(whole));
    });
  }

  it('by a budget does so wherever it ends', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { max_concurrency: 1 });
    const names = select('follower_counts_by_geo', 'follower_statistics', 'page_statistics_by_geo', 'geos');
    const whole = await runTap({ config, catalog: names });
    const calls = callsOf(sandbox).length;
    for (let max_calls = 1; max_calls <= calls; max_calls += 1) {
      const first = await runTap({ config: { ...config, max_calls }, catalog: names });
      expect(first.exitCode, String(max_calls)).to.equal(max_calls < calls ? 3 : 0);
      const second = await runTap({ config, catalog: names, state: first.state });
      expect(second.exitCode, String(max_calls)).to.equal(0);
      expect(namesOf(first, second), String(max_calls)).to.deep.equal(namesOf(whole));
      expect(second.state).to.deep.equal(whole.state);
    }
  });
});

describe('resume in the state', () => {
  const start = useSandbox();
  const catalog = select('total_follower_count', 'share_statistics');

  it('is only there after exit 3, and gone after the next complete run', async () => {
    const sandbox = await start();
    const whole = await runTap({ config: settingsOf(sandbox), catalog });
    expect(whole.state).to.have.all.keys('bookmarks');
    const limited = await runTap({ config: settingsOf(sandbox, { max_calls: 3 }), catalog });
    expect(limited.state).to.have.all.keys('bookmarks', 'resume');
    const next = await runTap({ config: settingsOf(sandbox), catalog, state: limited.state });
    expect(next.state).to.deep.equal(whole.state);
    sandbox.set({ faults: [{ kind: '500', match: { resource: 'networkSizes' }, times: 'always' }] });
    const failed = await runTap({ config: settingsOf(sandbox, { max_tries: 1 }), catalog, state: limited.state });
    expect(failed.exitCode).to.equal(1);
    expect(failed.state).to.have.all.keys('bookmarks');
  });

  it('is in no STATE before the last one', async () => {
    const sandbox = await start();
    const limited = await runTap({
      config: settingsOf(sandbox, { max_calls: 4, max_concurrency: 1 }),
      catalog: select('share_statistics_time_bound', 'page_statistics_time_bound'),
    });
    expect(limited.states.length).to.be.above(1);
    for (const state of limited.states.slice(0, -1)) expect(state).to.have.all.keys('bookmarks');
  });

  it('keeps the order even if a page failed', async () => {
    const sandbox = await start({ organizations: [{ id: 1001, role: null }, { id: 1002 }, { id: 1003 }] });
    const settings = { organization_ids: [1001, 1002, 1003], max_concurrency: 1, max_calls: 3 };
    const shares = select('share_statistics');
    const first = await runTap({ config: settingsOf(sandbox, settings), catalog: shares });
    expect(first.exitCode).to.equal(1);
    sandbox.set({ now: daysLater(1) });
    const second = await runTap({ config: settingsOf(sandbox, settings), catalog: shares, state: first.state });
    expect(second.records('share_statistics').map((row) => row['organizationalEntity'])).to.deep.equal([urn(1003)]);
  });

  it('of an earlier day saves no calls', async () => {
    const sandbox = await start();
    const limited = await runTap({ config: settingsOf(sandbox, { max_calls: 3 }), catalog });
    sandbox.set({ now: daysLater(1) });
    sandbox.clearRequests();
    const next = await runTap({ config: settingsOf(sandbox), catalog, state: limited.state });
    expect(next.exitCode).to.equal(0);
    expect(next.records('total_follower_count').concat(next.records('share_statistics'))).to.have.length(4);
  });

  it('survives a run ended by a signal or a fatal error', async () => {
    const sandbox = await start();
    const limited = await runTap({ config: settingsOf(sandbox, { max_calls: 3 }), catalog });
    sandbox.set({ token: { access: 'revoked' } });
    const refused = await runTap({ config: settingsOf(sandbox), catalog, state: limited.state });
    expect(refused.exitCode).to.equal(1);
    expect(refused.state).to.deep.equal(limited.state);
  });

  it('that is not the tap’s is rejected before any call', async () => {
    const sandbox = await start();
    for (const resume of [
      [],
      'x',
      { completed: [], next: [] },
      { completed: {}, next: [{}] },
      { completed: { a: {} }, next: [] },
    ]) {
      const run = await runTap({ config: settingsOf(sandbox), catalog, state: { bookmarks: {}, resume } });
      expect(run.exitCode, JSON.stringify(resume)).to.equal(1);
      expect(run.logged('CRITICAL').join()).to.include('resume');
    }
    expect(sandbox.requests()).to.be.empty;
  });

  it('counts a daily limit hit only by names as a limit: exit 3', async () => {
    const sandbox = await start({ quota: { geo: { member: 0 } } });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES], resolve_names: true });
    const run = await runTap({ config, catalog: select('follower_counts_by_geo') });
    expect(run.exitCode).to.equal(3);
    expect(run.records('follower_counts_by_geo')).not.to.be.empty;
    expect(callsOf(sandbox)).to.include('geo 429');
  });
});

/** Rows sorted by key, whatever order they came in. */
const byKey = (rows: ReturnType<typeof upsert>): unknown[] =>
  [...rows].sort(([one], [other]) => (one < other ? -1 : 1));
