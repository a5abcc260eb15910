import { expect } from 'chai';
import type { Post } from '../../src/sandbox/index.js';
import { call, LABS, NORTHWIND, useSandbox, type Body } from './client.js';
import { list, listPosts, postsUrl, walk } from './posts.js';

/** The member has no role on this page, and is ANALYST on the next. */
const FOREIGN = 104729450;
const ANALYSED = 104729417;

const idsOf = (pages: readonly Body[]): unknown[] => pages.flatMap(({ elements }) => elements.map(({ id }) => id));

describe('sandbox: posts', () => {
  const sandbox = useSandbox();
  const read = (query = '', of = NORTHWIND): Promise<readonly Post[]> => listPosts(sandbox(), postsUrl(query, of));
  const truth = (): readonly Post[] => sandbox().truth.posts(NORTHWIND);

  it('34: a page has ten posts by default, and never more than a hundred', async () => {
    sandbox().set({ postsPerOrganization: 300 });
    for (const [query, count] of [
      ['', 10],
      ['&count=25', 25],
      ['&count=100', 100],
      ['&count=1000', 100],
    ] as const) {
      const { json } = await call(sandbox(), postsUrl(query));
      expect([json.paging.count, json.elements.length], query).to.deep.equal([count, count]);
    }
  });

  it('34: they are sorted by newest modification, or newest creation on request', async () => {
    const modified = await read('&count=100');
    expect(modified).to.deep.equal(truth());
    expect(await read('&count=100&sortBy=LAST_MODIFIED')).to.deep.equal(modified);
    const created = await read('&count=100&sortBy=CREATED');
    const isDescending = (times: readonly number[]): boolean =>
      times.every((time, index) => index === 0 || time < (times[index - 1] ?? 0));
    expect(modified.map(({ lastModifiedAt }) => lastModifiedAt)).to.satisfy(isDescending);
    expect(created.map(({ createdAt }) => createdAt)).to.satisfy(isDescending);
    expect(created.map(({ id }) => id)).not.to.deep.equal(modified.map(({ id }) => id));
    expect(created).to.have.deep.members(modified as Post[]);
    expect((await call(sandbox(), postsUrl('&sortBy=RELEVANCE'))).status).to.equal(400);
  });

  it('34: the next link keeps every parameter, and leads through all posts', async () => {
    const { json } = await call(sandbox(), postsUrl('&sortBy=CREATED&count=7&viewContext=AUTHOR'));
    expect(json.paging.links[0]?.href).to.equal(
      `/rest/posts?author=urn%3Ali%3Aorganization%3A${NORTHWIND}&count=7&q=author&sortBy=CREATED&start=7&viewContext=AUTHOR`,
    );
    const pages = await walk(sandbox(), postsUrl('&count=7'));
    expect(pages.map(({ elements }) => elements.length)).to.deep.equal([7, 7, 7, 1]);
    expect(idsOf(pages)).to.deep.equal(truth().map(({ id }) => id));
  });

  for (const [postPages, sizes] of [
    ['short', [4, 5, 5, 4, 4]],
    ['empty', [7, 0, 7, 0, 7, 0, 1]],
  ] as const) {
    it(`35: pages may be ${postPages} and still have a next link`, async () => {
      sandbox().set({ postPages });
      const pages = await walk(sandbox(), postsUrl('&count=7'));
      expect(pages.map(({ elements }) => elements.length)).to.deep.equal(sizes);
      expect(idsOf(pages)).to.deep.equal(truth().map(({ id }) => id));
    });
  }

  it('35: an edit between two pages shifts the others, so one comes twice and the edited one is missed', async () => {
    sandbox().set({ editWhilePaging: true });
    const before = truth().map(({ id }) => id);
    const ids = idsOf(await walk(sandbox(), postsUrl('&count=10')));
    expect(ids).to.have.length(22);
    expect(ids.slice(9, 11)).to.deep.equal([before[9], before[9]]);
    expect(ids).not.to.include(before[21]);
    const after = truth();
    expect(after.slice(0, 2).map(({ id }) => id)).to.deep.equal([before[20], before[21]]);
    expect(after[0]?.lastModifiedAt, 'newer than all that a reader has seen').to.equal(after[1]!.lastModifiedAt + 1);
    expect(after[1]?.lastModifiedAt).to.be.at.least(Date.parse('2026-11-22T09:00:00Z'));
  });

  it('36: two dozen posts include every kind', async () => {
    const posts = await read('&count=100');
    const contents = posts.map(({ content }) => (content === undefined ? 'none' : Object.keys(content as object)[0]));
    expect(new Set(contents)).to.deep.equal(
      new Set(['article', 'media', 'multiImage', 'poll', 'none', undefined, 'celebration', 'carousel', 'reference']),
    );
    const media = posts.flatMap(({ content }) => /urn:li:(\w+)/.exec(JSON.stringify(content ?? {}))?.[1] ?? []);
    expect(media).to.include.members(['image', 'video', 'document']);
    expect(posts.some(({ reshareContext, commentary }) => reshareContext && !commentary)).to.equal(true);
    const dark = posts.find(({ adContext }) => adContext);
    expect(dark).to.deep.include({ distribution: { feedDistribution: 'NONE', thirdPartyDistributionChannels: [] } });
    const types = new Set(posts.map(({ id }) => id.split(':')[2]));
    expect(types).to.deep.equal(new Set(['share', 'ugcPost']));
    for (const { id } of posts) expect(id).to.match(/^urn:li:(share|ugcPost):7\d{18}$/);
  });

  it('36: texts hold a hashtag, a mention, escaped characters, emoji and line breaks', async () => {
    const texts = (await read('&count=100')).map(({ commentary }) => String(commentary)).join('\u0000');
    for (const part of [
      '{hashtag|\\#|',
      '@[Contoso Kites](urn:li:organization:',
      '\\(per kWh\\)',
      '🌬️',
      '\nSecond line\r\n',
    ]) {
      expect(texts).to.include(part);
    }
  });

  it('36: some old posts are edited long after publication, once the clock gets there', async () => {
    const edited = truth().filter(({ lastModifiedAt, createdAt }) => lastModifiedAt - createdAt > 86_400_000);
    expect(edited).to.have.length.greaterThan(0);
    for (const { lifecycleStateInfo } of edited) expect(lifecycleStateInfo).to.deep.equal({ isEditedByAuthor: true });
    const [{ id, lastModifiedAt } = { id: '', lastModifiedAt: 0 }] = edited;
    sandbox().set({ now: lastModifiedAt - 1 });
    expect(sandbox().truth.post(id)?.lifecycleStateInfo).to.deep.equal({ isEditedByAuthor: false });
  });

  it('36: drafts and failed posts are only seen by their author, and were never published', async () => {
    const published = await read('&count=100');
    const all = await read('&count=100&viewContext=AUTHOR');
    const hidden = all.filter(({ id }) => !published.some((post) => post.id === id));
    expect(hidden.map(({ lifecycleState }) => lifecycleState)).to.have.members(['DRAFT', 'PUBLISH_FAILED']);
    for (const post of hidden) {
      expect(post).not.to.have.property('publishedAt');
      const url = `/rest/posts/${encodeURIComponent(post.id)}`;
      expect((await call(sandbox(), url)).status).to.equal(404);
      expect((await call(sandbox(), `${url}?viewContext=AUTHOR`)).json).to.deep.equal(post);
    }
    for (const post of published)
      expect(post).to.include({ lifecycleState: 'PUBLISHED' }).and.to.have.property('publishedAt');
    expect((await call(sandbox(), postsUrl('&viewContext=VIEWER'))).status).to.equal(400);
  });

  it('36: new posts appear as the clock advances, at the same pace even among thousands', async () => {
    const before = truth();
    sandbox().set({ now: '2026-12-22' });
    const after = truth();
    expect(after.length - before.length).to.be.within(5, 10);
    expect(after.slice(-before.length).map(({ id }) => id)).to.deep.equal(before.map(({ id }) => id));
    sandbox().set({ postsPerOrganization: 10_000 });
    const [page] = await walk(sandbox(), postsUrl('&count=100&start=8900'));
    expect(page?.elements).to.have.length(100);
  });

  it('37: a deleted post vanishes from the finder, and GET is a 404', async () => {
    const [post] = truth();
    const url = `/rest/posts/${encodeURIComponent(post?.id ?? '')}`;
    expect((await call(sandbox(), url)).json).to.deep.equal(post);
    const shares = sandbox().truth.lifetimeShares(NORTHWIND);
    sandbox().act({ do: 'delete', post: post?.id ?? '' });
    const { status, json } = await call(sandbox(), url);
    expect([status, json.message]).to.deep.equal([404, 'Could not find entity']);
    expect((await read('&count=100')).map(({ id }) => id)).not.to.include(post?.id);
    expect(truth()).to.have.length(21);
    expect(sandbox().truth.lifetimeShares(NORTHWIND)).to.deep.equal(shares);
  });

  it('37: BATCH_GET puts deleted, unknown and foreign posts into errors', async () => {
    const [kept, deleted] = truth().map(({ id }) => id);
    sandbox().act({ do: 'delete', post: deleted ?? '' });
    const foreign = sandbox().truth.posts(FOREIGN)[0]?.id;
    const urns = [kept, deleted, foreign, 'urn:li:share:1'].map(String);
    const { status, json } = await call(sandbox(), `/rest/posts?ids=${list(urns)}`);
    expect(status).to.equal(200);
    expect(json.results).to.deep.equal({ [urns[0] ?? '']: sandbox().truth.post(urns[0] ?? '') });
    expect(json['statuses']).to.deep.equal(Object.fromEntries(urns.map((urn, at) => [urn, [200, 404, 403, 404][at]])));
    expect(Object.keys(json['errors'] as object)).to.deep.equal(urns.slice(1));
  });

  it('38: posts of a page where the member has no role, or an insufficient one, give a 403', async () => {
    for (const of of [FOREIGN, ANALYSED]) {
      const { status, json } = await call(sandbox(), postsUrl('', of));
      expect([status, json.message]).to.deep.equal([
        403,
        'Not enough permissions to access: posts.FINDER-author.20260901',
      ]);
      const url = `/rest/posts/${encodeURIComponent(sandbox().truth.posts(of)[0]?.id ?? '')}`;
      expect((await call(sandbox(), url)).status).to.equal(403);
    }
    sandbox().set({ roles: { [LABS]: { role: 'DIRECT_SPONSORED_CONTENT_POSTER', state: 'APPROVED' } } });
    expect((await call(sandbox(), postsUrl('', LABS))).status).to.equal(200);
    const person = await call(sandbox(), '/rest/posts?q=author&author=urn%3Ali%3Aperson%3AaB3xYz90Qk');
    expect([person.status, person.json.message]).to.deep.equal([
      400,
      'Member permissions must be used when using member as author',
    ]);
    sandbox().set({ scopes: ['rw_organization_admin'] });
    expect((await call(sandbox(), postsUrl())).status).to.equal(403);
  });

  it('37: an edit moves a post to the front, and the later of two at the same time comes first', () => {
    const [, second, third] = truth().map(({ id }) => id);
    sandbox().act({ do: 'edit', post: second ?? '' });
    sandbox().act({ do: 'edit', post: third ?? '', commentary: 'Corrected' });
    expect(
      truth()
        .slice(0, 2)
        .map(({ id }) => id),
    ).to.deep.equal([third, second]);
    expect(truth()[0]?.['commentary']).to.equal('Corrected');
    expect(() => sandbox().act({ do: 'edit', post: 'urn:li:share:1' })).to.throw(TypeError, 'urn:li:share:1');
  });
});
