import { expect } from 'chai';
import { call, NORTHWIND, useSandbox, type Body, type Reply } from './client.js';
import { list, walk } from './posts.js';

type Json = Readonly<Record<string, unknown>>;

const FOREIGN = 104729450;
const enc = (urn: string): string => encodeURIComponent(urn).replaceAll('(', '%28').replaceAll(')', '%29');
const commentsUrl = (urn: string, query = ''): string => `/rest/socialActions/${enc(urn)}/comments${query}`;
const reactionsUrl = (urn: string, query = ''): string => `/rest/reactions/(entity:${enc(urn)})?q=entity${query}`;

describe('sandbox: comments, likes, reactions', () => {
  const sandbox = useSandbox();
  const read = (url: string): Promise<Reply> => call(sandbox(), url);
  const elements = async (url: string): Promise<readonly Json[]> =>
    (await walk(sandbox(), url)).flatMap((page) => page.elements);
  const postsOf = (id: number): string[] =>
    sandbox()
      .truth.posts(id)
      .map((post) => post.id);
  const commented = (): string => findPost((urn) => sandbox().truth.comments(urn).length > 3);
  const reacted = (): string => findPost((urn) => sandbox().truth.reactions(urn).length > 5);
  const findPost = (holds: (urn: string) => boolean): string => postsOf(NORTHWIND).find(holds) ?? 'none';
  const activityOf = (urn: string): string => String(sandbox().truth.socialMetadata(urn)['entity']);

  it('39: comments come by start and count, with their total, and the replies under their comment', async () => {
    const { truth } = sandbox();
    const urn = commented();
    const { json } = await read(commentsUrl(urn, '?start=1&count=2'));
    const isTop = (comment: Json): boolean => !('parentComment' in comment);
    const top = truth.comments(urn).filter(isTop);
    expect(json.paging).to.deep.include({ start: 1, count: 2, total: top.length });
    expect(json.elements).to.deep.equal(top.slice(1, 3));
    expect(await elements(commentsUrl(urn, '?count=2'))).to.deep.equal(top);
    const replies = await Promise.all(top.map(({ commentUrn }) => elements(commentsUrl(String(commentUrn)))));
    const all = top.flatMap((comment, index) => [comment, ...(replies[index] ?? [])]);
    expect(all).to.deep.equal(truth.comments(urn));
    expect(replies.flat().length).to.be.greaterThan(0);
  });

  it('39: a comment has a long id, its URN and that of the post; a reply names its comment', async () => {
    const urn = commented();
    for (const comment of sandbox().truth.comments(urn)) {
      expect(comment['id'])
        .to.be.a('string')
        .and.match(/^\d{19}$/);
      expect(comment['commentUrn']).to.equal(`urn:li:comment:(${String(comment['object'])},${String(comment['id'])})`);
      expect(comment['object']).to.equal(urn.includes('ugcPost') ? urn : activityOf(urn));
    }
    const reply = sandbox()
      .truth.comments(urn)
      .find((comment) => 'parentComment' in comment);
    const [first] = sandbox().truth.comments(urn);
    expect(reply?.['parentComment']).to.equal(first?.['commentUrn']);
    const url = `${commentsUrl(urn)}/${String(reply?.['id'])}`;
    expect((await read(url)).json).to.deep.equal(reply);
    expect((await read(`${commentsUrl(urn)}/1`)).status).to.equal(404);
  });

  it('39: comments of the page name the member who wrote for it, and some have an image', () => {
    const comments = postsOf(NORTHWIND).flatMap((urn) => sandbox().truth.comments(urn));
    const own = comments.filter(({ actor }) => actor === `urn:li:organization:${NORTHWIND}`);
    expect(own.length).to.be.greaterThan(0);
    for (const { agent, created } of own) {
      expect(agent).to.match(/^urn:li:person:/);
      expect(created).to.include({ impersonator: agent });
    }
    const images = comments.filter(({ content }) => content);
    expect(images.length).to.be.greaterThan(0);
  });

  it('39: a post without comments has an empty list, or is a 404', async () => {
    const bare = findPost((urn) => sandbox().truth.comments(urn).length === 0);
    expect((await read(commentsUrl(bare))).json).to.deep.equal({
      paging: { start: 0, count: 10, links: [], total: 0 },
      elements: [],
    });
    sandbox().set({ noComments: 'not-found' });
    expect((await read(commentsUrl(bare))).status).to.equal(404);
    expect((await read(commentsUrl(commented()))).status).to.equal(200);
  });

  it('39: comments and reactions of a foreign post are a 403, those of an unknown or deleted one a 404', async () => {
    const [foreign = ''] = postsOf(FOREIGN);
    const { status, json } = await read(commentsUrl(foreign));
    expect([status, json]).to.deep.equal([
      403,
      { status: 403, message: `member is unauthorized on ${activityOf(foreign)}` },
    ]);
    expect((await read(reactionsUrl(foreign))).status).to.equal(403);
    expect((await read(commentsUrl('urn:li:activity:7390000000000000777'))).status).to.equal(404);
    const gone = commented();
    sandbox().act({ do: 'delete', post: gone });
    expect((await read(commentsUrl(gone))).status).to.equal(404);
  });

  it('39: commentUrn may have $URN in its place, or none; likes then have none either', async () => {
    const url = commentsUrl(commented());
    const likesUrl = `/rest/socialActions/${enc(reacted())}/likes`;
    for (const [socialUrns, comment, like] of [
      ['usual', ['commentUrn'], ['$URN']],
      ['old', ['$URN'], ['$URN']],
      ['absent', [], []],
    ] as const) {
      sandbox().set({ socialUrns });
      const names = async (from: string): Promise<string[]> => {
        const [first] = (await read(from)).json.elements;
        return Object.keys(first ?? {}).filter((name) => name === 'commentUrn' || name === '$URN');
      };
      expect(await names(url), socialUrns).to.deep.equal(comment);
      expect(await names(likesUrl), socialUrns).to.deep.equal(like);
    }
  });

  it('39, 40: shares answer under their own URN and that of their activity', async () => {
    const share = findPost((urn) => urn.includes('share') && sandbox().truth.comments(urn).length > 0);
    for (const url of [commentsUrl, reactionsUrl]) {
      expect((await read(url(activityOf(share)))).json.elements).to.deep.equal((await read(url(share))).json.elements);
    }
  });

  it('40: reactions come newest first or in the order asked for, one for each like', async () => {
    const urn = reacted();
    const all = await elements(reactionsUrl(urn, '&count=5'));
    expect(all.toReversed()).to.deep.equal(sandbox().truth.reactions(urn));
    expect(await elements(reactionsUrl(urn, '&sort=(value:CHRONOLOGICAL)'))).to.deep.equal(all.toReversed());
    expect((await read(reactionsUrl(urn, '&sort=(value:BEST)'))).status).to.equal(400);
    const likes = await elements(`/rest/socialActions/${enc(urn)}/likes`);
    expect(likes).to.deep.equal(sandbox().truth.likes(urn));
    expect(likes.map(({ actor }) => actor)).to.deep.equal(
      all.toReversed().map(({ created }) => (created as Json)['actor']),
    );
    const [comment] = sandbox().truth.comments(commented());
    const onComment = await elements(reactionsUrl(String(comment?.['commentUrn'])));
    expect(comment?.['likesSummary']).to.include({ totalLikes: onComment.length });
  });

  it('40: every kind of reaction occurs, and each reaction has an id of its own', () => {
    const reactions = postsOf(NORTHWIND).flatMap((urn) => sandbox().truth.reactions(urn));
    expect(new Set(reactions.map(({ reactionType }) => reactionType))).to.deep.equal(
      new Set(['LIKE', 'PRAISE', 'EMPATHY', 'INTEREST', 'APPRECIATION', 'ENTERTAINMENT', 'MAYBE']),
    );
    expect(new Set(reactions.map(({ id }) => id)).size).to.equal(reactions.length);
    expect(reactions.some(({ created }) => 'impersonator' in (created as Json))).to.equal(true);
  });

  it('40: the key is a record, its URN encoded', async () => {
    const urn = reacted();
    for (const key of [
      `(entity:${urn})`,
      `(entity:${enc(urn)}`,
      enc(`(entity:${urn})`),
      `(post:${enc(urn)})`,
      enc(urn),
    ]) {
      const { status, json } = await read(`/rest/reactions/${key}?q=entity`);
      expect([status, json.message], key).to.deep.equal([400, 'Syntax exception in path variables']);
    }
    expect((await read(`/rest/reactions/(entity:${enc(urn)})`)).status).to.equal(400);
  });

  it('41: socialMetadata maps each kind of reaction to its count, and counts comments with and without replies', async () => {
    for (const urn of postsOf(NORTHWIND)) {
      const { truth } = sandbox();
      const { reactionSummaries, commentSummary, commentsState } = truth.socialMetadata(urn) as Record<string, Json>;
      const sums = Object.values(reactionSummaries ?? {}) as { reactionType: string; count: number }[];
      expect(Object.keys(reactionSummaries ?? {})).to.deep.equal(sums.map(({ reactionType }) => reactionType));
      expect(sums.reduce((sum, { count }) => sum + count, 0)).to.equal(truth.reactions(urn).length);
      const comments = truth.comments(urn);
      const topLevelCount = comments.filter((comment) => !('parentComment' in comment)).length;
      expect(commentSummary).to.deep.equal({ count: comments.length, topLevelCount });
      expect(commentsState).to.be.oneOf(['OPEN', 'CLOSED']);
    }
    const urn = reacted();
    expect((await read(`/rest/socialMetadata/${enc(urn)}`)).json).to.deep.equal(sandbox().truth.socialMetadata(urn));
    const summary = (await read(`/rest/socialActions/${enc(urn)}`)).json;
    expect(summary).to.deep.include({ target: urn, $URN: urn });
    expect(summary['likesSummary']).to.include({ totalLikes: sandbox().truth.reactions(urn).length });
  });

  it('41: a batch has results under the URNs asked for; unknown and foreign ones are errors', async () => {
    const bare = findPost((urn) => sandbox().truth.reactions(urn).length === 0);
    const urns = [reacted(), bare, 'urn:li:share:1', postsOf(FOREIGN)[0] ?? ''];
    for (const resource of ['socialMetadata', 'socialActions']) {
      const { status, json } = await read(`/rest/${resource}?ids=${list(urns)}`);
      expect(status).to.equal(200);
      expect(Object.keys(json.results)).to.deep.equal(urns.slice(0, 2));
      const errors = json['errors'] as Readonly<Record<string, Json>>;
      expect(Object.entries(errors).map(([urn, error]) => [urn, error['status']])).to.deep.equal([
        [urns[2], 404],
        [urns[3], 403],
      ]);
    }
    const { json } = await read(`/rest/socialMetadata?ids=${list(urns)}`);
    expect(json.results[bare]?.['reactionSummaries']).to.deep.equal({});
  });

  it('13: comments, reactions and socialMetadata need the feed scope', async () => {
    sandbox().set({ scopes: ['r_organization_social', 'rw_organization_admin'] });
    const urn = reacted();
    for (const url of [
      commentsUrl(urn),
      reactionsUrl(urn),
      `/rest/socialActions/${enc(urn)}/likes`,
      `/rest/socialMetadata/${enc(urn)}`,
    ]) {
      const { status, json } = await read(url);
      expect([status, json['code']], url).to.deep.equal([403, 'ACCESS_DENIED']);
    }
    const [request] = sandbox().requests();
    expect(request).to.include({
      resource: 'socialActions/comments',
      organization: NORTHWIND,
      restliMethod: 'GET_ALL',
    });
  });

  it('comments and reactions can be added and taken back', async () => {
    const { truth } = sandbox();
    const [urn = ''] = postsOf(NORTHWIND);
    const before = [truth.comments(urn), truth.reactions(urn)];
    const comment = sandbox().act({ do: 'comment', on: urn, text: 'New!' });
    const reply = sandbox().act({ do: 'comment', on: comment, text: 'Newer!' });
    const reaction = sandbox().act({ do: 'react', on: activityOf(urn), type: 'PRAISE' });
    sandbox().act({ do: 'react', on: comment });
    expect(
      truth
        .comments(urn)
        .slice(-2)
        .map(({ commentUrn }) => commentUrn),
    ).to.deep.equal([comment, reply]);
    expect((await elements(commentsUrl(comment))).map(({ message }) => message)).to.deep.equal([
      { attributes: [], text: 'Newer!' },
    ]);
    expect(truth.reactions(urn).at(-1)).to.include({ id: reaction, reactionType: 'PRAISE' });
    expect(truth.reactions(comment)).to.have.length(1);
    expect(() => sandbox().act({ do: 'react', on: urn })).to.throw(TypeError, 'already');
    for (const made of [comment, reaction]) sandbox().act({ do: 'remove', urn: made });
    expect([truth.comments(urn), truth.reactions(urn)]).to.deep.equal(before);
    const made = reacted();
    const [first] = truth.reactions(made);
    sandbox().act({ do: 'remove', urn: String(first?.['id']) });
    expect(truth.reactions(made)[0]).not.to.deep.equal(first);
    expect(() => sandbox().act({ do: 'remove', urn: String(first?.['id']) })).to.throw(TypeError);
    const { status } = await call(sandbox(), '/sandbox/act', {
      method: 'POST',
      body: JSON.stringify({ do: 'comment', on: urn }),
    });
    expect(status).to.equal(200);
    expect(truth.comments(urn)).to.have.length((before[0]?.length ?? 0) + 1);
  });

  it('holds ten thousand posts with a thousand comments each', async () => {
    sandbox().set({ postsPerOrganization: 10_000, commentsPerPost: 1000, reactionsPerPost: 1000 });
    const posts = sandbox().truth.posts(NORTHWIND);
    const urn = posts.at(-500)?.id ?? '';
    const full = posts.slice(-40).map(({ id }) => id);
    const { json } = await read(`/rest/socialMetadata?ids=${list(full)}`);
    const counts = Object.values(json.results).map(({ commentSummary }) => (commentSummary as Json)['topLevelCount']);
    expect(counts).to.include(1000);
    expect((await read(commentsUrl(urn, '?count=100'))).status).to.equal(200);
    const fullest = full[counts.indexOf(1000)] ?? '';
    const page: Body = (await read(commentsUrl(fullest, '?start=990&count=100'))).json;
    expect(page.elements).to.have.length(10);
  });
});
