import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import type { Sandbox } from '../../src/sandbox/index.js';
import { readSettingsSchema, settingsOf as settingsInSchema } from '../../src/config/schema.js';
import { select } from '../support/catalogs.js';
import { makeFolder } from '../support/folders.js';
import type { TapRun } from '../support/output.js';
import { spawnTap } from '../support/process.js';
import { daysLater, LABS, oauthSettingsOf, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runCommand, runTap } from '../support/tap.js';
import { pageOf, placeFor, readSummary, summarize, type Summary } from './runs.js';

const SHARES = 'share_statistics_time_bound';
const FOLLOWERS = 'follower_statistics_time_bound';
const RESOURCE = 'organizationalEntityShareStatistics';

/** Checks every number that can also be found in stdout or the sandbox's request log. */
function expectTruth(summary: Summary, { run, sandbox }: { run: TapRun; sandbox: Sandbox }): void {
  const written = run.messages.filter(({ type }) => type === 'RECORD').length;
  expect(summary.records).to.equal(written);
  for (const { stream, records } of summary.streams) expect(records, stream).to.equal(run.records(stream).length);
  const calls = sandbox.requests().filter(({ url }) => !url.startsWith('/oauth/'));
  expect(summary.calls!.total).to.equal(calls.length);
  for (const { endpoint, calls: made } of summary.calls!.by_endpoint) {
    expect(made, endpoint).to.equal(calls.filter(({ resource }) => resource?.split('/').at(-1) === endpoint).length);
  }
  expect(summary.streams.reduce((sum, stream) => sum + stream.calls, 0)).to.be.at.most(calls.length);
  for (const { organization, incremental } of summary.organizations) {
    for (const [stream, { after }] of Object.entries(incremental)) {
      const bookmark = run.state.bookmarks[stream]?.[organization] as Record<string, string> | undefined;
      expect(after, `${stream} of ${organization}`).to.equal(
        bookmark?.['timeRange.end'] ?? bookmark?.['lastModifiedAt'] ?? null,
      );
    }
  }
}

