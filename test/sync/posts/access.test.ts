import { expect } from 'chai';
import { callsTo, idsOf, readPosts } from '../../support/posts.js';
import { LABS, oauthSettingsOf, TURBINES, useSandbox } from '../../support/sandboxes.js';

const FOLLOWING = ['post_statistics', 'post_social_metadata', 'comments', 'likes', 'reactions', 'video_statistics'];

describe('access to posts', () => {
  const start = useSandbox();

  it('without the scope is tried once; what needs no posts is read, exit 1', async () => {
    const sandbox = await start({ scopes: ['rw_organization_admin'] });
    const settings = {
      ...oauthSettingsOf(sandbox),
      access_token: undefined,
      organization_ids: [TURBINES, LABS],
      max_concurrency: 1,
    };
    const streams = ['posts', ...FOLLOWING, 'share_statistics'];
    const run = await readPosts(sandbox, { streams, settings });
    expect(callsTo(sandbox, 'posts')).to.have.length(1);
    expect(run.records('share_statistics')).to.have.length(2);
    expect(run.logged('ERROR').join('\n'))
      .to.match(/^The token lacks the scope r_organization_social/)
      .and.include('r_organization_social');
    expect(run.exitCode).to.equal(1);
  });

  it('for streams off by default fails with one warning, and exit 0', async () => {
    const sandbox = await start({ scopes: ['rw_organization_admin'] });
    const streams = ['comments', 'video_statistics'];
    const run = await readPosts(sandbox, { streams });
    expect(run.logged('WARNING')).to.have.length(1);
    expect(run.logged('WARNING')[0]).to.include('comments and video_statistics');
    expect(run.logged('ERROR')).to.deep.equal([]);
    expect(run.exitCode).to.equal(0);
  });

  it('for videos can fail without affecting posts', async () => {
    const sandbox = await start({
      faults: [{ kind: 'status', status: 403, body: {}, match: { resource: 'videoAnalytics' }, times: 'always' }],
    });
    const run = await readPosts(sandbox, { streams: ['posts', 'video_statistics'] });
    expect(run.records('posts')).to.have.length(sandbox.truth.posts(TURBINES).length);
    expect(run.logged('WARNING')).to.have.length(1);
    expect(run.exitCode).to.equal(0);
  });

  it('without a role on one page fails only that page, and its bookmark stays', async () => {
    const sandbox = await start();
    const settings = { organization_ids: [TURBINES, LABS] };
    const streams = ['posts', 'post_statistics'];
    const first = await readPosts(sandbox, { streams, settings });
    sandbox.set({ now: '2026-11-29T10:30:00Z', roles: { [LABS]: { role: 'ANALYST', state: 'APPROVED' } } });
    const second = await readPosts(sandbox, { streams, settings, state: first.state });
    expect(second.exitCode).to.equal(1);
    expect(new Set(idsOf(second, 'posts', 'organization_id'))).to.deep.equal(new Set([TURBINES]));
    const of = (run: typeof first, id: number): unknown => run.state.bookmarks['posts']![`urn:li:organization:${id}`];
    expect(of(second, LABS)).to.deep.equal(of(first, LABS));
    expect(of(second, TURBINES)).not.to.deep.equal(of(first, TURBINES));
  });

  it('at a daily limit stops with exit 3, and continues where it stopped', async () => {
    const sandbox = await start({ postsPerOrganization: 330, quota: { posts: { app: 2 } } });
    const first = await readPosts(sandbox, { streams: ['posts', 'share_statistics'] });
    expect(first.exitCode).to.equal(3);
    expect(first.state.bookmarks['posts']).to.be.undefined;
    expect(first.records('share_statistics')).to.have.length(1);
    sandbox.set({ quota: { posts: null } });
    const second = await readPosts(sandbox, { state: first.state });
    expect(idsOf(second)).to.deep.equal(sandbox.truth.posts(TURBINES).map(({ id }) => id));
  });
});
