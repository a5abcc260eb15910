import { expect } from 'chai';
import { callsTo, idsOf, readPosts, recentPosts, SERVED_SINCE } from '../../support/posts.js';
import { daysLater, TURBINES, useSandbox } from '../../support/sandboxes.js';

const SHARES = 'organizationalEntityShareStatistics';
const FOLLOWERS = ['post_statistics', 'post_social_metadata', 'comments', 'likes', 'reactions'] as const;

describe('the number of calls for posts', () => {
  const start = useSandbox();

  it('alone is one per ninety-five on the first run, and one on a quiet day', async () => {
    const sandbox = await start({ postsPerOrganization: 430 });
    const first = await readPosts(sandbox);
    const count = sandbox.truth.posts(TURBINES).length;
    expect(sandbox.requests()).to.have.length(Math.ceil((count - 5) / 95));
    sandbox.clearRequests();
    const second = await readPosts(sandbox, { state: first.state });
    expect(sandbox.requests()).to.have.length(1);
    expect(second.records('posts')).to.be.empty;
    expect(second.state).to.deep.equal(first.state);
  });

  it('is one on a day with a new and an edited post, which come once each', async () => {
    const sandbox = await start({ postsPerOrganization: 430 });
    const first = await readPosts(sandbox);
    const old = sandbox.truth.posts(TURBINES).at(-1)!;
    const known = new Set(idsOf(first));
    sandbox.set({ now: daysLater(6) });
    sandbox.act({ do: 'edit', post: old.id, commentary: 'Now with a picture of it' });
    sandbox.clearRequests();
    const second = await readPosts(sandbox, { state: first.state });
    const added = sandbox.truth.posts(TURBINES).filter(({ id }) => !known.has(id));
    expect(added).not.to.be.empty;
    expect(sandbox.requests()).to.have.length(1);
    expect(idsOf(second)).to.have.members([old.id, ...added.map(({ id }) => id)]);
    expect(second.records('posts').find(({ id }) => id === old.id)).to.include({
      commentary: 'Now with a picture of it',
    });
  });

  it('covers the last twelve months on each run if a stream follows posts', async () => {
    const sandbox = await start({ postsPerOrganization: 430 });
    const streams = ['posts', 'post_statistics'];
    const first = await readPosts(sandbox, { streams });
    const recent = recentPosts(sandbox);
    const kinds = ['urn:li:share:', 'urn:li:ugcPost:'].map((kind) => recent.filter(({ id }) => id.startsWith(kind)));
    sandbox.clearRequests();
    const second = await readPosts(sandbox, { streams, state: first.state });
    expect(recent.length % 100).to.be.above(0);
    expect(callsTo(sandbox, 'posts')).to.have.length(Math.ceil(recent.length / 100));
    expect(callsTo(sandbox, SHARES)).to.have.length(
      kinds.reduce((sum, posts) => sum + Math.ceil(posts.length / 20), 0),
    );
    expect(second.records('posts')).to.be.empty;
    expect(sandbox.requests().length).to.equal(callsTo(sandbox, 'posts').length + callsTo(sandbox, SHARES).length);
  });

  it('for details is zero for posts whose counts have not changed', async () => {
    const sandbox = await start({ postsPerOrganization: 430 });
    const streams = [...FOLLOWERS];
    const first = await readPosts(sandbox, { streams });
    const recent = recentPosts(sandbox);
    const reacted = recent.filter(({ id }) => sandbox.truth.reactions(id).length > 0);
    expect(callsTo(sandbox, 'reactions')).to.have.length(reacted.length);
    expect(callsTo(sandbox, 'socialActions/likes')).to.have.length(reacted.length);
    sandbox.clearRequests();
    await readPosts(sandbox, { streams, state: first.state });
    expect(callsTo(sandbox, 'socialMetadata')).to.have.length(Math.ceil(recent.length / 20));
    for (const resource of ['socialActions/comments', 'socialActions/likes', 'reactions']) {
      expect(callsTo(sandbox, resource), resource).to.be.empty;
    }
  });

  it('for details is one for each page of results of a changed post', async () => {
    const sandbox = await start({ commentsPerPost: 130, reactionsPerPost: 130 });
    const streams = ['reactions'];
    const first = await readPosts(sandbox, { streams });
    const post = recentPosts(sandbox).find(({ id }) => sandbox.truth.reactions(id).length > 100)!.id;
    sandbox.act({ do: 'react', on: post });
    sandbox.clearRequests();
    const second = await readPosts(sandbox, { streams, state: first.state });
    expect(callsTo(sandbox, 'reactions')).to.have.length(Math.ceil(sandbox.truth.reactions(post).length / 50));
    expect(second.records('reactions')).to.have.length(sandbox.truth.reactions(post).length);
  });

  it('includes none for posts last modified more than twelve months ago', async () => {
    const sandbox = await start({ postsPerOrganization: 430 });
    const run = await readPosts(sandbox, { streams: ['post_social_metadata'] });
    const old = sandbox.truth.posts(TURBINES).filter(({ lastModifiedAt }) => lastModifiedAt < SERVED_SINCE);
    expect(old).not.to.be.empty;
    expect(idsOf(run, 'post_social_metadata', 'post')).not.to.include.members([old[0]!.id]);
  });
});