describe('the summary of a run', () => {
  const start = useSandbox();

  it('has the numbers of the records, of the calls and of the bookmarks', async () => {
    const sandbox = await start({ organizations: 3 });
    const { run, summary } = await summarize({ config: settingsOf(sandbox) });
    expectTruth(summary, { run, sandbox });
    expect(summary).to.deep.include({
      outcome: 'done',
      resume_after: null,
      oldest_day: '2026-11-20',
      newest_day: '2026-11-21',
      pages_behind: 0,
      faults: [],
    });
    expect(summary.organizations.map(({ organization }) => organization)).to.deep.equal(
      [TURBINES, LABS, 104729402].map(urn),
    );
    const [{ name }] = run.records('organization_lookup').filter(({ id }) => id === LABS) as [{ name: unknown }];
    expect(pageOf(summary, urn(LABS)).name).to.equal(run.records('organization_lookup')[1]!['localizedName']);
    expect(name).to.be.an('object');
  });

  it('distinguishes days read again, read for the first time, and not served yet', async () => {
    const sandbox = await start();
    const first = await runTap({ config: settingsOf(sandbox, { start_date: '2026-11-01' }) });
    sandbox.clearRequests();
    sandbox.set({ now: daysLater(3) });
    const { run, summary } = await summarize({
      config: settingsOf(sandbox, { start_date: '2026-11-01' }),
      state: first.state,
    });
    expectTruth(summary, { run, sandbox });
    const { days, before, after, up_to } = pageOf(summary, urn(LABS)).incremental[FOLLOWERS]!;
    expect({ before, after, up_to }).to.deep.equal({
      before: '2026-11-21T00:00:00Z',
      after: '2026-11-24T00:00:00Z',
      up_to: '2026-11-23',
    });
    expect(days).to.deep.equal({
      restated: [{ start: '2026-11-14', end: '2026-11-21' }],
      read_before: [{ start: '2026-11-01', end: '2026-11-14' }],
      read: [{ start: '2026-11-21', end: '2026-11-24' }],
      not_yet_served: [{ start: '2026-11-24', end: '2026-11-25' }],
    });
  });

  it('names the page that is behind, and by how many days', async () => {
    const sandbox = await start({ organizations: 3 });
    const first = await runTap({ config: settingsOf(sandbox) });
    sandbox.set({ now: daysLater(12), lateDays: { [LABS]: { [RESOURCE]: 13 } } });
    const { summary } = await summarize({ config: settingsOf(sandbox), state: first.state });
    expect(summary).to.deep.include({ exit_code: 0, pages_behind: 1, oldest_day: '2026-11-21' });
    expect(summary.furthest_behind).to.deep.equal({
      organization: urn(LABS),
      name: pageOf(summary, urn(LABS)).name,
      stream: SHARES,
      up_to: '2026-11-21',
      days: 10,
      why: 'behind',
    });
  });

  it('describes a page on which the role is gone: refused streams, remedy and days', async () => {
    const sandbox = await start({ organizations: 3 });
    const first = await runTap({ config: settingsOf(sandbox) });
    sandbox.set({ now: daysLater(2), roles: { [LABS]: { role: 'ANALYST', state: 'APPROVED' } } });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES, LABS] });
    const { summary } = await summarize({ config, state: first.state });
    expect(summary).to.deep.include({ exit_code: 1, outcome: 'failed', pages_refused: 1, pages_behind: 0 });
    const page = pageOf(summary, urn(LABS));
    expect(page.complete).to.equal(false);
    expect(page.refused).to.include(SHARES).and.not.include('total_follower_count');
    expect(page.incremental[SHARES]!.days)
      .to.have.property('refused')
      .that.deep.equals([{ start: '2026-11-22', end: '2026-11-24' }]);
    const [fault] = summary.faults.filter(({ code }) => code === 'ROLE_MISSING');
    expect(fault).to.deep.include({ level: 'error', organizations: [urn(LABS)] });
    expect(fault!.remedy).to.include('super admin');
    expect(fault!.streams).to.include(SHARES);
  });

  it('says when to run again after a daily limit', async () => {
    const sandbox = await start({ quota: { [RESOURCE]: { member: 1 } } });
    const { run, summary } = await summarize({ config: settingsOf(sandbox, { max_concurrency: 1 }) });
    expectTruth(summary, { run, sandbox });
    expect(summary).to.deep.include({ exit_code: 3, outcome: 'limit', resume_after: '2026-11-23T00:00:00.000Z' });
    expect(summary.calls!.by_endpoint.filter((each) => each.limit_reached)).to.deep.equal([
      { endpoint: RESOURCE, calls: 2, max_calls: null, limit_reached: true },
    ]);
    expect(summary.faults.map(({ level, code }) => `${level} ${code}`)).to.deep.equal(['limit DAILY_LIMIT']);
    expect(summary.organizations.flatMap(({ left }) => left)).to.include(SHARES);
  });

  it('says the same after max_calls, and which streams of which pages are left', async () => {
    const sandbox = await start({ organizations: 3 });
    const { run, summary } = await summarize({ config: settingsOf(sandbox, { max_calls: 12, max_concurrency: 1 }) });
    expectTruth(summary, { run, sandbox });
    expect(summary).to.deep.include({ exit_code: 3, resume_after: '2026-11-23T00:00:00.000Z' });
    expect(summary.calls).to.include({ total: 12, max_calls: 12 });
    expect(summary.faults.map(({ code }) => code)).to.deep.equal(['CALL_BUDGET']);
    const second = await summarize({ config: settingsOf(sandbox), state: run.state });
    expect(second.summary.exit_code).to.equal(0);
    expect(second.summary.organizations.flatMap(({ read_earlier }) => read_earlier)).not.to.be.empty;
    expect(second.summary.organizations.every(({ complete }) => complete)).to.equal(true);
  });

  it('shows what max_calls allows for single resources', async () => {
    const sandbox = await start({ organizations: 3 });
    const config = settingsOf(sandbox, { max_calls: { [RESOURCE]: 2 }, max_concurrency: 1 });
    const { run, summary } = await summarize({ config });
    expectTruth(summary, { run, sandbox });
    expect(summary).to.deep.include({ exit_code: 3, resume_after: '2026-11-23T00:00:00.000Z' });
    expect(summary.calls!.by_endpoint.filter((each) => each.max_calls !== null)).to.deep.equal([
      { endpoint: RESOURCE, calls: 2, max_calls: 2, limit_reached: false },
    ]);
    expect(summary.organizations.flatMap(({ left }) => left))
      .to.include(SHARES)
      .and.not.include('posts');
  });

  it('counts retries', async () => {
    const sandbox = await start();
    sandbox.set({ faults: [{ kind: '503-html', times: 2 }] });
    const { run, summary } = await summarize({ config: settingsOf(sandbox) });
    expectTruth(summary, { run, sandbox });
    expect(summary.calls!.retries).to.equal(2);
  });

  for (const [what, settings, code] of [
    ['a refused token', { access_token: 'AQX-unknown-fictional' }, 'TOKEN_REFUSED'],
    ['a retired version', { linkedin_version: '202001' }, 'VERSION_REFUSED'],
    ['a member without pages', {}, 'NO_ORGANIZATION'],
  ] as const) {
    it(`is written even if ${what} ended the run before any page was known`, async () => {
      const sandbox = await start(code === 'NO_ORGANIZATION' ? { organizations: [{ id: TURBINES, role: null }] } : {});
      const { summary } = await summarize({ config: settingsOf(sandbox, settings) });
      expect(summary).to.deep.include({ exit_code: 1, outcome: 'failed', organizations: [] });
      expect(summary.faults.map(({ level, code: each }) => [level, each])).to.deep.equal([['critical', code]]);
    });
  }

  it('is written even if the settings are invalid: each fault, without quoting them', async () => {
    const path = placeFor('summary.json');
    const token = 'AQX-looks-like-a-token';
    const run = await runTap({
      config: { access_token: token, max_calls: 'many', start_date: token },
      state: '[1',
      args: ['--summary', path],
    });
    expect(run.exitCode).to.equal(1);
    const summary = readSummary(path);
    expect(summary).to.deep.include({ exit_code: 1, streams: [], organizations: [], calls: null, settings: null });
    expect(summary.faults.map(({ code }) => code)).to.deep.equal(['CONFIG_INVALID', 'STATE_INVALID']);
    expect(readFileSync(path, 'utf8')).not.to.include(token);
  });

  it('is written even if nothing is selected', async () => {
    const sandbox = await start();
    const { summary } = await summarize({ config: settingsOf(sandbox), catalog: { streams: [] } });
    expect(summary).to.deep.include({ exit_code: 0, outcome: 'done', streams: [], records: 0, oldest_day: null });
  });

  it('counts what a signal left unread as left to the next run, not as failed', async () => {
    const sandbox = await start({ organizations: 20, latencyMs: 20 });
    const path = placeFor('summary.json');
    const tap = spawnTap({ config: settingsOf(sandbox, { max_concurrency: 1 }), args: ['--summary', path] });
    await once(tap.child.stdout!, 'data');
    await delay(300);
    tap.child.kill('SIGINT');
    const run = await tap.done;
    expect(run.exitCode).to.equal(130);
    const summary = readSummary(path);
    expectTruth(summary, { run, sandbox });
    expect(summary.outcome).to.equal('interrupted');
    expect(summary.faults.map(({ code }) => code)).to.deep.equal(['INTERRUPTED']);
    expect(summary.organizations.flatMap(({ failed, refused }) => [...failed, ...refused])).to.deep.equal([]);
    expect(summary.organizations.filter(({ complete }) => !complete).length).to.be.above(10);
  });

  it('is written in time even if nobody reads stdout any more', async () => {
    const sandbox = await start({ organizations: 20 });
    const path = placeFor('summary.json');
    const config = settingsOf(sandbox, { start_date: '1 year ago' });
    const tap = spawnTap({ config, args: ['--summary', path] }, { reads: false });
    let seen = -1;
    while (sandbox.requests().length !== seen || seen === 0) {
      seen = sandbox.requests().length;
      await delay(400);
    }
    tap.child.kill('SIGTERM');
    expect((await tap.done).exitCode).to.equal(143);
    expect(readSummary(path).outcome).to.equal('interrupted');
  });

  it('is written after a reader has left', async () => {
    const sandbox = await start({ organizations: 30, latencyMs: 10 });
    const path = placeFor('summary.json');
    const tap = spawnTap({ config: settingsOf(sandbox, { start_date: '1 year ago' }), args: ['--summary', path] });
    await once(tap.child.stdout!, 'data');
    tap.child.stdout!.destroy();
    expect((await tap.done).exitCode).to.equal(141);
    expect(readSummary(path).outcome).to.equal('reader_gone');
  });

  it('says which days an outage put out of reach', async () => {
    const sandbox = await start();
    const bookmark = { 'timeRange.end': '2025-11-02T00:00:00Z', time_granularity: 'DAY' };
    const state = { bookmarks: { [SHARES]: { [urn(LABS)]: bookmark } } };
    const { summary } = await summarize({ config: settingsOf(sandbox), catalog: select(SHARES), state });
    expect(summary.lost_days).to.equal(20);
    expect(pageOf(summary, urn(LABS)).incremental[SHARES]!.days).to.deep.include({
      out_of_reach: [{ start: '2025-11-02', end: '2025-11-22' }],
    });
  });

  it('has the days of page statistics older than twelve months, if they came', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { start_date: '2025-06-01' });
    const { run, summary } = await summarize({ config });
    expectTruth(summary, { run, sandbox });
    const { days } = pageOf(summary, urn(LABS)).incremental['page_statistics_time_bound']!;
    const starts = run
      .records('page_statistics_time_bound')
      .filter(({ organization }) => organization === urn(LABS))
      .map(({ time_range_start: first }) => (first as string).slice(0, 10));
    expect(days!['read']).to.deep.equal([{ start: starts.toSorted()[0], end: '2026-11-22' }]);
    expect(pageOf(summary, urn(LABS)).incremental[SHARES]!.days).to.deep.include({
      out_of_reach: [{ start: '2025-06-01', end: '2025-11-22' }],
    });
  });

  it('has months as ranges of days', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { time_granularity: 'MONTH', start_date: '2026-06-10' });
    const { run, summary } = await summarize({ config });
    expectTruth(summary, { run, sandbox });
    expect(pageOf(summary, urn(LABS)).incremental[FOLLOWERS]).to.deep.include({
      up_to: '2026-10-31',
      days: { read: [{ start: '2026-07-01', end: '2026-11-01' }] },
    });
  });

  it('shows every setting but secrets, and the token’s kind, scopes and expiry', async () => {
    const sandbox = await start();
    const path = placeFor('summary.json');
    const config = oauthSettingsOf(sandbox, { member_data: 'hash', member_data_key: 'a very secret text' });
    await runTap({ config, args: ['--summary', path] });
    const summary = readSummary(path);
    const shown = Object.keys(summary.settings!);
    const open = settingsInSchema(readSettingsSchema()).filter(([name, { secret }]) => !secret && name !== 'client_id');
    expect(open.filter(([name, setting]) => 'default' in setting && !shown.includes(name))).to.deep.equal([]);
    expect(summary.settings).to.include({ member_data: 'hash' });
    expect(summary.token).to.deep.include({ kind: 'oauth' });
    expect(summary.token!.scopes).to.include('r_organization_social');
    const text = readFileSync(path, 'utf8');
    for (const secret of [
      config['client_secret'],
      config['refresh_token'],
      config['client_id'],
      'a very secret text',
    ]) {
      expect(text).not.to.include(secret);
    }
  });

  it('contains no text of members, and only numbers about posts and comments', async () => {
    const sandbox = await start();
    const path = placeFor('summary.json');
    const run = await runTap({ config: settingsOf(sandbox), args: ['--select', '*', '--summary', path] });
    const text = readFileSync(path, 'utf8');
    const words = [
      ...run.records('comments').map(({ message }) => (message as { text: string }).text),
      ...run.records('posts').map(({ commentary }) => commentary as string),
    ].filter((each) => typeof each === 'string' && each.length > 3);
    expect(words).not.to.be.empty;
    expect(words.filter((each) => text.includes(each))).to.deep.equal([]);
    expect(text).not.to.include('urn:li:person');
  });
});

