import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { shardOf } from '../../../src/sync/shard.js';
import { ALL_STREAMS, select } from '../../support/catalogs.js';
import { daysLater, settingsOf, urn, useSandbox } from '../../support/sandboxes.js';
import { runTap } from '../../support/tap.js';
import { callsApart, mergeRuns, recordsOf, runShards } from './support.js';

const IDS = [1001, 1002, 1003, 1004, 1005, 1006, 1007];
/** Pages that the member does not administer. */
const OTHERS = [3001, 3002, 3003];

describe('the shards of a sync', () => {
  const start = useSandbox();
  const startPages = (ids = IDS): Promise<Sandbox> =>
    start({
      organizations: [...ids.map((id) => ({ id, posts: 4 })), ...OTHERS.map((id) => ({ id, role: null }))],
      restate: false,
    });

  it('together read what one run does, with the same calls, whatever their number and the streams', async function () {
    this.timeout(60_000);
    const sandbox = await startPages();
    const someStreams = fc.subarray([...ALL_STREAMS], { minLength: 3 });
    await fc.assert(
      fc.asyncProperty(someStreams, fc.integer({ min: 2, max: 5 }), fc.boolean(), async (names, count, areNamed) => {
        const config = settingsOf(sandbox, {
          ...(areNamed && { organization_ids: IDS }),
          benchmark_organization_ids: OTHERS,
          resolve_names: true,
        });
        const inputs = { config, catalog: select(...names) };
        sandbox.clearRequests();
        const whole = await runTap(inputs);
        const calls = callsApart(sandbox);
        sandbox.clearRequests();
        const shards = await runShards(inputs, count);
        expect(shards.map(({ exitCode }) => exitCode)).to.deep.equal(shards.map(() => whole.exitCode));
        expect(recordsOf(...shards)).to.deep.equal(recordsOf(whole));
        expect(callsApart(sandbox)).to.deep.equal(calls);
        expect(mergeRuns({ bookmarks: {} }, shards)).to.deep.equal(whole.state);
      }),
      { numRuns: 3 },
    );
  });

  it('together continue where one run would, from the merged state', async () => {
    const sandbox = await startPages();
    const config = settingsOf(sandbox, { organization_ids: IDS });
    const catalog = select('share_statistics_time_bound', 'posts', 'comments', 'follower_statistics_time_bound');
    const first = await runTap({ config, catalog });
    sandbox.set({ now: daysLater(3) });
    const later = settingsOf(sandbox, { organization_ids: IDS });
    const whole = await runTap({ config: later, catalog, state: first.state });
    const shards = await runShards({ config: later, catalog, state: first.state }, 3);
    expect(recordsOf(...shards)).to.deep.equal(recordsOf(whole));
    expect(mergeRuns(first.state, shards)).to.deep.equal(whole.state);
  });

  it('read the roles once each if pages are discovered, and only the first one if pages are named', async () => {
    const sandbox = await startPages();
    const walks = (): number => sandbox.requests().filter(({ resource }) => resource === 'organizationAcls').length;
    const catalog = select('organization_acls', 'total_follower_count');
    await runShards({ config: settingsOf(sandbox), catalog }, 3);
    expect(walks()).to.equal(3);
    sandbox.clearRequests();
    await runShards({ config: settingsOf(sandbox, { organization_ids: IDS }), catalog }, 3);
    expect(walks()).to.equal(1);
  });

  it('leave everything not about an organization to the first one, including SCHEMA', async () => {
    const sandbox = await startPages();
    const catalog = select('organization_acls', 'functions', 'geos', 'follower_counts_by_function');
    const [first, second] = await runShards({ config: settingsOf(sandbox), catalog }, 2);
    expect([...first!.schemas.keys()].sort()).to.deep.equal([
      'follower_counts_by_function',
      'functions',
      'geos',
      'organization_acls',
    ]);
    expect([...second!.schemas.keys()].sort()).to.deep.equal(['follower_counts_by_function', 'geos']);
    const names = second!.records('follower_counts_by_function').map((record) => record['function_name']);
    expect(names).to.not.include(null);
  });

  it('write one STATE and nothing else if they have no page, and exit with 0', async () => {
    const sandbox = await startPages([1001]);
    const own = shardOf(urn(1001), 3);
    const shards = await runShards({ config: settingsOf(sandbox), catalog: select('share_statistics', 'posts') }, 3);
    for (const [place, run] of shards.entries()) {
      expect(run.exitCode).to.equal(0);
      if (place + 1 !== own) expect(run.messages.map(({ type }) => type)).to.deep.equal(['STATE']);
    }
  });

  it('assign a bookmark without an organization to all pages, and can still be merged', async () => {
    const sandbox = await startPages([1001]);
    const config = settingsOf(sandbox, { start_date: '60 days ago' });
    const catalog = select('share_statistics_time_bound');
    const state = { share_statistics_time_bound: { timeRangeEnd: String(Date.parse('2026-11-15')) } };
    const whole = await runTap({ config, catalog, state });
    const shards = await runShards({ config, catalog, state }, 3);
    expect(recordsOf(...shards)).to.deep.equal(recordsOf(whole));
    const base = {
      bookmarks: {},
      unassigned: { share_statistics_time_bound: { 'timeRange.end': '2026-11-15T00:00:00Z' } },
    };
    expect(mergeRuns(base, shards)).to.deep.equal(whole.state);

    const several = await startPages();
    const [first] = await runShards({ config: settingsOf(several), catalog, state }, 2);
    expect(first!.exitCode).to.equal(1);
    expect(first!.logged('CRITICAL').join()).to.include('this run reads 7');
  });

  it('leave bookmarks in the future to the shard they belong to', async () => {
    const sandbox = await startPages();
    const config = settingsOf(sandbox, { organization_ids: IDS });
    const future = { lastModifiedAt: '2031-01-01T00:00:00.000Z' };
    const state = { bookmarks: { posts: Object.fromEntries(IDS.map((id) => [urn(id), future])) } };
    const catalog = select('posts');
    const whole = await runTap({ config, catalog, state });
    const shards = await runShards({ config, catalog, state }, 3);
    expect(mergeRuns(state, shards)).to.deep.equal(whole.state);
  });
});

describe('--shard', () => {
  const start = useSandbox();

  it('does the same as the setting, and overrides it', async () => {
    const sandbox = await start({ organizations: IDS.map((id) => ({ id })) });
    const catalog = select('total_follower_count');
    const read = async (shard: string, args: string[] = []): Promise<unknown[]> =>
      (await runTap({ config: settingsOf(sandbox, { shard }), catalog, args })).records('total_follower_count');
    expect(await read('1/2')).to.not.be.empty;
    expect(await read('1/2', ['--shard', '2/2'])).to.deep.equal(await read('2/2'));
  });

  for (const given of ['0/4', '5/4', '4', '1/0', '1/4/4', '-1/4', '']) {
    it(`${JSON.stringify(given)} is wrong usage`, async () => {
      const run = await runTap({ config: { access_token: 'made-up-token' }, args: [`--shard=${given}`] });
      expect(run.exitCode).to.equal(2);
      expect(run.stderr).to.include('--shard takes i/n, such as 1/4');
      expect(run.stdout).to.equal('');
    });
  }
});
