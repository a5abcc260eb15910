import { expect } from 'chai';
import { select } from '../../support/catalogs.js';
import { bookmarkOf, callsTo, readPosts } from '../../support/posts.js';
import { daysLater, LABS, settingsOf, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';
import { runTap } from '../../support/tap.js';

describe('a walk that would not end', () => {
  const start = useSandbox();

  for (const kind of ['ignore-start', 'endless'] as const) {
    for (const [stream, resource] of [
      ['posts', 'posts'],
      ['reactions', 'reactions'],
      ['organization_acls', 'organizationAcls'],
      ['industries', 'industryTaxonomyVersions/industries'],
    ] as const) {
      it(`ends with its page named, and what came is written once: ${stream}, ${kind}`, async () => {
        const sandbox = await start({ postsPerOrganization: 150 });
        const whole = await readPosts(sandbox, { streams: [stream, 'total_follower_count'] });
        sandbox.set({ faults: [{ kind, match: { resource }, times: 'always' }] });
        const run = await readPosts(sandbox, { streams: [stream, 'total_follower_count'] });
        expect(run.exitCode).to.equal(1);
        expect(run.logged('ERROR').join() + run.logged('WARNING').join()).to.match(/start=\d+/);
        const keys = run.records(stream).map((record) => JSON.stringify([record['id'], record['organization']]));
        if (stream !== 'organization_acls') expect(new Set(keys).size).to.equal(keys.length);
        expect(run.records(stream).length).to.be.at.most(whole.records(stream).length);
        expect(run.records('total_follower_count')).to.have.length(1);
      });
    }
  }

  it('but returns to the first page writes no post twice', async () => {
    const sandbox = await start({ postsPerOrganization: 150 });
    sandbox.set({ faults: [{ kind: 'ignore-start', match: { resource: 'posts' }, after: 1, times: 'always' }] });
    const run = await readPosts(sandbox);
    const ids = run.records('posts').map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(run.exitCode).to.equal(1);
    expect(bookmarkOf(run)).to.deep.equal({});
  });

  it('is distinguished from one with a few empty pages', async () => {
    const sandbox = await start({ postsPerOrganization: 600, postPages: 'empty' });
    const run = await readPosts(sandbox);
    expect(run.exitCode).to.equal(0);
    expect(run.records('posts')).to.have.length(sandbox.truth.posts(TURBINES).length);
  });
});

describe('an impossible instant', () => {
  const start = useSandbox();

  for (const instant of [Date.UTC(2100, 0, 1), 253_402_300_800_000]) {
    it(`of one post does not hide later ones: ${instant}`, async () => {
      const sandbox = await start();
      const patch = { elements: { 0: { lastModifiedAt: instant } } };
      sandbox.set({ faults: [{ kind: 'extra', patch, match: { resource: 'posts' } }] });
      const first = await readPosts(sandbox);
      expect(String(bookmarkOf(first)['lastModifiedAt'])).to.match(/^2026-11-(1\d|2[012])T/);
      sandbox.set({ now: daysLater(10) });
      const second = await readPosts(sandbox, { state: first.state });
      const late = sandbox.truth.posts(TURBINES).filter((post) => post.lastModifiedAt > Date.parse(daysLater(0)));
      expect(late).not.to.be.empty;
      expect(second.records('posts').map(({ id }) => id)).to.include.members(late.map(({ id }) => id));
    });
  }

  it('in a state does not stop a stream: it is reported, and reading starts lookback_days before now', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { organization_ids: [TURBINES], lookback_days: 3 });
    const stream = 'share_statistics_time_bound';
    const bookmark = { 'timeRange.end': '2100-01-01T00:00:00Z', time_granularity: 'DAY' };
    const state = { bookmarks: { [stream]: { [urn(TURBINES)]: bookmark } } };
    const run = await runTap({ config, catalog: select(stream), state });
    expect(run.exitCode).to.equal(0);
    expect(run.records(stream).map((row) => row['time_range_start'])).to.deep.equal([
      '2026-11-19T00:00:00Z',
      '2026-11-20T00:00:00Z',
      '2026-11-21T00:00:00Z',
    ]);
    expect(run.logged('WARNING').join()).to.include('2100-01-01').and.include(urn(TURBINES)).and.include('2026-11-19');
    expect(bookmarkOf(run, stream)['timeRange.end']).to.equal('2026-11-22T00:00:00Z');
  });

  it('in a state of posts does not stop the walk', async () => {
    const sandbox = await start();
    const state = { bookmarks: { posts: { [urn(TURBINES)]: { lastModifiedAt: '2100-01-01T00:00:00.000Z' } } } };
    const run = await readPosts(sandbox, { state, settings: { lookback_days: 30 } });
    const recent = sandbox.truth.posts(TURBINES).filter((post) => post.lastModifiedAt > Date.parse(daysLater(-30)));
    expect(recent).not.to.be.empty;
    expect(run.records('posts').map(({ id }) => id)).to.have.members(recent.map(({ id }) => id));
    expect(run.logged('WARNING').join()).to.include('2100-01-01');
  });

  it('as start or end of one day does not affect other days, and the bookmark waits for it', async () => {
    const sandbox = await start();
    const stream = 'share_statistics_time_bound';
    const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
    const whole = await runTap({ config, catalog: select(stream) });
    const patch = { elements: { 4: { timeRange: { start: 253_402_300_800_000, end: 253_402_387_200_000 } } } };
    const match = { resource: 'organizationalEntityShareStatistics' };
    sandbox.set({ faults: [{ kind: 'extra', patch, match, times: 'always' }] });
    const run = await runTap({ config, catalog: select(stream) });
    expect(run.exitCode).to.equal(1);
    expect(run.records(stream)).to.have.length(whole.records(stream).length - 1);
    expect(run.state.bookmarks[stream] ?? {}).to.deep.equal({});
  });
});

