import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Sandbox } from '../../../src/sandbox/index.js';
import type { Estimate } from '../../../src/sync/estimate.js';
import { ALL_STREAMS, select } from '../../support/catalogs.js';
import { daysLater, settingsOf, urn, useSandbox } from '../../support/sandboxes.js';
import { argumentsOf, runCommand, runTap, type TapInputs } from '../../support/tap.js';

const IDS = [1001, 1002, 1003];
/** Resources for which an estimate can only give a range. */
const OF_POSTS = [
  'notifications',
  'posts',
  'post_statistics',
  'post_social_metadata',
  'comments',
  'likes',
  'reactions',
  'video_statistics',
];
const LISTS = ['functions', 'industries', 'seniorities', 'countries', 'regions', 'geos'];
const EXACT = ALL_STREAMS.filter((name) => ![...OF_POSTS, ...LISTS].includes(name));
const EXACT_RESOURCES = [
  'organizationAcls',
  'organizations',
  'networkSizes',
  'organizationsLookup',
  'organizationalEntityFollowerStatistics',
  'organizationalEntityShareStatistics',
  'organizationPageStatistics',
];

interface Printed extends Estimate {
  readonly max_calls: number | null;
  readonly fits: boolean | null;
}

async function estimateOf(inputs: TapInputs): Promise<Printed> {
  const { exitCode, stdout, stderr } = await runCommand([...argumentsOf(inputs), '--estimate', '--format', 'json']);
  expect(exitCode, stderr).to.equal(0);
  return JSON.parse(stdout) as Printed;
}

