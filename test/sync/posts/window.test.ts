import { expect } from 'chai';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { select } from '../../support/catalogs.js';
import type { Json } from '../../support/output.js';
import { bookmarkOf, callsTo, readPosts, recentPosts } from '../../support/posts.js';
import { settingsOf, TURBINES, useSandbox } from '../../support/sandboxes.js';
import { argumentsOf, runCommand } from '../../support/tap.js';

const DETAILS = ['comments', 'likes', 'reactions'];
const THREE_YEARS = { social_window_months: 36 };

describe('social_window_months', () => {
  const start = useSandbox();
  const open = (): Promise<Sandbox> => start({ postsPerOrganization: 60 });
  /** Comments of the page, from the sandbox's truth. */
  const commentsSince = (sandbox: Sandbox, since: number): unknown[] =>
    sandbox.truth
      .posts(TURBINES)
      .filter(({ lastModifiedAt }) => lastModifiedAt >= since)
      .flatMap(({ id }) => sandbox.truth.comments(id).map(({ commentUrn }) => commentUrn));

  it('is 12 by default: activity on older posts is not read', async () => {
    const sandbox = await open();
    const run = await readPosts(sandbox, { streams: ['comments'] });
    const posts = new Set(run.records('comments').map(({ post }) => post));
    const recent = recentPosts(sandbox).map(({ id }) => id);
    expect(recent).to.include.members([...posts]);
    expect(bookmarkOf(run, 'comments')).not.to.have.property('window_months');
  });

  it('includes activity on older posts, but not their statistics', async () => {
    const sandbox = await open();
    const run = await readPosts(sandbox, {
      streams: ['comments', 'post_social_metadata', 'post_statistics', 'video_statistics'],
      settings: THREE_YEARS,
    });
    expect(run.exitCode, run.stderr).to.equal(0);
    const all = commentsSince(sandbox, Date.UTC(2023, 10, 22));
    expect(run.records('comments').map(({ commentUrn }) => commentUrn)).to.have.members(all);
    const recent = recentPosts(sandbox).map(({ id }) => id);
    expect(run.records('post_social_metadata').length).to.be.above(recent.length);
    for (const stream of ['post_statistics', 'video_statistics']) {
      expect(recent, stream).to.include.members(run.records(stream).map(({ post }) => post as string));
    }
  });

  it('reads only what is new when widened, and forgets it when narrowed', async () => {
    const sandbox = await open();
    const narrow = await readPosts(sandbox, { streams: ['comments'] });
    sandbox.clearRequests();
    const wide = await readPosts(sandbox, { streams: ['comments'], settings: THREE_YEARS, state: narrow.state });
    const before = new Set(narrow.records('comments').map(({ commentUrn }) => commentUrn));
    expect(wide.records('comments').filter(({ commentUrn }) => before.has(commentUrn))).to.be.empty;
    expect(before.size + wide.records('comments').length).to.equal(commentsSince(sandbox, 0).length);
    expect(bookmarkOf(wide, 'comments')).to.include({ window_months: 36 });
    sandbox.clearRequests();
    const quiet = await readPosts(sandbox, { streams: ['comments'], settings: THREE_YEARS, state: wide.state });
    expect(quiet.records('comments')).to.be.empty;
    expect(callsTo(sandbox, 'socialActions/comments')).to.be.empty;
    const again = await readPosts(sandbox, { streams: ['comments'], state: quiet.state });
    const counts = (memory: Json): object => memory['counts'] as object;
    expect(counts(bookmarkOf(again, 'comments'))).to.deep.equal(counts(bookmarkOf(narrow, 'comments')));
  });

  it('costs no more than --estimate says', async () => {
    const sandbox = await open();
    const estimateOf = async (state: object): Promise<Map<string, number | null>> => {
      const config = settingsOf(sandbox, { organization_ids: [TURBINES], start_date: 'last run', ...THREE_YEARS });
      const inputs = { config, catalog: select('posts', ...DETAILS), state };
      const { stdout } = await runCommand([...argumentsOf(inputs), '--estimate', '--format', 'json']);
      const { calls } = JSON.parse(stdout) as { calls: { endpoint: string; streams: string[]; most: number | null }[] };
      return new Map(calls.map(({ endpoint, streams: [first], most }) => [`${endpoint} ${first}`, most]));
    };
    const narrow = await readPosts(sandbox, { streams: ['posts', ...DETAILS] });
    const widened = await estimateOf(narrow.state);
    expect(widened.get('socialMetadata comments')).to.equal(3);
    expect(widened.get('socialActions likes'), 'how many older posts have, nobody knows').to.be.null;
    sandbox.clearRequests();
    const wide = await readPosts(sandbox, {
      streams: ['posts', ...DETAILS],
      settings: THREE_YEARS,
      state: narrow.state,
    });
    expect(callsTo(sandbox, 'socialMetadata').length).to.be.within(2, 3);
    const known = await estimateOf(wide.state);
    const all = sandbox.truth.posts(TURBINES).filter(({ id }) => sandbox.truth.likes(id).length > 0);
    expect(known.get('socialActions likes')).to.equal(all.length);
  });
});