describe('the file of a summary', () => {
  const start = useSandbox();

  it('that cannot be written is a warning, and does not change how the run ends', async () => {
    const sandbox = await start();
    const folder = makeFolder();
    mkdirSync(join(folder, 'taken'));
    for (const path of [join(folder, 'no', 'such', 'folder.json'), join(folder, 'taken'), '/dev/null']) {
      const run = await runTap({ config: settingsOf(sandbox), catalog: select(SHARES), args: ['--summary', path] });
      expect(run.exitCode, path).to.equal(0);
      expect(run.logged('WARNING').at(-1)).to.include(path).and.include('could not be written');
      expect(run.messages.at(-1)!.type).to.equal('STATE');
    }
    expect(statSync('/dev/null').isCharacterDevice()).to.equal(true);
  });

  it('replaces that of the previous run', async () => {
    const sandbox = await start();
    const path = placeFor('summary.json');
    writeFileSync(path, 'x'.repeat(100_000));
    await runTap({ config: settingsOf(sandbox), catalog: select(SHARES), args: ['--summary', path] });
    expect(readSummary(path).outcome).to.equal('done');
  });

  for (const flag of ['--discover', '--about', '--estimate', '--test']) {
    it(`is wrong usage with ${flag}, which does not sync`, async () => {
      for (const document of ['--summary', '--report']) {
        const { exitCode, stdout, stderr } = await runCommand([flag, document, 'file']);
        expect([exitCode, stdout]).to.deep.equal([2, '']);
        expect(stderr).to.include(`${document} describes a sync, and ${flag} runs none`);
      }
    });
  }

  it('is never a file that the run reads', async () => {
    const { exitCode, stderr } = await runCommand(['--config', 'config.json', '--summary', './config.json']);
    expect(exitCode).to.equal(2);
    expect(stderr).to.include('would replace a file that is read in this run');
    const both = await runCommand(['--config', 'config.json', '--summary', 'a', '--report', './a']);
    expect([both.exitCode, both.stderr]).to.deep.equal([
      2,
      'CRITICAL --report ./a would replace a file that is written already. See tap-linkedin-pages --help.\n',
    ]);
  });
});
