import { expect } from 'chai';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { expectRecord } from '../../support/holding.js';
import type { Json, TapRun } from '../../support/output.js';
import { bookmarkOf, callsTo, readPosts, recentPosts } from '../../support/posts.js';
import { daysLater, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';

/** Streams of members' activity on posts, with their key, their truth, and their resource in the sandbox. */
const DETAILS = [
  { stream: 'comments', key: 'commentUrn', truth: 'comments', resource: 'socialActions/comments' },
  { stream: 'likes', key: 'urn', truth: 'likes', resource: 'socialActions/likes' },
  { stream: 'reactions', key: 'id', truth: 'reactions', resource: 'reactions' },
] as const;

type Detail = (typeof DETAILS)[number];

/** What the sandbox knows, by the key of its record. */
function truthsOf(sandbox: Sandbox, { key, truth, stream }: Detail): Map<string, { post: string; truth: Json }> {
  const entries = recentPosts(sandbox).flatMap(({ id: post }) =>
    sandbox.truth[truth](post).map((body) => {
      const composed =
        stream === 'comments'
          ? `urn:li:comment:(${String(body['object'])},${String(body['id'])})`
          : `urn:li:like:(${String(body['actor'])},${String(body['object'])})`;
      return [(body[key] as string | undefined) ?? composed, { post, truth: body }] as const;
    }),
  );
  return new Map(entries);
}

function expectTruth(run: TapRun, sandbox: Sandbox, detail: Detail): void {
  const { stream, key } = detail;
  const truths = truthsOf(sandbox, detail);
  expect(truths.size).to.be.above(0);
  expect(run.records(stream).map((record) => record[key])).to.have.members([...truths.keys()]);
  for (const record of run.records(stream)) {
    const { post, truth } = truths.get(String(record[key]))!;
    const { $URN, ...fields } = truth;
    const own = { [key]: record[key], post, organization: urn(TURBINES), organization_id: TURBINES };
    const named = stream === 'comments' ? { urn: $URN ?? null } : {};
    expectRecord({ run, stream, record }, { truth: fields, own: { ...own, ...named } });
  }
  expect(run.logged('WARNING')).to.deep.equal([]);
  expect(run.exitCode).to.equal(0);
}

for (const detail of DETAILS) {
  const { stream, resource } = detail;

  describe(stream, () => {
    const start = useSandbox();
    const streams = [stream];

    for (const options of [
      {},
      { socialUrns: 'old' as const },
      { socialUrns: 'absent' as const },
      { commentsPerPost: 130, reactionsPerPost: 130 },
      { noComments: 'not-found' as const },
    ]) {
      it(`lose nothing, not even replies: ${Object.entries(options).join() || 'as they are'}`, async () => {
        const sandbox = await start(options);
        expectTruth(await readPosts(sandbox, { streams }), sandbox, detail);
      });
    }

    it('are not requested again if no count has changed', async () => {
      const sandbox = await start();
      const first = await readPosts(sandbox, { streams });
      expect(bookmarkOf(first, stream)).to.have.keys('full_sweep_at', 'counts');
      sandbox.clearRequests();
      const second = await readPosts(sandbox, { streams, state: first.state });
      expect(callsTo(sandbox, resource)).to.deep.equal([]);
      expect(second.records(stream)).to.be.empty;
      expect(second.state).to.deep.equal(first.state);
    });

    it('are only requested for the changed post', async () => {
      const sandbox = await start();
      const first = await readPosts(sandbox, { streams });
      const post = recentPosts(sandbox).find(({ id }) => sandbox.truth.reactions(id).length > 0)!.id;
      const added = sandbox.act(stream === 'comments' ? { do: 'comment', on: post } : { do: 'react', on: post });
      sandbox.clearRequests();
      const second = await readPosts(sandbox, { streams, state: first.state });
      expect(
        callsTo(sandbox, resource).every((url) => url.includes(encodeURIComponent(post)) || url.includes('comment')),
      ).to.be.true;
      expect(new Set(second.records(stream).map((record) => record['post']))).to.deep.equal(new Set([post]));
      const actors = second.records(stream).map((record) => JSON.stringify(record));
      expect(actors.filter((text) => text.includes('nE7wcOmer1'))).to.have.length(1);
      expect(added).to.be.a('string');
    });

    it('of a deleted post are missing, without an error', async () => {
      const sandbox = await start({ faults: [{ kind: 'status', status: 404, body: {}, match: { resource } }] });
      const run = await readPosts(sandbox, { streams });
      expect(run.records(stream)).not.to.be.empty;
      expect(run.logged('INFO').join('\n')).to.include(`${stream}: 1 post gone.`);
      expect(run.exitCode).to.equal(0);
    });

    it('are read again, all of them, after social_full_refresh_days', async () => {
      const sandbox = await start();
      const settings = { social_full_refresh_days: 2 };
      const first = await readPosts(sandbox, { streams, settings });
      sandbox.set({ now: daysLater(1) });
      const second = await readPosts(sandbox, { streams, settings, state: first.state });
      expect(second.records(stream).length).to.be.below(first.records(stream).length);
      sandbox.set({ now: daysLater(2) });
      const third = await readPosts(sandbox, { streams, settings, state: second.state });
      expectTruth(third, sandbox, detail);
      expect(bookmarkOf(third, stream)['full_sweep_at']).to.equal('2026-11-24');
    });

    it('cut short repeatedly by max_calls add up to what one run reads', async () => {
      const sandbox = await start();
      const whole = await readPosts(sandbox, { streams });
      const keys = new Set<unknown>();
      let state = {};
      let runs = 0;
      let run: TapRun;
      do {
        const settings = { max_calls: 5, max_concurrency: 1 };
        run = await readPosts(sandbox, { streams, settings, state: state as TapRun['state'] });
        for (const record of run.records(stream)) keys.add(record[detail.key]);
        state = run.state;
      } while (run.exitCode === 3 && ++runs < 20);
      expect(run.exitCode).to.equal(0);
      expect(keys).to.deep.equal(new Set(whole.records(stream).map((record) => record[detail.key])));
      expect(state).to.deep.equal(whole.state);
    });

    it('refused for lack of a scope are one warning, and exit 0', async () => {
      const sandbox = await start({
        faults: [{ kind: 'status', status: 403, body: { status: 403 }, match: { resource }, times: 'always' }],
      });
      const run = await readPosts(sandbox, { streams: [...streams, 'posts'] });
      expect(run.logged('WARNING')).to.have.length(1);
      expect(run.logged('WARNING')[0]).to.include(stream).and.include('r_organization_social_feed');
      expect(run.records('posts')).not.to.be.empty;
      expect(run.exitCode).to.equal(0);
    });
  });
}

describe('comments, likes and reactions', () => {
  const start = useSandbox();

  it('without the scope for their counts request these once, however many organizations there are', async () => {
    const sandbox = await start({
      organizations: 4,
      scopes: ['rw_organization_admin', 'r_organization_social'],
    });
    const settings = { organization_ids: undefined, max_concurrency: 1 };
    const streams = DETAILS.map(({ stream }) => stream);
    const run = await readPosts(sandbox, { streams, settings });
    expect(callsTo(sandbox, 'socialMetadata').filter((url) => url.includes('ids='))).to.have.length(1);
    for (const { resource } of DETAILS) expect(callsTo(sandbox, resource)).to.be.empty;
    expect(run.logged('WARNING')).to.have.length(1);
    expect(run.logged('WARNING')[0]).to.match(/^The token lacks the scope .*: 3 streams of /);
    expect(run.exitCode).to.equal(0);
  });

  it('forget the counts of deleted posts', async () => {
    const sandbox = await start();
    const first = await readPosts(sandbox, { streams: ['reactions'] });
    const counts = (run: TapRun): string[] => Object.keys(bookmarkOf(run, 'reactions')['counts'] as object);
    const [gone] = counts(first);
    sandbox.act({ do: 'delete', post: gone! });
    const second = await readPosts(sandbox, { streams: ['reactions'], state: first.state });
    expect(counts(second)).to.have.members(counts(first).filter((post) => post !== gone));
  });

  it('come independently of each other', async () => {
    const sandbox = await start();
    const first = await readPosts(sandbox, { streams: ['likes'] });
    const second = await readPosts(sandbox, { streams: ['likes', 'comments'], state: first.state });
    expect(second.records('likes')).to.be.empty;
    expect(second.records('comments')).not.to.be.empty;
  });
});
