import { expect } from 'chai';
import { call, NORTHWIND, useSandbox, type Body, type Reply } from './client.js';
import { list, walk } from './posts.js';
import {
  commentsUrl,
  encodeKey,
  findCommented,
  findPost,
  findReacted,
  FOREIGN,
  likesUrl,
  postsOf,
  reactionsUrl,
  type Json,
} from './social.js';

describe('sandbox: reactions and social metadata', () => {
  const sandbox = useSandbox();
  const read = (url: string): Promise<Reply> => call(sandbox(), url);
  const elements = async (url: string): Promise<readonly Json[]> =>
    (await walk(sandbox(), url)).flatMap((page) => page.elements);
  const commented = (): string => findCommented(sandbox());
  const reacted = (): string => findReacted(sandbox());

  it('40: reactions come newest first or in the requested order, one for each like', async () => {
    const urn = reacted();
    const all = await elements(reactionsUrl(urn, '&count=5'));
    expect(all.toReversed()).to.deep.equal(sandbox().truth.reactions(urn));
    expect(await elements(reactionsUrl(urn, '&sort=(value:CHRONOLOGICAL)'))).to.deep.equal(all.toReversed());
    expect((await read(reactionsUrl(urn, '&sort=(value:BEST)'))).status).to.equal(400);
    const likes = await elements(likesUrl(urn));
    expect(likes).to.deep.equal(sandbox().truth.likes(urn));
    expect(likes.map(({ actor }) => actor)).to.deep.equal(
      all.toReversed().map(({ created }) => (created as Json)['actor']),
    );
    const [comment] = sandbox().truth.comments(commented());
    const onComment = await elements(reactionsUrl(String(comment?.['commentUrn'])));
    expect(comment?.['likesSummary']).to.include({ totalLikes: onComment.length });
  });

  it('40: every kind of reaction occurs, and each has its own id', () => {
    const reactions = postsOf(sandbox()).flatMap((urn) => sandbox().truth.reactions(urn));
    expect(new Set(reactions.map(({ reactionType }) => reactionType))).to.deep.equal(
      new Set(['LIKE', 'PRAISE', 'EMPATHY', 'INTEREST', 'APPRECIATION', 'ENTERTAINMENT', 'MAYBE']),
    );
    expect(new Set(reactions.map(({ id }) => id)).size).to.equal(reactions.length);
    expect(reactions.some(({ created }) => 'impersonator' in (created as Json))).to.equal(true);
  });

  it('40: the key is a record with an encoded URN', async () => {
    const urn = reacted();
    for (const key of [
      `(entity:${urn})`,
      `(entity:${encodeKey(urn)}`,
      encodeKey(`(entity:${urn})`),
      `(post:${encodeKey(urn)})`,
      encodeKey(urn),
    ]) {
      const { status, json } = await read(`/rest/reactions/${key}?q=entity`);
      expect([status, json.message], key).to.deep.equal([400, 'Syntax exception in path variables']);
    }
    expect((await read(`/rest/reactions/(entity:${encodeKey(urn)})`)).status).to.equal(400);
  });

  it('41: socialMetadata maps each kind of reaction to its count, and counts comments with and without replies', async () => {
    for (const urn of postsOf(sandbox())) {
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
    expect((await read(`/rest/socialMetadata/${encodeKey(urn)}`)).json).to.deep.equal(
      sandbox().truth.socialMetadata(urn),
    );
    const summary = (await read(`/rest/socialActions/${encodeKey(urn)}`)).json;
    expect(summary).to.deep.include({ target: urn, $URN: urn });
    expect(summary['likesSummary']).to.include({ totalLikes: sandbox().truth.reactions(urn).length });
  });

  it('41: a batch has results under the requested URNs; unknown and foreign ones are errors', async () => {
    const bare = findPost(sandbox(), (urn) => sandbox().truth.reactions(urn).length === 0);
    const urns = [reacted(), bare, 'urn:li:share:1', postsOf(sandbox(), FOREIGN)[0] ?? ''];
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
    for (const url of [commentsUrl(urn), reactionsUrl(urn), likesUrl(urn), `/rest/socialMetadata/${encodeKey(urn)}`]) {
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

  it('can have ten thousand posts with a thousand comments each', async () => {
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
