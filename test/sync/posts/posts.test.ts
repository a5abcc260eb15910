import { expect } from 'chai';
import { expectRecord } from '../../support/holding.js';
import type { Json } from '../../support/output.js';
import { bookmarkOf, callsTo, idsOf, readPosts } from '../../support/posts.js';
import { daysLater, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';

const iso = (ms: number): string => new Date(ms).toISOString();

describe('posts', () => {
  const start = useSandbox();

  it('lose nothing, whatever they contain, and have a permalink', async () => {
    const sandbox = await start({ postsPerOrganization: 90 });
    const run = await readPosts(sandbox);
    const truths = sandbox.truth.posts(TURBINES);
    const records = run.records('posts');
    expect(records).to.have.length(truths.length);
    for (const [index, truth] of truths.entries()) {
      const record = records[index]!;
      const { hashtags, mentions } = record;
      const permalink = `https://www.linkedin.com/feed/update/${truth.id}/`;
      const own = { author: urn(TURBINES), organization_id: TURBINES, permalink, hashtags, mentions };
      expectRecord({ run, stream: 'posts', record }, { truth, own });
    }
    const kinds = new Set(truths.flatMap(({ content }) => Object.keys((content as Json | undefined) ?? { none: 1 })));
    expect([...kinds]).to.include.members(['media', 'article', 'multiImage', 'poll', 'carousel', 'reference']);
    expect([...kinds]).to.include.members(['celebration', 'none']);
    expect(truths.map(({ content }) => JSON.stringify(content))).to.include('{}');
    expect(truths.some(({ adContext }) => adContext !== undefined)).to.be.true;
    expect(truths.some(({ commentary }) => commentary === undefined)).to.be.true;
    expect(run.logged('WARNING')).to.deep.equal([]);
  });

  it('name the hashtags and mentions in their text', async () => {
    const sandbox = await start();
    const run = await readPosts(sandbox);
    const withText = (text: string): Json => run.records('posts').find((r) => String(r['commentary']).includes(text))!;
    expect(withText('WindPower')).to.deep.include({
      hashtags: ['WindPower'],
      mentions: [{ name: 'Contoso Kites', urn: 'urn:li:organization:2414183' }],
    });
    expect(withText('Łódź}')).to.deep.include({ hashtags: ['Łódź'], mentions: [] });
    expect(withText('How a blade is made')).to.deep.include({
      hashtags: [],
      mentions: [{ name: 'Ada (Example)', urn: 'urn:li:person:Ww-h__kIES' }],
    });
  });

  it('remember the newest changes, and the day and number of posts of the walk', async () => {
    const sandbox = await start();
    const run = await readPosts(sandbox);
    const truths = sandbox.truth.posts(TURBINES);
    expect(bookmarkOf(run)).to.deep.equal({
      lastModifiedAt: iso(truths[0]!.lastModifiedAt),
      full_walk_at: '2026-11-22',
      posts: truths.length,
      recent: { [truths[0]!.id]: truths[0]!.lastModifiedAt },
    });
  });

  for (const postPages of ['full', 'short', 'empty'] as const) {
    it(`are all found, each once, on pages that are ${postPages}`, async () => {
      const sandbox = await start({ postsPerOrganization: 430, postPages });
      const run = await readPosts(sandbox);
      expect(idsOf(run)).to.deep.equal(sandbox.truth.posts(TURBINES).map(({ id }) => id));
      expect(bookmarkOf(run)['lastModifiedAt']).to.equal(iso(sandbox.truth.posts(TURBINES)[0]!.lastModifiedAt));
    });
  }

  it('edited while paging come once in the run, and once more in the next', async () => {
    const sandbox = await start({ postsPerOrganization: 430, editWhilePaging: true });
    const before = new Map(sandbox.truth.posts(TURBINES).map(({ id, lastModifiedAt }) => [id, lastModifiedAt]));
    const first = await readPosts(sandbox);
    expect(new Set(idsOf(first)).size).to.equal(idsOf(first).length);
    sandbox.set({ editWhilePaging: false, now: '2026-11-22T11:00:00Z' });
    const truths = sandbox.truth.posts(TURBINES);
    const edited = truths.filter(({ id, lastModifiedAt }) => before.get(id) !== lastModifiedAt).map(({ id }) => id);
    expect(edited).to.have.length(4);
    const second = await readPosts(sandbox, { state: first.state });
    expect(idsOf(second)).to.deep.equal(edited);
    expect(new Set([...idsOf(first), ...idsOf(second)])).to.deep.equal(new Set(truths.map(({ id }) => id)));
  });

  it('without a bookmark start at start_date, however long ago, and with one continue from there', async () => {
    const sandbox = await start({ postsPerOrganization: 90 });
    const truths = sandbox.truth.posts(TURBINES);
    const since = (day: string): unknown[] =>
      truths.filter(({ lastModifiedAt }) => lastModifiedAt >= Date.parse(day)).map(({ id }) => id);
    const early = await readPosts(sandbox, { settings: { start_date: '2025-03-01' } });
    expect(idsOf(early)).to.deep.equal(since('2025-03-01'));
    expect(idsOf(early).length).to.be.below(truths.length);
    expect(early.stderr).not.to.match(/12 months|lost/);
    const state = {
      bookmarks: { posts: { [urn(TURBINES)]: { ...bookmarkOf(early), lastModifiedAt: '2025-09-01T00:00:00.000Z' } } },
    };
    const late = await readPosts(sandbox, { settings: { start_date: '2026-10-01' }, state });
    expect(idsOf(late)).to.deep.equal(since('2025-09-01T00:00:00.001Z'));
  });

  it('stop at a bookmark that only has the newest change', async () => {
    const sandbox = await start();
    const [, , third] = sandbox.truth.posts(TURBINES);
    const state = { bookmarks: { posts: { [urn(TURBINES)]: { lastModifiedAt: iso(third!.lastModifiedAt) } } } };
    const run = await readPosts(sandbox, { state });
    expect(idsOf(run)).to.deep.equal(
      sandbox.truth
        .posts(TURBINES)
        .slice(0, 2)
        .map(({ id }) => id),
    );
    expect(bookmarkOf(run)).to.include({ full_walk_at: '2026-11-22' });
  });

  it('are walked to the end after posts_full_refresh_days, as log and state say', async () => {
    const sandbox = await start({ postsPerOrganization: 130 });
    const settings = { posts_full_refresh_days: 3 };
    const first = await readPosts(sandbox, { settings });
    const [deleted] = sandbox.truth.posts(TURBINES).slice(-1);
    sandbox.act({ do: 'delete', post: deleted!.id });
    sandbox.set({ now: daysLater(2) });
    sandbox.clearRequests();
    const second = await readPosts(sandbox, { settings, state: first.state });
    expect(callsTo(sandbox, 'posts')).to.have.length(1);
    expect(second.stderr).not.to.include('walked to the end');
    expect(bookmarkOf(second)).to.include({ full_walk_at: '2026-11-22', posts: first.records('posts').length });
    sandbox.set({ now: daysLater(3) });
    sandbox.clearRequests();
    const third = await readPosts(sandbox, { settings, state: second.state, args: ['--log-level=debug'] });
    const count = sandbox.truth.posts(TURBINES).length;
    expect(callsTo(sandbox, 'posts')).to.have.length(2);
    expect(third.records('posts')).to.have.length(count);
    expect(third.logged('DEBUG').join('\n')).to.include(
      `walked to the end of ${urn(TURBINES)}: ${count} posts, ${first.records('posts').length} on the previous full walk.`,
    );
    expect(bookmarkOf(third)).to.include({ full_walk_at: '2026-11-25', posts: count });
  });

  it('of a page without posts leave no bookmark and no error', async () => {
    const sandbox = await start({ postsPerOrganization: 0 });
    const run = await readPosts(sandbox, { streams: ['posts', 'post_statistics', 'comments', 'video_statistics'] });
    expect(run.exitCode).to.equal(0);
    expect(run.records('posts')).to.be.empty;
    expect(run.state.bookmarks).not.to.have.any.keys('posts', 'video_statistics');
  });
});
