import { expect } from 'chai';
import type { Fault, Sandbox } from '../../../src/sandbox/index.js';
import { select } from '../../support/catalogs.js';
import type { Json, TapRun } from '../../support/output.js';
import { bookmarkOf, callsTo, readPosts, recentPosts } from '../../support/posts.js';
import { daysLater, LABS, settingsOf, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';
import { runTap } from '../../support/tap.js';

const REFUSAL = { status: 403, message: 'member is unauthorized on urn:li:activity:7390111111111111199' };

/** A fault of one item, wherever a call asks about it. */
const refusing = (item: string, resource: string, rest: Partial<Fault> = {}): Fault => ({
  kind: 'status',
  status: 403,
  body: REFUSAL,
  match: { resource, item },
  times: 'always',
  ...rest,
});

const without = (run: TapRun, stream: string, post: string): Json[] =>
  run.records(stream).filter((record) => record['post'] !== post);

/** Recent posts with both comments and reactions. */
const talkedAbout = (sandbox: Sandbox): string[] =>
  recentPosts(sandbox)
    .filter(({ id }) => sandbox.truth.comments(id).length > 0 && sandbox.truth.reactions(id).length > 0)
    .map(({ id }) => id);

const DETAILS = [
  { stream: 'comments', resource: 'socialActions/comments' },
  { stream: 'likes', resource: 'socialActions/likes' },
  { stream: 'reactions', resource: 'reactions' },
];

describe('a refused item', () => {
  const start = useSandbox();

  for (const { stream, resource } of DETAILS) {
    it(`only lacks its own ${stream}, is reported, and is not a failure`, async () => {
      const sandbox = await start({ postsPerOrganization: 120 });
      const whole = await readPosts(sandbox, { streams: [stream] });
      const [, refused = ''] = talkedAbout(sandbox);
      sandbox.set({ faults: [refusing(refused, resource)] });
      const run = await readPosts(sandbox, { streams: [stream] });
      expect(run.exitCode).to.equal(0);
      expect(run.records(stream)).to.have.deep.members(without(whole, stream, refused));
      const warnings = run.logged('WARNING');
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.include(refused).and.include(REFUSAL.message).and.not.include('scope');
      expect(warnings.join('\n')).to.include(`${stream}: 1 post refused (`);
    });

    it(`is asked for its ${stream} in the next three runs, and then in the full sweep`, async () => {
      const sandbox = await start();
      const [refused = ''] = talkedAbout(sandbox);
      sandbox.set({ faults: [refusing(refused, resource)] });
      const asked: number[] = [];
      let state: TapRun['state'] | undefined;
      for (const day of [0, 0, 0, 0, 0, 0, 30]) {
        sandbox.set({ now: daysLater(day) });
        sandbox.clearRequests();
        const run = await readPosts(sandbox, { streams: [stream], ...(state && { state }) });
        ({ state } = run);
        const name = encodeURIComponent(refused);
        asked.push(callsTo(sandbox, resource).filter((url) => url.includes(name)).length);
      }
      expect(asked).to.deep.equal([1, 1, 1, 1, 0, 0, 1]);
    });

    it(`gets its ${stream} as soon as LinkedIn serves them again`, async () => {
      const sandbox = await start();
      const [refused = ''] = talkedAbout(sandbox);
      sandbox.set({ faults: [refusing(refused, resource)] });
      const first = await readPosts(sandbox, { streams: [stream] });
      sandbox.set({ faults: [] });
      const second = await readPosts(sandbox, { streams: [stream], state: first.state });
      expect(new Set(second.records(stream).map(({ post }) => post))).to.deep.equal(new Set([refused]));
      expect(bookmarkOf(second, stream)).to.have.keys('full_sweep_at', 'counts');
    });
  }

  it('only lacks its own statistics, not those of others in its batch', async () => {
    const sandbox = await start({ postsPerOrganization: 120 });
    const whole = await readPosts(sandbox, { streams: ['post_statistics'] });
    const refused = recentPosts(sandbox).find(({ id }) => id.startsWith('urn:li:share:'))!.id;
    sandbox.set({ faults: [refusing(refused, 'organizationalEntityShareStatistics')] });
    const run = await readPosts(sandbox, { streams: ['post_statistics'] });
    expect(run.exitCode).to.equal(0);
    expect(run.records('post_statistics')).to.have.deep.members(without(whole, 'post_statistics', refused));
    expect(run.logged('WARNING').join()).to.include(refused);
  });

  it('only lacks its own video metrics, and the bookmark moves for the others', async () => {
    const sandbox = await start({ postsPerOrganization: 120 });
    const whole = await readPosts(sandbox, { streams: ['video_statistics'] });
    const refused = String(whole.records('video_statistics')[0]!['entity']);
    sandbox.set({ faults: [refusing(refused, 'videoAnalytics')] });
    const run = await readPosts(sandbox, { streams: ['video_statistics'] });
    expect(run.exitCode).to.equal(0);
    expect(run.records('video_statistics')).to.have.deep.members(without(whole, 'video_statistics', refused));
    const kept = bookmarkOf(run, 'video_statistics');
    expect(kept).to.deep.equal({ ...bookmarkOf(whole, 'video_statistics'), incomplete_posts: [refused] });
  });

  it('lacks its own counts, but its comments are still requested', async () => {
    const sandbox = await start();
    const whole = await readPosts(sandbox, { streams: ['post_social_metadata', 'comments'] });
    const [refused = ''] = talkedAbout(sandbox);
    for (const kind of ['status', 'key'] as const) {
      sandbox.set({ faults: [refusing(refused, 'socialMetadata', { kind })] });
      const run = await readPosts(sandbox, { streams: ['post_social_metadata', 'comments'] });
      expect(run.exitCode).to.equal(0);
      expect(run.records('comments')).to.have.deep.members(whole.records('comments'));
      expect(run.records('post_social_metadata')).to.have.deep.members(without(whole, 'post_social_metadata', refused));
    }
  });

  it('only lacks its own name if it is a geo, with an app that may read batches', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
    const streams = ['geos', 'follower_counts_by_geo'];
    const whole = await runTap({ config, catalog: select(...streams) });
    const { id } = whole.records('geos')[0]!;
    sandbox.set({ faults: [refusing(String(id), 'geo', { kind: 'key' })] });
    const run = await runTap({ config, catalog: select(...streams) });
    expect(run.exitCode).to.equal(0);
    expect(run.records('geos')).to.have.deep.members(whole.records('geos').filter((geo) => geo['id'] !== id));
    expect(run.records('follower_counts_by_geo')).to.have.length(whole.records('follower_counts_by_geo').length);
  });

  it('is reported as a page’s if it is a page, and closes the stream for no other', async () => {
    const sandbox = await start({ organizations: 120 });
    const config = settingsOf(sandbox);
    const whole = await runTap({ config, catalog: select('organization_lookup') });
    const ids = whole.records('organization_lookup').map(({ id }) => Number(id));
    const refused = ids[3]!;
    sandbox.set({ faults: [refusing(String(refused), 'organizations', { kind: 'key' })] });
    const run = await runTap({ config, catalog: select('organization_lookup') });
    expect(run.exitCode).to.equal(1);
    expect(run.records('organization_lookup').map(({ id }) => id)).to.have.members(ids.filter((id) => id !== refused));
    const errors = run.logged('ERROR').filter((line) => line.startsWith('organization_lookup'));
    expect(errors).to.have.length(1);
    expect(errors[0]).to.include(String(refused)).and.not.include('lacks the scope');
  });

  it('fails the stream if none of the first twenty answers; after two pages in a row the stream is closed', async () => {
    const sandbox = await start({ organizations: 4, postsPerOrganization: 120 });
    const resource = 'socialActions/comments';
    sandbox.set({ faults: [{ kind: 'status', status: 403, body: REFUSAL, match: { resource }, times: 'always' }] });
    const settings = { organization_ids: undefined, max_concurrency: 1 };
    const run = await readPosts(sandbox, { streams: ['comments', 'posts'], settings });
    expect(run.exitCode).to.equal(0);
    // Twenty of each page, and one that was already under way.
    expect(callsTo(sandbox, resource).length).to.be.within(40, 42);
    expect(run.logged('WARNING')).to.have.length(1);
    expect(run.logged('WARNING')[0]).to.include('r_organization_social_feed');
    expect(new Set(run.records('posts').map(({ author }) => author))).to.have.property('size', 3);
  });

  it('on one page does not affect another page, even if all of the first page’s were refused', async () => {
    const sandbox = await start({ postsPerOrganization: 120 });
    for (const [stream, resource] of [
      ['post_statistics', 'organizationalEntityShareStatistics'],
      ['post_social_metadata', 'socialMetadata'],
    ] as const) {
      const fault = { kind: 'status', status: 422, body: { status: 422 }, times: 'always' } as const;
      const items = sandbox.truth.posts(TURBINES).map(({ id }) => id);
      sandbox.set({ faults: items.map((item) => ({ ...fault, match: { resource, item } })) });
      const settings = { organization_ids: [TURBINES, LABS], max_concurrency: 1 };
      const run = await readPosts(sandbox, { streams: [stream], settings });
      expect(run.exitCode).to.equal(1);
      const pages = new Set(run.records(stream).map((record) => record['organization']));
      expect(pages).to.deep.equal(new Set([urn(LABS)]));
    }
  });

  it('that never answers fails the run, but does not affect its neighbors', async () => {
    const sandbox = await start();
    const whole = await readPosts(sandbox, { streams: ['comments'] });
    const [failing = ''] = talkedAbout(sandbox);
    sandbox.set({
      faults: [{ kind: '503-html', match: { resource: 'socialActions/comments', item: failing }, times: 'always' }],
    });
    const run = await readPosts(sandbox, { streams: ['comments'] });
    expect(run.exitCode).to.equal(1);
    expect(run.records('comments')).to.have.deep.members(without(whole, 'comments', failing));
    expect(run.logged('ERROR').join()).to.include(failing);
    sandbox.set({ faults: [] });
    const next = await readPosts(sandbox, { streams: ['comments'], state: run.state });
    expect(next.records('comments')).to.have.deep.members(
      whole.records('comments').filter(({ post }) => post === failing),
    );
    expect(next.state).to.deep.equal(whole.state);
  });

  it('that never answers ends its stream and page after three in a row, so that an outage does not take all night', async () => {
    const sandbox = await start({ postsPerOrganization: 120 });
    sandbox.set({ faults: [{ kind: '503-html', match: { resource: 'reactions' }, times: 'always' }] });
    const settings = { max_tries: 2, max_concurrency: 1, organization_ids: [TURBINES, LABS] };
    const run = await readPosts(sandbox, { streams: ['reactions', 'posts'], settings });
    expect(run.exitCode).to.equal(1);
    // Three items with two tries each per page, and one that was already under way.
    expect(callsTo(sandbox, 'reactions').length).to.be.within(12, 16);
    for (const id of [TURBINES, LABS]) {
      expect(run.records('posts').some(({ author }) => author === urn(id))).to.be.true;
    }
  });
});
