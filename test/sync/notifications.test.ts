import { expect } from 'chai';
import type { Sandbox } from '../../src/sandbox/index.js';
import type { StateValue } from '../../src/singer/state.js';
import { select } from '../support/catalogs.js';
import type { Json, TapRun } from '../support/output.js';
import { daysLater, LABS, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const STREAM = 'notifications';
const DAY_MS = 86_400_000;
/** Closed, without any activity. */
const QUIET = 104729402;

describe('notifications', () => {
  const start = useSandbox();

  const read = (
    sandbox: Sandbox,
    {
      state,
      settings = {},
      days = 0,
      streams = [STREAM],
    }: {
      state?: StateValue;
      settings?: object;
      days?: number;
      streams?: readonly string[];
    } = {},
  ): Promise<TapRun> => {
    sandbox.set({ now: daysLater(days) });
    sandbox.clearRequests();
    const config = settingsOf(sandbox, { organization_ids: [TURBINES], start_date: 'last run', ...settings });
    return runTap({
      config: { ...config, now: daysLater(days) },
      catalog: select(...streams),
      ...(state && { state }),
    });
  };
  const idsOf = (run: TapRun): unknown[] => run.records(STREAM).map(({ notificationId }) => notificationId);
  const truthOf = (sandbox: Sandbox): Json[] => sandbox.truth.notifications(TURBINES) as unknown as Json[];
  const bookmarkOf = ({ state }: TapRun): Json => state.bookmarks[STREAM]![urn(TURBINES)] as Json;

  it('reads what LinkedIn keeps, with columns in addition to the original objects', async () => {
    const sandbox = await start();
    const [post] = sandbox.truth.posts(TURBINES);
    const comment = sandbox.act({ do: 'comment', on: post!.id, text: 'Made up', actor: 'urn:li:person:aB3xYz90Qk' });
    const run = await read(sandbox);
    expect(run.exitCode, run.stderr).to.equal(0);
    expect(idsOf(run)).to.deep.equal(truthOf(sandbox).map(({ notificationId }) => notificationId)).and.not.be.empty;
    const told = truthOf(sandbox).find(({ generatedActivity }) => generatedActivity === comment)!;
    const record = run.records(STREAM).find(({ notificationId }) => notificationId === told['notificationId']);
    expect(record).to.deep.equal({
      organizationalEntity: urn(TURBINES),
      organization_id: TURBINES,
      notificationId: told['notificationId'],
      action: 'COMMENT',
      lastModifiedAt: '2026-11-22T10:30:00.000Z',
      post: post!.id,
      post_owner: urn(TURBINES),
      post_text: (told['decoratedSourcePost'] as Json)['text'] ?? null,
      comment,
      actor: 'urn:li:person:aB3xYz90Qk',
      text: 'Made up',
      sourcePost: told['sourcePost'],
      generatedActivity: comment,
      subscriber: told['subscriber'],
      decoratedSourcePost: told['decoratedSourcePost'],
      decoratedGeneratedActivity: told['decoratedGeneratedActivity'],
      additional_fields: null,
    });
  });

  it('takes who likes from the like’s URN, and only reports that something is gone', async () => {
    const sandbox = await start();
    const [post] = sandbox.truth.posts(TURBINES);
    sandbox.act({ do: 'react', on: post!.id, actor: 'urn:li:person:lIkes1' });
    const comment = sandbox.act({ do: 'comment', on: post!.id });
    sandbox.act({ do: 'remove', urn: comment });
    const records = (await read(sandbox)).records(STREAM);
    expect(records.find(({ actor }) => actor === 'urn:li:person:lIkes1')).to.include({
      action: 'LIKE',
      post: post!.id,
    });
    const gone = records.find(({ action }) => action === 'COMMENT_DELETE');
    expect(gone).to.include({ comment, post: post!.id, actor: null, text: null, decoratedGeneratedActivity: null });
  });

  it('requests a range that ends now, so that new activity does not shift pages', async () => {
    const sandbox = await start({ reactionsPerPost: 60, commentsPerPost: 60, postsPerOrganization: 300 });
    const run = await read(sandbox);
    const urls = sandbox.requests().map(({ url }) => url);
    expect(urls.length).to.be.above(2);
    const now = Date.parse(daysLater(0));
    for (const url of urls) expect(url).to.include(`&timeRange=(start:${now - 60 * DAY_MS},end:${now})&`);
    expect(urls[0]).to.match(/&start=0&count=100$/);
    expect(idsOf(run)).to.have.members(truthOf(sandbox).map(({ notificationId }) => notificationId));
  });

  it('goes back two days before its bookmark, and writes what it did not write before', async () => {
    const sandbox = await start();
    const first = await read(sandbox);
    const newest = Math.max(...truthOf(sandbox).map(({ lastModifiedAt }) => Number(lastModifiedAt)));
    expect(bookmarkOf(first)['lastModifiedAt']).to.equal(new Date(newest).toISOString());
    const again = await read(sandbox, { state: first.state });
    expect(again.records(STREAM)).to.be.empty;
    expect(sandbox.requests()).to.have.length(1);
    expect(sandbox.requests()[0]!.url).to.include(`start:${newest - 2 * DAY_MS},`);
    expect(again.state).to.deep.equal(first.state);
    sandbox.set({ now: daysLater(1) });
    const mention = sandbox.act({ do: 'mention', organization: TURBINES });
    const later = await read(sandbox, { state: first.state, days: 1 });
    expect(later.records(STREAM).map(({ post }) => post)).to.include(mention);
    const known = new Set([...idsOf(first), ...idsOf(later)]);
    expect(known.size).to.equal(idsOf(first).length + idsOf(later).length);
  });

  it('writes one that appears late, up to two days', async () => {
    const sandbox = await start();
    const whole = await read(sandbox);
    const bookmark = bookmarkOf(whole);
    const recent = Object.entries(bookmark['recent'] as Record<string, number>);
    expect(recent).not.to.be.empty;
    const [late, ...others] = recent;
    const state = {
      bookmarks: { [STREAM]: { [urn(TURBINES)]: { ...bookmark, recent: Object.fromEntries(others) } } },
    };
    expect(idsOf(await read(sandbox, { state }))).to.deep.equal([Number(late![0])]);
  });

  it('starts at start_date without a bookmark', async () => {
    const sandbox = await start();
    await read(sandbox, { settings: { start_date: '2026-11-12' } });
    expect(sandbox.requests()[0]!.url).to.include(`start:${Date.parse('2026-11-12')},`);
  });

  it('goes back no further than start_date, unless the bookmark is older', async () => {
    const sandbox = await start();
    const state = { bookmarks: { [STREAM]: { [urn(TURBINES)]: { lastModifiedAt: '2026-11-13T10:00:00.000Z' } } } };
    for (const [start_date, since] of [
      ['2026-11-01', '2026-11-11T10:00:00Z'],
      ['2026-11-12', '2026-11-12'],
      ['2026-11-20', '2026-11-13T10:00:00Z'],
    ] as const) {
      await read(sandbox, { state, settings: { start_date } });
      expect(sandbox.requests()[0]!.url).to.include(`start:${Date.parse(since)},`);
    }
  });

  describe('says what is lost because LinkedIn only keeps them for 60 days', () => {
    const said = (run: TapRun, level: 'INFO' | 'WARNING'): string[] =>
      run.logged(level).filter((line) => line.includes('60 days'));

    it('at level INFO if everything available was wanted', async () => {
      const run = await read(await start());
      expect(said(run, 'INFO')).to.have.length(1);
      expect(said(run, 'WARNING')).to.be.empty;
    });

    it('as a warning if start_date was earlier', async () => {
      const run = await read(await start(), { settings: { start_date: '2026-08-24' } });
      expect(said(run, 'WARNING').join()).to.include('start_date 2026-08-24').and.include('31 days are lost');
    });

    it('as a warning if the bookmark is older', async () => {
      const sandbox = await start();
      const state = { bookmarks: { [STREAM]: { [urn(TURBINES)]: { lastModifiedAt: '2026-09-13T10:30:00.000Z' } } } };
      const run = await read(sandbox, { state });
      expect(said(run, 'WARNING').join()).to.include(String(TURBINES)).and.include('10 days');
      expect(sandbox.requests()[0]!.url).to.include(`start:${Date.parse(daysLater(0)) - 60 * DAY_MS},`);
    });

    it('in one line for all pages that lost the same days', async () => {
      const entry = { lastModifiedAt: '2026-09-13T10:30:00.000Z' };
      const state = { bookmarks: { [STREAM]: { [urn(TURBINES)]: entry, [urn(LABS)]: entry } } };
      const run = await read(await start(), { state, settings: { organization_ids: [TURBINES, LABS] } });
      expect(said(run, 'WARNING')).to.have.length(1);
      expect(said(run, 'WARNING')[0]).to.include('2 pages');
    });

    it('once, and not each night, of a page without notifications', async () => {
      const settings = { organization_ids: [QUIET] };
      const state = { bookmarks: { [STREAM]: { [urn(QUIET)]: { lastModifiedAt: '2026-09-13T10:30:00.000Z' } } } };
      const sandbox = await start({ organizations: 3 });
      const first = await read(sandbox, { state, settings });
      expect(said(first, 'WARNING')).to.have.length(1);
      const next = await read(sandbox, { state: first.state, settings, days: 1 });
      expect(idsOf(next)).to.be.empty;
      expect(next.stderr).not.to.include('60 days');
    });

    it('of start_date in the first run only', async () => {
      const sandbox = await start({ organizations: 3 });
      const settings = { start_date: '2026-08-24', organization_ids: [TURBINES, QUIET] };
      const { state } = await read(sandbox, { settings });
      const next = await read(sandbox, { state, settings, days: 1 });
      expect(next.stderr).not.to.include('60 days');
    });

    it('and nothing if nothing is lost', async () => {
      const run = await read(await start(), { settings: { start_date: '2026-11-12' } });
      expect(run.stderr).not.to.include('60 days');
    });
  });

  it('does not affect other streams if refused: the error is a warning', async () => {
    const sandbox = await start();
    const match = { resource: 'organizationalEntityNotifications' };
    const body = { status: 403, message: 'Not enough permissions' };
    sandbox.set({ faults: [{ kind: 'status', status: 403, body, match, times: 'always' }] });
    const run = await read(sandbox, { streams: [STREAM, 'posts', 'comments'] });
    expect(run.exitCode).to.equal(0);
    expect(run.logged('WARNING').join()).to.include(STREAM);
    expect(run.records('posts')).not.to.be.empty;
    expect(run.records('comments')).not.to.be.empty;
    expect(run.state.bookmarks).not.to.have.property(STREAM);
  });

  it('does not write another page’s', async () => {
    const sandbox = await start();
    const match = { resource: 'organizationalEntityNotifications' };
    const patch = { elements: { organizationalEntity: 'urn:li:organization:7' } };
    sandbox.set({ faults: [{ kind: 'extra', match, times: 'always', patch }] });
    const run = await read(sandbox);
    expect(run.exitCode).to.equal(1);
    expect(run.records(STREAM)).to.be.empty;
  });
});
