import { expect } from 'chai';
import * as fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { startSandbox, type MemberAction, type Sandbox } from '../../../src/sandbox/index.js';
import { select } from '../../support/catalogs.js';
import { upsert, type Json, type TapRun } from '../../support/output.js';
import { bookmarkOf, idsOf, readPosts } from '../../support/posts.js';
import { NOW, settingsOf, TURBINES, useSandbox } from '../../support/sandboxes.js';
import { spawnTap } from '../../support/process.js';

const SECOND_PAGE = { resource: 'posts', path: 'start=95' };

describe('a walk over posts that is cut short', () => {
  const start = useSandbox();

  /** Reads once undisturbed, then changes a page: a run that is cut short must not lose these changes. */
  const prepare = async (sandbox: Sandbox): Promise<TapRun> => {
    const first = await readPosts(sandbox);
    sandbox.set({ now: '2026-11-22T12:00:00Z' });
    for (const { id } of sandbox.truth.posts(TURBINES).slice(0, 150)) sandbox.act({ do: 'edit', post: id });
    return first;
  };

  /** Expects the next run to read everything that was missing. */
  const expectNothingLost = async (sandbox: Sandbox, { state }: Pick<TapRun, 'state'>): Promise<void> => {
    const last = await readPosts(sandbox, { state });
    expect(idsOf(last)).to.deep.equal(
      sandbox.truth
        .posts(TURBINES)
        .slice(0, 150)
        .map(({ id }) => id),
    );
  };

  it('by an error leaves the bookmark where it was', async () => {
    const sandbox = await start({ postsPerOrganization: 330 });
    const first = await prepare(sandbox);
    sandbox.set({ faults: [{ kind: '500', match: SECOND_PAGE, times: 'always' }] });
    const second = await readPosts(sandbox, { state: first.state, settings: { max_tries: 2 } });
    expect(second.exitCode).to.equal(1);
    expect(second.records('posts')).to.have.length(100);
    expect(second.state).to.deep.equal(first.state);
    sandbox.set({ faults: [] });
    await expectNothingLost(sandbox, second);
  });

  it('by max_calls leaves the bookmark where it was, with exit 3', async () => {
    const sandbox = await start({ postsPerOrganization: 330 });
    const first = await prepare(sandbox);
    const second = await readPosts(sandbox, { state: first.state, settings: { max_calls: 1 } });
    expect(second.exitCode).to.equal(3);
    expect(second.state.bookmarks).to.deep.equal(first.state.bookmarks);
    await expectNothingLost(sandbox, second);
  });

  it('by SIGTERM leaves the bookmark where it was', async () => {
    const sandbox = await start({ postsPerOrganization: 330 });
    const first = await prepare(sandbox);
    sandbox.set({ faults: [{ kind: 'stall', match: SECOND_PAGE, times: 'always' }] });
    sandbox.clearRequests();
    const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
    const tap = spawnTap({ config, catalog: select('posts'), state: first.state });
    while (!sandbox.requests().some(({ url }) => url.includes('start=95'))) await sleep(5);
    tap.child.kill('SIGTERM');
    const second = await tap.done;
    expect(second.exitCode).to.equal(143);
    expect(bookmarkOf(second)).to.deep.equal(bookmarkOf(first));
    sandbox.set({ faults: [] });
    await expectNothingLost(sandbox, second);
  });

  it('is not caused by a follower’s error: the posts are written and their bookmark moves', async () => {
    const resource = 'organizationalEntityShareStatistics';
    const sandbox = await start({ faults: [{ kind: '500', match: { resource }, times: 'always' }] });
    const run = await readPosts(sandbox, { streams: ['posts', 'post_statistics'], settings: { max_tries: 1 } });
    expect(run.exitCode).to.equal(1);
    expect(run.records('posts')).to.have.length(sandbox.truth.posts(TURBINES).length);
    expect(bookmarkOf(run)).to.have.property('lastModifiedAt');
  });
});

describe('posts and comments of many days', () => {
  const step = fc.record({
    hours: fc.integer({ min: 1, max: 60 }),
    actions: fc.array(fc.record({ do: fc.constantFrom('edit', 'delete', 'comment', 'react'), on: fc.nat() }), {
      maxLength: 4,
    }),
    editWhilePaging: fc.boolean(),
  });

  it('add up to what LinkedIn has in the end, each change once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), fc.nat(), async (steps, seed) => {
        const sandbox = await startSandbox({ now: NOW, organizations: 1, seed, postsPerOrganization: 120 });
        try {
          await expectUnion(sandbox, steps);
        } finally {
          await sandbox.close();
        }
      }),
      { numRuns: 6 },
    );
  }).timeout(60_000);

  async function expectUnion(
    sandbox: Sandbox,
    steps: readonly { hours: number; actions: readonly { do: string; on: number }[]; editWhilePaging: boolean }[],
  ): Promise<void> {
    const streams = ['posts', 'comments', 'reactions'];
    const runs = [await readPosts(sandbox, { streams })];
    let now = Date.parse(NOW);
    for (const { hours, actions, editWhilePaging } of [...steps, { hours: 1, actions: [], editWhilePaging: false }]) {
      now += hours * 3_600_000;
      sandbox.set({ now, editWhilePaging });
      for (const { on, ...action } of actions) act(sandbox, action.do, on);
      // The clock stands still during a run, so nothing else changes in the millisecond of the newest change it sees.
      sandbox.set({ now: (now += 1000) });
      runs.push(await readPosts(sandbox, { streams, state: runs.at(-1)!.state }));
    }
    const rows = upsert(...runs);
    for (const { id, lastModifiedAt, commentary } of sandbox.truth.posts(TURBINES)) {
      const row = rows.get(JSON.stringify(['posts', id]));
      expect(row?.['lastModifiedAt'], id).to.equal(new Date(lastModifiedAt).toISOString());
      expect(row?.['commentary'], id).to.equal(commentary ?? null);
    }
    for (const { id } of sandbox.truth.posts(TURBINES).filter((post) => post.lastModifiedAt > now - 300 * 86_400_000)) {
      for (const comment of sandbox.truth.comments(id)) {
        const row = rows.get(JSON.stringify(['comments', comment['commentUrn']]));
        expect((row?.['message'] as Json | undefined)?.['text']).to.equal((comment['message'] as Json)['text']);
      }
      for (const reaction of sandbox.truth.reactions(id)) {
        expect(rows.has(JSON.stringify(['reactions', reaction['id']]))).to.be.true;
      }
    }
    const versions = runs.flatMap((run) =>
      run.records('posts').map((post) => `${String(post['id'])} ${String(post['lastModifiedAt'])}`),
    );
    expect(new Set(versions).size, 'each version of a post once').to.equal(versions.length);
  }

  function act(sandbox: Sandbox, what: string, which: number): void {
    const posts = sandbox.truth.posts(TURBINES);
    const { id } = posts[which % posts.length]!;
    const actions: Record<string, MemberAction> = {
      edit: { do: 'edit', post: id, commentary: `Edited ${which}` },
      delete: { do: 'delete', post: id },
      comment: { do: 'comment', on: id, text: `Comment ${which}` },
      // Each member reacts only once to a post.
      react: { do: 'react', on: id, actor: `urn:li:person:aNyb0dy${sandbox.truth.reactions(id).length}` },
    };
    sandbox.act(actions[what]!);
  }
});