describe('a 200 that is not what was asked for', () => {
  const start = useSandbox();
  const match = { resource: 'networkSizes', organization: TURBINES };
  const STREAM = 'total_follower_count';

  it('does not write a missing count, and says what LinkedIn said', async () => {
    for (const [body, words] of [
      [{}, 'firstDegreeSize'],
      [{ firstDegreeSize: null }, 'firstDegreeSize'],
      [{ status: 404, code: 'NOT_FOUND', message: 'No such edge' }, 'No such edge'],
    ] as const) {
      const sandbox = await start();
      sandbox.set({ faults: [{ kind: 'status', status: 200, body, match, times: 'always' }] });
      const run = await runTap({ config: settingsOf(sandbox), catalog: select(STREAM) });
      expect(run.exitCode).to.equal(1);
      expect(run.records(STREAM).map((row) => row['organization_id'])).to.deep.equal([LABS]);
      expect(run.logged('ERROR').join()).to.include(words);
      expect(callsTo(sandbox, 'networkSizes')).to.have.length(2);
    }
  });

  it('is retried if it contains a server error', async () => {
    const sandbox = await start();
    const body = { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Internal Server Error' };
    sandbox.set({ faults: [{ kind: 'status', status: 200, body, match }] });
    const run = await runTap({ config: settingsOf(sandbox), catalog: select(STREAM) });
    expect(run.exitCode).to.equal(0);
    expect(run.records(STREAM)).to.have.length(2);
    expect(callsTo(sandbox, 'networkSizes')).to.have.length(3);
  });

  it('is not accepted if it is another page, in single calls and batches', async () => {
    for (const tier of ['standard', 'development'] as const) {
      const sandbox = await start({ tier });
      const resource = 'organizations';
      const patch = tier === 'standard' ? { results: { [TURBINES]: { id: 7 } } } : { id: 7 };
      const fault = { kind: 'extra', patch, match: { resource, item: String(TURBINES) }, times: 'always' } as const;
      // A development app is still refused batches.
      sandbox.set({
        faults: tier === 'standard' ? [fault] : [{ ...fault, match: { ...fault.match, method: 'GET' }, after: 1 }],
      });
      const run = await runTap({ config: settingsOf(sandbox), catalog: select('organization_lookup') });
      expect(run.records('organization_lookup').map(({ id }) => id)).to.deep.equal([LABS]);
      expect(run.exitCode).to.equal(1);
      expect(run.logged('ERROR').join()).to.include('a different entity than asked for, 7');
    }
  });
});
