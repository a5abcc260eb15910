import { expect } from 'chai';
import type { Fault, Post, Sandbox } from '../../src/sandbox/index.js';
import type { StateValue } from '../../src/singer/state.js';
import { select } from '../support/catalogs.js';
import type { Json, TapRun } from '../support/output.js';
import { daysLater, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const STREAMS = ['notifications', 'comments', 'likes', 'reactions'];
const TWO_YEARS_AGO = Date.parse(daysLater(-730));

/** A page whose posts take one call to walk, after its first night. */
interface Scene {
  readonly sandbox: Sandbox;
  readonly first: TapRun;
  /** A followed post with comments; `old` is from two years ago. */
  readonly young: Post;
  readonly old: Post;
}

describe('posts named by notifications are read again', () => {
  const start = useSandbox();

  const night = (
    sandbox: Sandbox,
    { days, state, streams = STREAMS }: { days: number; state?: StateValue; streams?: readonly string[] },
  ): Promise<TapRun> => {
    sandbox.set({ now: daysLater(days) });
    sandbox.clearRequests();
    const config = settingsOf(sandbox, { organization_ids: [TURBINES], max_concurrency: 1, max_tries: 2 });
    return runTap({
      config: { ...config, now: daysLater(days) },
      catalog: select(...streams),
      ...(state && { state }),
    });
  };

  async function open(): Promise<Scene> {
    const sandbox = await start({ postsPerOrganization: 24, commentsPerPost: 5, reactionsPerPost: 5 });
    const posts = sandbox.truth.posts(TURBINES);
    const young = posts.find(({ id }) => sandbox.truth.comments(id).length > 1)!;
    const old = posts.find(({ lastModifiedAt }) => lastModifiedAt < TWO_YEARS_AGO)!;
    const first = await night(sandbox, { days: 0 });
    expect(first.exitCode, first.stderr).to.equal(0);
    return { sandbox, first, young, old };
  }

  /** Calls since the log was cleared: the resource, and the entity in the path. */
  const calls = (sandbox: Sandbox): string[] =>
    sandbox.requests().map(({ resource, url }) => {
      const [entity] = /urn%3A[^/?)]+/.exec(url.split('?')[0]!) ?? [];
      return entity === undefined ? resource! : `${resource} ${decodeURIComponent(entity)}`;
    });
  const commentOf = (sandbox: Sandbox, post: Post): string =>
    String(sandbox.truth.comments(post.id).find((comment) => !comment['parentComment'])!['commentUrn']);
  const repliesTo = (sandbox: Sandbox, post: Post): string[] =>
    sandbox.truth
      .comments(post.id)
      .flatMap(({ commentUrn, commentsSummary }) =>
        commentsSummary ? [`socialActions/comments ${String(commentUrn)}`] : [],
      );
  const texts = (run: TapRun): unknown[] => run.records('comments').map(({ message }) => (message as Json)['text']);
  const memoryOf = ({ state }: TapRun, stream: string): Json => state.bookmarks[stream]![urn(TURBINES)] as Json;
  const QUIET = ['organizationalEntityNotifications', 'posts', 'socialMetadata'];

  it('and nothing else: a quiet day takes a call for notifications, one for the walk and one for the counts', async () => {
    const { sandbox, first } = await open();
    // Members are still active on the first days: the first quiet night is the one after the next.
    const second = await night(sandbox, { days: 0, state: first.state });
    expect(calls(sandbox)).to.deep.equal(QUIET);
    expect(second.messages.filter(({ type }) => type === 'RECORD')).to.be.empty;
    expect(second.state).to.deep.equal(first.state);
  });

  it('after an edited comment, which changes no count, for one call and one for each comment with replies', async () => {
    const { sandbox, first, young } = await open();
    const comment = commentOf(sandbox, young);
    sandbox.act({ do: 'edit comment', urn: comment, text: 'Put another way' });
    const without = await night(sandbox, { days: 0, state: first.state, streams: ['comments'] });
    expect(texts(without)).to.be.empty;
    const run = await night(sandbox, { days: 0, state: first.state });
    expect(texts(run)).to.include('Put another way');
    const read = [`socialActions/comments ${young.id}`, ...repliesTo(sandbox, young)];
    expect(calls(sandbox)).to.deep.equal([...QUIET, ...read]);
    const next = await night(sandbox, { days: 0, state: run.state });
    expect(calls(sandbox)).to.deep.equal(QUIET);
    expect(next.state).to.deep.equal(run.state);
  });

  it('on a day with a mention, an edited comment, a deleted one, and a like on a post from two years ago: all calls', async () => {
    const { sandbox, first, young, old } = await open();
    const posts = sandbox.truth.posts(TURBINES).filter(({ id }) => sandbox.truth.comments(id).length > 1);
    const other = posts.find(({ id }) => id !== young.id)!;
    const edited = commentOf(sandbox, young);
    const deleted = commentOf(sandbox, other);
    sandbox.set({ now: Date.parse(daysLater(0)) + 1000 });
    const mention = sandbox.act({ do: 'mention', organization: TURBINES, text: 'Hail' });
    sandbox.act({ do: 'edit comment', urn: edited, text: 'Put another way' });
    sandbox.act({ do: 'remove', urn: deleted });
    // The count does not change: without the notification this would go unnoticed.
    sandbox.act({ do: 'comment', on: other.id, text: 'In its place' });
    const like = sandbox.act({ do: 'react', on: old.id, actor: 'urn:li:person:lIkes1', type: 'LIKE' });
    const run = await night(sandbox, { days: 0.001, state: first.state });
    expect(run.exitCode, run.stderr).to.equal(0);

    const told = run.records('notifications');
    expect(told.map(({ action, post, comment, actor }) => ({ action, post, comment, actor }))).to.have.deep.members([
      { action: 'SHARE_MENTION', post: mention, comment: null, actor: 'urn:li:person:nE7wcOmer1' },
      { action: 'COMMENT_EDIT', post: young.id, comment: edited, actor: actorOf(sandbox, young, edited) },
      { action: 'COMMENT_DELETE', post: other.id, comment: deleted, actor: null },
      {
        action: 'COMMENT',
        post: other.id,
        comment: told.find(({ text }) => text === 'In its place')!['comment'],
        actor: 'urn:li:person:nE7wcOmer1',
      },
      { action: 'LIKE', post: old.id, comment: null, actor: 'urn:li:person:lIkes1' },
    ]);
    expect(calls(sandbox)).to.have.members([
      ...QUIET,
      `socialActions/comments ${young.id}`,
      ...repliesTo(sandbox, young),
      `socialActions/comments ${other.id}`,
      ...repliesTo(sandbox, other),
      `socialActions/likes ${old.id}`,
      `reactions ${old.id}`,
    ]);
    expect(calls(sandbox)[0]).to.equal('organizationalEntityNotifications');
    for (const post of [young, other]) {
      const urns = run
        .records('comments')
        .flatMap((record) => (record['post'] === post.id ? [record['commentUrn']] : []));
      expect(urns).to.have.members(sandbox.truth.comments(post.id).map(({ commentUrn }) => commentUrn));
    }
    expect(run.records('reactions').map(({ id }) => id)).to.deep.equal(
      sandbox.truth
        .reactions(old.id)
        .map(({ id }) => id)
        .toReversed(),
    );
    expect(run.records('reactions').map(({ id }) => id)).to.include(like);
    expect(run.records('likes').every(({ post }) => post === old.id)).to.be.true;

    await night(sandbox, { days: 0.001, state: run.state });
    expect(calls(sandbox)).to.deep.equal(QUIET);
  });

  for (const [trouble, fault] of [
    ['is not answered', { kind: '500', times: 'always' }],
    ['hits a limit', { kind: 'status', status: 429, body: { message: 'DAY limit' }, times: 'always' }],
  ] as const satisfies readonly (readonly [string, Omit<Fault, 'match'>])[]) {
    it(`in a later run, if the call for it ${trouble}`, async () => {
      const { sandbox, first, young, old } = await open();
      sandbox.act({ do: 'edit comment', urn: commentOf(sandbox, young), text: 'Put another way' });
      sandbox.act({ do: 'react', on: old.id, actor: 'urn:li:person:lIkes1' });
      sandbox.set({
        faults: ['socialActions/comments', 'socialActions/likes', 'reactions'].map((resource) => ({
          ...fault,
          match: { resource },
        })),
      });
      const failed = await night(sandbox, { days: 0, state: first.state });
      expect(failed.exitCode).not.to.equal(0);
      expect(memoryOf(failed, 'notifications')).not.to.deep.equal(memoryOf(first, 'notifications'));
      expect(memoryOf(failed, 'comments')).to.deep.include({ due: [young.id] });
      expect(memoryOf(failed, 'comments')['counts']).not.to.have.property(young.id);
      expect(memoryOf(failed, 'likes')).to.deep.include({ due: [old.id] });
      sandbox.set({ faults: [] });
      const next = await night(sandbox, { days: 1, state: failed.state });
      expect(next.exitCode, next.stderr).to.equal(0);
      expect(texts(next)).to.include('Put another way');
      expect(next.records('likes').map(({ actor }) => actor)).to.include('urn:li:person:lIkes1');
      for (const stream of ['comments', 'likes', 'reactions'])
        expect(memoryOf(next, stream)).not.to.have.property('due');
    });
  }

  it('and are due in the same STATE as the bookmark, never in another', async () => {
    const { sandbox, first, old } = await open();
    sandbox.act({ do: 'react', on: old.id, actor: 'urn:li:person:lIkes1' });
    const match = { resource: 'posts' };
    sandbox.set({ faults: [{ kind: '500', match, times: 'always' }] });
    const run = await night(sandbox, { days: 0, state: first.state });
    for (const state of run.states) {
      const moved =
        JSON.stringify(state.bookmarks['notifications']) !== JSON.stringify(first.state.bookmarks['notifications']);
      const likes = state.bookmarks['likes']![urn(TURBINES)] as Json;
      expect('due' in likes).to.equal(moved);
    }
    expect(run.states.length).to.be.above(0);
  });

  it('by a stream not selected on that night, once it is selected', async () => {
    const { sandbox, first, young } = await open();
    sandbox.act({ do: 'edit comment', urn: commentOf(sandbox, young), text: 'Put another way' });
    const alone = await night(sandbox, { days: 0, state: first.state, streams: ['notifications'] });
    expect(calls(sandbox)).to.deep.equal(['organizationalEntityNotifications']);
    const later = await night(sandbox, { days: 0, state: alone.state, streams: ['comments'] });
    expect(texts(later)).to.include('Put another way');
  });

  it('except a post of somebody else, which the page could not read', async () => {
    const { sandbox, first } = await open();
    sandbox.set({ now: Date.parse(daysLater(0)) + 1000 });
    sandbox.act({ do: 'mention', organization: TURBINES });
    await night(sandbox, { days: 0.001, state: first.state });
    expect(calls(sandbox)).to.deep.equal(QUIET);
  });

  it('as often as any missing post if deleted meanwhile, and then no more', async () => {
    const { sandbox, first, old } = await open();
    sandbox.act({ do: 'react', on: old.id, actor: 'urn:li:person:lIkes1' });
    let { state } = first;
    // It exists when the notification comes, and is gone when it is requested.
    const body = { status: 404, message: 'Not found' };
    const resources = ['socialActions/likes', 'reactions'];
    sandbox.set({
      faults: resources.map((resource) => ({
        kind: 'status',
        status: 404,
        body,
        match: { resource },
        times: 'always',
      })),
    });
    const asked: number[] = [];
    for (let turn = 0; turn < 7; turn++) {
      ({ state } = await night(sandbox, { days: 0, state }));
      asked.push(calls(sandbox).filter((call) => call === `reactions ${old.id}`).length);
    }
    expect(asked).to.deep.equal([1, 1, 1, 1, 0, 0, 0]);
  });

  it('but a state whose `due` is not a list of posts is rejected', async () => {
    const { sandbox } = await open();
    const state = { bookmarks: { comments: { [urn(TURBINES)]: { counts: {}, due: [7] } } } };
    const run = await night(sandbox, { days: 0, state });
    expect(run.exitCode).to.equal(1);
    expect(run.stderr).to.include('due');
  });
});

function actorOf(sandbox: Sandbox, post: Post, comment: string): unknown {
  return sandbox.truth.comments(post.id).find(({ commentUrn }) => commentUrn === comment)!['actor'];
}
