import { expect } from 'chai';
import type { Fault, Sandbox } from '../../../src/sandbox/index.js';
import { bookmarkOf, callsTo, idsOf, readPosts } from '../../support/posts.js';
import { daysLater, LABS, TURBINES, urn, useSandbox } from '../../support/sandboxes.js';

/** The `start` of each requested page of posts. */
const starts = (sandbox: Sandbox): number[] =>
  callsTo(sandbox, 'posts').map((url) => Number(new URL(url, sandbox.url).searchParams.get('start')));

describe('posts deleted during a walk', () => {
  const start = useSandbox();

  for (const [deleted, asked] of [
    [1, [0, 95, 190]],
    [4, [0, 95, 190]],
    [7, [0, 95, 90, 185]],
    [30, [0, 95, 90, 80, 60, 155]],
  ] as const) {
    it(`do not cost their neighbors: ${deleted} between two pages`, async () => {
      const sandbox = await start({ postsPerOrganization: 300 });
      const all = sandbox.truth.posts(TURBINES).map(({ id }) => id);
      sandbox.set({ deleteWhilePaging: deleted });
      const run = await readPosts(sandbox);
      expect(run.exitCode).to.equal(0);
      expect(idsOf(run)).to.have.members(all);
      expect(new Set(idsOf(run)).size).to.equal(all.length);
      expect(starts(sandbox)).to.deep.equal(asked);
    });
  }

  it('cost no call below a hundred posts, and one per nineteen pages above', async () => {
    const few = await start({ postsPerOrganization: 95 });
    await readPosts(few);
    expect(starts(few)).to.have.length(1);
    const many = await start({ postsPerOrganization: 1900 });
    const { length } = (await readPosts(many)).records('posts');
    expect(starts(many)).to.have.length(Math.ceil((length - 5) / 95));
    expect(starts(many).length).to.be.at.most(Math.ceil(length / 100) + Math.ceil(length / 1900));
  });

  it('are read without overlap if LinkedIn does not accept such a start, which is reported once', async () => {
    for (const way of ['refused', 'rounded'] as const) {
      const sandbox = await start({ postsPerOrganization: 250, oddStart: way });
      const run = await readPosts(sandbox, { settings: { organization_ids: [TURBINES, LABS], max_concurrency: 1 } });
      expect(run.exitCode).to.equal(0);
      for (const id of [TURBINES, LABS]) {
        const posts = run.records('posts').filter(({ author }) => author === urn(id));
        expect(posts.map((post) => post['id'])).to.have.members(sandbox.truth.posts(id).map((post) => post.id));
      }
      expect(starts(sandbox)).to.deep.equal([0, 95, 100, 200, 0, 100, 200]);
      expect(run.logged('INFO').filter((line) => line.includes('without overlap'))).to.have.length(1);
    }
  });
});

describe('posts that appear late', () => {
  const start = useSandbox();

  /** Makes the first page come without these posts. */
  const hiding = (sandbox: Sandbox, hidden: readonly string[]): Fault => {
    const elements = sandbox.truth.posts(TURBINES).filter(({ id }) => !hidden.includes(id));
    const body = { elements, paging: { start: 0, count: 100, links: [] } };
    return { kind: 'status', status: 200, body, match: { resource: 'posts' } };
  };

  it('within two days of the bookmark are written once they appear, and others not again', async () => {
    const sandbox = await start();
    const [first, second] = sandbox.truth.posts(TURBINES);
    sandbox.act({ do: 'edit', post: first!.id, commentary: 'Edited first' });
    sandbox.act({ do: 'edit', post: second!.id, commentary: 'Edited second' });
    sandbox.set({ faults: [hiding(sandbox, [first!.id])] });
    const early = await readPosts(sandbox);
    expect(idsOf(early)).not.to.include(first!.id);
    sandbox.set({ faults: [], now: daysLater(1) });
    const late = await readPosts(sandbox, { state: early.state });
    expect(idsOf(late)).to.include(first!.id);
    expect(idsOf(late)).not.to.include(second!.id);
    const quiet = await readPosts(sandbox, { state: late.state });
    expect(idsOf(quiet)).to.deep.equal([]);
    expect(quiet.state).to.deep.equal(late.state);
  });

  it('are not missed if edited in the very millisecond of the bookmark', async () => {
    const sandbox = await start();
    const first = await readPosts(sandbox);
    const at = Date.parse(String(bookmarkOf(first)['lastModifiedAt']));
    const older = sandbox.truth.posts(TURBINES)[5]!.id;
    const patch = { elements: { 1: { id: older, lastModifiedAt: at } } };
    sandbox.set({ faults: [{ kind: 'extra', patch, match: { resource: 'posts' } }] });
    const second = await readPosts(sandbox, { state: first.state });
    expect(idsOf(second)).to.deep.equal([older]);
  });

  it('are remembered in at most 500 entries', async () => {
    const sandbox = await start({ postsPerOrganization: 700 });
    const lastModifiedAt = Date.parse('2026-11-21T10:00:00Z');
    const faults: Fault[] = [
      { kind: 'extra', patch: { elements: { lastModifiedAt } }, match: { resource: 'posts' }, times: 'always' },
    ];
    sandbox.set({ faults });
    const run = await readPosts(sandbox);
    expect(Object.keys(bookmarkOf(run)['recent'] as object)).to.have.length(500);
  });
});