describe('--estimate', () => {
  const start = useSandbox();
  const startPages = (): Promise<Sandbox> =>
    start({ organizations: IDS.map((id) => ({ id, posts: 30 })), oldGeography: true });

  it('asks for the roles if the sync does, and for nothing else', async () => {
    const sandbox = await startPages();
    await estimateOf({ config: settingsOf(sandbox) });
    expect(sandbox.requests().map(({ resource }) => resource)).to.deep.equal(['organizationAcls']);
    sandbox.clearRequests();
    const config = settingsOf(sandbox, { organization_ids: IDS });
    await estimateOf({ config, catalog: select('share_statistics', 'posts') });
    expect(sandbox.requests()).to.be.empty;
  });

  for (const status of [403, 404, 500]) {
    it(`continues without the roles if the pages are named and LinkedIn answers ${status}`, async () => {
      const sandbox = await startPages();
      const body = { status, message: 'made up' };
      sandbox.set({
        faults: [{ kind: 'status', status, body, match: { resource: 'organizationAcls' }, times: 'always' }],
      });
      const config = settingsOf(sandbox, { organization_ids: IDS, max_tries: 2 });
      const inputs = { config, catalog: select('organization_acls', 'share_statistics') };
      const { organizations, calls } = await estimateOf(inputs);
      expect(organizations).to.equal(3);
      expect(calls.map(({ endpoint, least }) => [endpoint, least])).to.deep.equal([
        ['organizationAcls', status === 500 ? 2 : 1],
        ['organizationalEntityShareStatistics', 3],
      ]);
      const unnamed = { ...inputs, config: settingsOf(sandbox, { max_tries: 2 }) };
      expect((await runCommand([...argumentsOf(unnamed), '--estimate'])).exitCode).to.equal(1);
    });
  }

  it('equals the request log of the next sync, except for posts and lists of names', async () => {
    const sandbox = await startPages();
    const bookmark = fc.record({
      'timeRange.end': fc.constantFrom('2026-11-22T00:00:00Z', '2026-11-15T00:00:00Z', '2025-01-01T00:00:00Z'),
      time_granularity: fc.constantFrom('DAY', 'MONTH'),
    });
    const scene = fc.record({
      named: fc.option(fc.subarray(IDS, { minLength: 1 }), { nil: [] }),
      streams: fc.subarray(EXACT, { minLength: 1 }),
      others: fc.subarray([...OF_POSTS, ...LISTS]),
      bookmarks: fc.dictionary(fc.constantFrom(...EXACT.filter((name) => name.endsWith('time_bound'))), bookmark),
      settings: fc.record({
        time_granularity: fc.constantFrom('DAY', 'MONTH'),
        start_date: fc.constantFrom('last run', '2026-11-01', 'today'),
        lookback_days: fc.constantFrom(0, 7),
        snapshot_history: fc.boolean(),
        resolve_names: fc.boolean(),
        benchmark_organization_ids: fc.subarray([...IDS]),
      }),
      /** Calls after which a run on the same day, or the day before, has stopped; null if there was none. */
      stopped: fc.option(fc.integer({ min: 1, max: 30 })),
      daysBetween: fc.constantFrom(0, 1),
    });
    await fc.assert(
      fc.asyncProperty(scene, async ({ named, streams, others, bookmarks, settings, stopped, daysBetween }) => {
        sandbox.set({ now: daysLater(0) });
        const config = settingsOf(sandbox, { ...settings, ...(named.length > 0 && { organization_ids: named }) });
        const catalog = select(...streams, ...others);
        const entries = Object.entries(bookmarks).map(([stream, entry]) => [stream, { [urn(IDS[0]!)]: entry }]);
        let state: object = { bookmarks: Object.fromEntries(entries) as object };
        if (stopped !== null) ({ state } = await runTap({ config: { ...config, max_calls: stopped }, catalog, state }));
        sandbox.set({ now: daysLater(daysBetween) });
        const inputs = { config: { ...config, now: daysLater(daysBetween) }, catalog, state };
        const { calls, least, most } = await estimateOf(inputs);
        sandbox.clearRequests();
        expect((await runTap(inputs)).exitCode).to.equal(0);
        const sent = sandbox.requests();
        for (const resource of EXACT_RESOURCES) {
          const rows = calls.filter(
            ({ endpoint, streams: [first = ''] }) => endpoint === resource && !OF_POSTS.includes(first),
          );
          // How many years of page statistics LinkedIn has is only known by asking: the sandbox has one.
          const isExact = resource !== 'organizationPageStatistics' || settings.start_date !== 'last run';
          expect(
            rows.every((row) => row.least === row.most || !isExact),
            resource,
          ).to.be.true;
          const ofPages = sent.filter((call) => call.resource === resource && !/[?&](shares|ugcPosts)=/.test(call.url));
          expect(
            rows.reduce((sum, row) => sum + row.least, 0),
            resource,
          ).to.equal(ofPages.length);
        }
        expect(sent.length).to.be.at.least(least);
        if (most !== null) expect(sent.length).to.be.at.most(most);
      }),
      { numRuns: 30 },
    );
  });

  it('gives a range for posts and their followers once the state knows how many there are', async () => {
    const sandbox = await startPages();
    const inputs = { config: settingsOf(sandbox), catalog: select('posts', 'post_statistics', 'likes') };
    const before = await estimateOf(inputs);
    expect(before.calls.filter(({ streams }) => streams.includes('likes')).map(({ most }) => most)).to.deep.equal([
      null,
      null,
    ]);
    const { state } = await runTap(inputs);
    const after = await estimateOf({ ...inputs, state });
    expect(after.most).not.to.be.null;
    sandbox.clearRequests();
    await runTap({ ...inputs, state });
    expect(sandbox.requests().length).to.be.within(after.least, after.most!);
  });

  it('does not take the counts of a sweep that was cut short for a range', async () => {
    const sandbox = await startPages();
    const inputs = { config: settingsOf(sandbox, { organization_ids: [1003] }), catalog: select('posts', 'reactions') };
    const { state } = await runTap({ ...inputs, config: { ...inputs.config, max_calls: 7 } });
    expect(state.bookmarks['reactions']![urn(1003)]).to.have.property('counts').that.is.not.empty;
    expect(await estimateOf({ ...inputs, state })).to.include({ most: null });
  });

  for (const [max_calls, fits, words] of [
    [3, false, 'does not fit'],
    [4, true, 'fits'],
  ] as const) {
    it(`says that four calls ${words} into max_calls ${max_calls}`, async () => {
      const sandbox = await startPages();
      const inputs = { config: settingsOf(sandbox, { max_calls }), catalog: select('share_statistics') };
      expect(await estimateOf(inputs)).to.include({ least: 4, most: 4, max_calls, fits });
      const { stdout } = await runCommand([...argumentsOf(inputs), '--estimate']);
      expect(stdout).to.include(`${words} into max_calls ${max_calls}`);
    });
  }

  it('prints nothing but the table, and ends like a sync that cannot start', async () => {
    const sandbox = await startPages();
    const { stdout } = await runCommand([...argumentsOf({ config: settingsOf(sandbox) }), '--estimate']);
    expect(stdout.split('\n')[0]).to.match(/^endpoint +for +calls$/);
    sandbox.set({ token: { access: 'expired' } });
    const refused = await runCommand([...argumentsOf({ config: settingsOf(sandbox) }), '--estimate']);
    expect(refused).to.include({ exitCode: 1, stdout: '' });
    expect(refused.stderr).to.include('re-authenticate');
  });
});
