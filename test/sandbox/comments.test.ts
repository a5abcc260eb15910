import { expect } from 'chai';
import { call, NORTHWIND, useSandbox, type Reply } from './client.js';
import { walk } from './posts.js';
import {
  activityOf,
  commentsUrl,
  findCommented,
  findPost,
  findReacted,
  FOREIGN,
  likesUrl,
  postsOf,
  reactionsUrl,
  type Json,
} from './social.js';

describe('sandbox: comments', () => {
  const sandbox = useSandbox();
  const read = (url: string): Promise<Reply> => call(sandbox(), url);
  const elements = async (url: string): Promise<readonly Json[]> =>
    (await walk(sandbox(), url)).flatMap((page) => page.elements);
  const commented = (): string => findCommented(sandbox());
  const reacted = (): string => findReacted(sandbox());

  it('39: comments are paged by start and count, with a total, and replies under their comment', async () => {
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

  it('39: a comment has a long id, its URN and the post’s; a reply names its comment', async () => {
    const urn = commented();
    for (const comment of sandbox().truth.comments(urn)) {
      expect(comment['id'])
        .to.be.a('string')
        .and.match(/^\d{19}$/);
      expect(comment['commentUrn']).to.equal(`urn:li:comment:(${String(comment['object'])},${String(comment['id'])})`);
      expect(comment['object']).to.equal(urn.includes('ugcPost') ? urn : activityOf(sandbox(), urn));
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

  it('39: comments by the page name the member who wrote them, and some have an image', () => {
    const comments = postsOf(sandbox()).flatMap((urn) => sandbox().truth.comments(urn));
    const own = comments.filter(({ actor }) => actor === `urn:li:organization:${NORTHWIND}`);
    expect(own.length).to.be.greaterThan(0);
    for (const { agent, created } of own) {
      expect(agent).to.match(/^urn:li:person:/);
      expect(created).to.include({ impersonator: agent });
    }
    const images = comments.filter(({ content }) => content);
    expect(images.length).to.be.greaterThan(0);
  });

  it('39: a post without comments gives an empty list or a 404', async () => {
    const bare = findPost(sandbox(), (urn) => sandbox().truth.comments(urn).length === 0);
    expect((await read(commentsUrl(bare))).json).to.deep.equal({
      paging: { start: 0, count: 10, links: [], total: 0 },
      elements: [],
    });
    sandbox().set({ noComments: 'not-found' });
    expect((await read(commentsUrl(bare))).status).to.equal(404);
    expect((await read(commentsUrl(commented()))).status).to.equal(200);
  });

  it('39: comments and reactions of a foreign post give a 403, those of an unknown or deleted one a 404', async () => {
    const [foreign = ''] = postsOf(sandbox(), FOREIGN);
    const { status, json } = await read(commentsUrl(foreign));
    expect([status, json]).to.deep.equal([
      403,
      { status: 403, message: `member is unauthorized on ${activityOf(sandbox(), foreign)}` },
    ]);
    expect((await read(reactionsUrl(foreign))).status).to.equal(403);
    expect((await read(commentsUrl('urn:li:activity:7390000000000000777'))).status).to.equal(404);
    const gone = commented();
    sandbox().act({ do: 'delete', post: gone });
    expect((await read(commentsUrl(gone))).status).to.equal(404);
  });

  it('39: commentUrn may be replaced by $URN or absent; then likes have none either', async () => {
    const url = commentsUrl(commented());
    const likes = likesUrl(reacted());
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
      expect(await names(likes), socialUrns).to.deep.equal(like);
    }
  });

  it('39, 40: shares are found by their own URN and that of their activity', async () => {
    const share = findPost(sandbox(), (urn) => urn.includes('share') && sandbox().truth.comments(urn).length > 0);
    for (const url of [commentsUrl, reactionsUrl]) {
      expect((await read(url(activityOf(sandbox(), share)))).json.elements).to.deep.equal(
        (await read(url(share))).json.elements,
      );
    }
  });

  it('45, 47, 49: quotas and faults match calls by resource, and by the page of the post', async () => {
    const urn = commented();
    sandbox().set({
      quota: { 'socialActions/comments': { member: 2 } },
      faults: [{ kind: '500', match: { organization: NORTHWIND, resource: 'socialActions/likes' } }],
    });
    const statuses: number[] = [];
    for (const url of [commentsUrl(urn), commentsUrl(urn), commentsUrl(urn), likesUrl(urn), likesUrl(urn)]) {
      statuses.push((await read(url)).status);
    }
    expect(statuses).to.deep.equal([200, 200, 429, 500, 200]);
  });

  it('comments and reactions can be added and removed', async () => {
    const { truth } = sandbox();
    const [urn = ''] = postsOf(sandbox());
    const before = [truth.comments(urn), truth.reactions(urn)];
    const comment = sandbox().act({ do: 'comment', on: urn, text: 'New!' });
    const reply = sandbox().act({ do: 'comment', on: comment, text: 'Newer!' });
    const reaction = sandbox().act({ do: 'react', on: activityOf(sandbox(), urn), type: 'PRAISE' });
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
});
