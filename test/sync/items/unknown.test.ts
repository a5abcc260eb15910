import { expect } from 'chai';
import type { Fault } from '../../../src/sandbox/index.js';
import { callsTo, readPosts, recentPosts } from '../../support/posts.js';
import { useSandbox } from '../../support/sandboxes.js';

const match = { resource: 'socialMetadata' };
const results = (patch: object, posts: readonly string[]): object => ({
  results: Object.fromEntries(posts.map((post) => [post, patch])),
});

describe('a count missing from LinkedIn’s answer', () => {
  const start = useSandbox();
  const STREAMS = ['comments', 'likes', 'reactions'];

  const WAYS: readonly (readonly [string, (posts: readonly string[]) => Fault])[] = [
    ['is absent', () => ({ kind: 'remove', fields: ['commentSummary', 'reactionSummaries'], match, times: 'always' })],
    ['contains no number', () => ({ kind: 'remove', fields: ['count'], match, times: 'always' })],
    [
      'is null',
      (posts) => ({
        kind: 'extra',
        patch: results({ commentSummary: { count: null }, reactionSummaries: null }, posts),
        match,
        times: 'always',
      }),
    ],
  ];

  for (const [way, faultFor] of WAYS) {
    it(`hides no comment, like or reaction if it ${way}`, async () => {
      const sandbox = await start();
      const whole = await readPosts(sandbox, { streams: STREAMS });
      sandbox.set({ faults: [faultFor(recentPosts(sandbox).map(({ id }) => id))] });
      const run = await readPosts(sandbox, { streams: STREAMS });
      expect(run.exitCode).to.equal(0);
      for (const stream of STREAMS) expect(run.records(stream)).to.have.deep.members(whole.records(stream));
    });
  }

  it('hides nothing if a key is an empty object, which makes no row', async () => {
    const sandbox = await start();
    const whole = await readPosts(sandbox, { streams: STREAMS });
    const posts = recentPosts(sandbox).map(({ id }) => id);
    const body = { results: Object.fromEntries(posts.map((post) => [post, {}])), statuses: {}, errors: {} };
    sandbox.set({ faults: [{ kind: 'status', status: 200, body, match, times: 'always' }] });
    const run = await readPosts(sandbox, { streams: [...STREAMS, 'post_social_metadata'] });
    expect(run.exitCode).to.equal(0);
    expect(run.records('post_social_metadata')).to.be.empty;
    for (const stream of STREAMS) expect(run.records(stream)).to.have.deep.members(whole.records(stream));
  });

  it('hides no reply if comments do not say how many they have', async () => {
    const sandbox = await start();
    const whole = await readPosts(sandbox, { streams: ['comments'] });
    const fault: Fault = {
      kind: 'remove',
      fields: ['commentsSummary'],
      match: { resource: 'socialActions/comments' },
      times: 'always',
    };
    sandbox.set({ faults: [fault] });
    const run = await readPosts(sandbox, { streams: ['comments'] });
    const keys = (rows: typeof whole): unknown[] => rows.records('comments').map(({ commentUrn }) => commentUrn);
    expect(keys(run)).to.have.members(keys(whole));
  });

  it('costs no call if it is 0', async () => {
    const sandbox = await start();
    const silent = recentPosts(sandbox).filter(({ id }) => sandbox.truth.comments(id).length === 0);
    expect(silent).not.to.be.empty;
    await readPosts(sandbox, { streams: ['comments'] });
    const urls = callsTo(sandbox, 'socialActions/comments');
    for (const { id } of silent) expect(urls.some((url) => url.includes(encodeURIComponent(id)))).to.be.false;
  });

  it('does not mean that all was read if details were not found one night', async () => {
    for (const stream of STREAMS) {
      const sandbox = await start();
      const whole = await readPosts(sandbox, { streams: [stream] });
      const resource = stream === 'reactions' ? 'reactions' : `socialActions/${stream}`;
      sandbox.set({ faults: [{ kind: 'status', status: 404, body: {}, match: { resource }, times: 'always' }] });
      const night = await readPosts(sandbox, { streams: [stream] });
      expect(night.exitCode).to.equal(0);
      expect(night.records(stream)).to.be.empty;
      sandbox.set({ faults: [] });
      const next = await readPosts(sandbox, { streams: [stream], state: night.state });
      expect(next.records(stream)).to.have.deep.members(whole.records(stream));
      expect(next.state).to.deep.equal(whole.state);
    }
  });

  it('does not mean that all was read if the list came back empty', async () => {
    const sandbox = await start();
    const whole = await readPosts(sandbox, { streams: ['reactions'] });
    const body = { elements: [], paging: { start: 0, count: 50, links: [] } };
    const resource = 'reactions';
    sandbox.set({ faults: [{ kind: 'status', status: 200, body, match: { resource }, times: 'always' }] });
    const night = await readPosts(sandbox, { streams: ['reactions'] });
    sandbox.set({ faults: [] });
    const next = await readPosts(sandbox, { streams: ['reactions'], state: night.state });
    expect(next.records('reactions')).to.have.deep.members(whole.records('reactions'));
  });
});
