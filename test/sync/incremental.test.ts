import { expect } from 'chai';
import type { StateValue } from '../../src/singer/state.js';
import { select, selecting } from '../support/catalogs.js';
import type { Json, TapRun } from '../support/output.js';
import { daysLater, LABS, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const SHARES = 'share_statistics_time_bound';
const FOLLOWERS = 'follower_statistics_time_bound';
const catalog = select(SHARES, FOLLOWERS);

const bookmark = (day: string, granularity = 'DAY'): Json => ({
  'timeRange.end': `${day}T00:00:00Z`,
  time_granularity: granularity,
});
const stateOf = (bookmarks: Record<string, Record<string, unknown>>): StateValue => ({ bookmarks });
const daysOf = (run: TapRun, stream: string, id = TURBINES): string[] =>
  run
    .records(stream)
    .filter((record) => record['organization_id'] === id)
    .map((record) => String(record['time_range_start']).slice(0, 10));
const span = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `2026-11-${String(from + index).padStart(2, '0')}`);

describe('a second run', () => {
  const start = useSandbox();

  it('a day later reads the new day and the lookback, and moves each bookmark to what came', async () => {
    const sandbox = await start();
    const first = await runTap({ config: settingsOf(sandbox), catalog });
    expect(first.state).to.deep.equal(
      stateOf({
        [FOLLOWERS]: { [urn(TURBINES)]: bookmark('2026-11-21'), [urn(LABS)]: bookmark('2026-11-21') },
        [SHARES]: { [urn(TURBINES)]: bookmark('2026-11-22'), [urn(LABS)]: bookmark('2026-11-22') },
      }),
    );
    sandbox.set({ now: daysLater(1) });
    const second = await runTap({
      config: settingsOf(sandbox, { lookback_days: 3, start_date: '2026-11-12' }),
      catalog,
      state: first.state,
    });
    expect(daysOf(second, SHARES)).to.deep.equal(span(19, 22));
    expect(daysOf(second, FOLLOWERS)).to.deep.equal(span(18, 21));
    expect(second.state).to.deep.equal(
      stateOf({
        [FOLLOWERS]: { [urn(TURBINES)]: bookmark('2026-11-22'), [urn(LABS)]: bookmark('2026-11-22') },
        [SHARES]: { [urn(TURBINES)]: bookmark('2026-11-23'), [urn(LABS)]: bookmark('2026-11-23') },
      }),
    );
    for (const record of second.records(SHARES)) {
      const day = String(record['time_range_start']).slice(0, 10);
      const truth = sandbox.truth.shareDay({ organization: record['organization_id'] as number, day });
      expect(record['totalShareStatistics']).to.deep.include(truth);
    }
  });

  it('requests late days again until they come', async () => {
    const sandbox = await start({ lateDays: { [TURBINES]: { organizationalEntityShareStatistics: 3 } } });
    const first = await runTap({ config: settingsOf(sandbox), catalog });
    expect(first.state.bookmarks[SHARES]![urn(TURBINES)]).to.deep.equal(bookmark('2026-11-20'));
    sandbox.set({ lateDays: { [TURBINES]: null } });
    const config = settingsOf(sandbox, { lookback_days: 0 });
    const second = await runTap({ config, catalog, state: first.state });
    expect(daysOf(second, SHARES)).to.deep.equal(span(20, 21));
    expect(daysOf(second, SHARES, LABS)).to.deep.equal([]);
  });

  it('with nothing left to read makes no call, and passes the state on', async () => {
    const sandbox = await start();
    const state = stateOf({ [SHARES]: { [urn(TURBINES)]: bookmark('2026-11-22') } });
    const config = settingsOf(sandbox, { lookback_days: 0, organization_ids: [TURBINES] });
    const run = await runTap({ config, catalog: select(SHARES), state });
    expect(sandbox.requests()).to.be.empty;
    expect(run.state).to.deep.equal(state);
    expect(run.exitCode).to.equal(0);
  });

  it('ignores a bookmark in the future, and gets one from what came', async () => {
    const sandbox = await start();
    const state = stateOf({ [SHARES]: { [urn(TURBINES)]: bookmark('2027-01-01') } });
    const run = await runTap({ config: settingsOf(sandbox), catalog: select(SHARES), state });
    expect(run.state.bookmarks[SHARES]![urn(TURBINES)]).to.deep.equal(bookmark('2026-11-22'));
    expect(run.exitCode).to.equal(0);
  });

  it('starts at start_date for an added organization', async () => {
    const sandbox = await start();
    const first = await runTap({ config: settingsOf(sandbox, { organization_ids: [TURBINES] }), catalog });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES, LABS], lookback_days: 2 });
    const second = await runTap({ config, catalog, state: first.state });
    expect(daysOf(second, SHARES, TURBINES)).to.deep.equal(span(20, 21));
    expect(daysOf(second, SHARES, LABS)).to.deep.equal(span(12, 21));
  });

  it('keeps the bookmarks of what it does not read: organizations, streams, and unknown entries', async () => {
    const sandbox = await start();
    const state = {
      currently_syncing: null,
      bookmarks: {
        [SHARES]: { [urn(9)]: bookmark('2026-01-01') },
        posts_of_old: { anything: 1 },
        [FOLLOWERS]: { [urn(TURBINES)]: bookmark('2026-11-15') },
      },
    };
    const config = settingsOf(sandbox, { organization_ids: [LABS] });
    const run = await runTap({ config, catalog: select(SHARES), state });
    expect(run.state).to.deep.equal({
      ...state,
      bookmarks: {
        ...state.bookmarks,
        [SHARES]: { [urn(9)]: bookmark('2026-01-01'), [urn(LABS)]: bookmark('2026-11-22') },
      },
    });
  });

  it('names organizations that have a bookmark and are no longer the member’s', async () => {
    const sandbox = await start({ roles: { [LABS]: { role: 'ANALYST', state: 'APPROVED' } } });
    const state = stateOf({ [SHARES]: { [urn(LABS)]: bookmark('2026-11-15') } });
    const run = await runTap({ config: settingsOf(sandbox), catalog: select(SHARES), state });
    expect(run.logged('WARNING').join()).to.include(urn(LABS));
    expect(run.state.bookmarks[SHARES]![urn(LABS)]).to.deep.equal(bookmark('2026-11-15'));
    expect(run.exitCode).to.equal(0);
  });

  it('prefers a bookmark older than start_date, so that an outage leaves no gap', async () => {
    const sandbox = await start();
    const state = stateOf({ [SHARES]: { [urn(TURBINES)]: bookmark('2026-11-02') } });
    const config = settingsOf(sandbox, { start_date: '2026-11-12', organization_ids: [TURBINES] });
    const run = await runTap({ config, catalog: select(SHARES), state });
    expect(daysOf(run, SHARES)).to.deep.equal(span(2, 21));
  });

  it('in the other granularity starts at start_date and replaces the bookmark; DAY is the default', async () => {
    const sandbox = await start();
    const plain = stateOf({ [SHARES]: { [urn(TURBINES)]: { 'timeRange.end': '2026-11-22T00:00:00Z' } } });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES], lookback_days: 1, start_date: '4 months ago' });
    const byDay = await runTap({ config, catalog: select(SHARES), state: plain });
    expect(daysOf(byDay, SHARES)).to.deep.equal(['2026-11-21']);
    const monthly = { ...config, time_granularity: 'MONTH' };
    const byMonth = await runTap({ config: monthly, catalog: select(SHARES), state: plain });
    expect(daysOf(byMonth, SHARES)).to.deep.equal(['2026-08-01', '2026-09-01', '2026-10-01']);
    expect(byMonth.state.bookmarks[SHARES]![urn(TURBINES)]).to.deep.equal(bookmark('2026-11-01', 'MONTH'));
    const again = await runTap({ config: monthly, catalog: select(SHARES), state: byMonth.state });
    expect(daysOf(again, SHARES)).to.deep.equal(['2026-10-01']);
    const back = await runTap({ config, catalog: select(SHARES), state: byMonth.state });
    expect(daysOf(back, SHARES).at(0)).to.equal('2026-07-22');
  });

  it('with FULL_TABLE reads from start_date whatever the bookmark, which does not go back', async () => {
    const sandbox = await start();
    const { streams } = selecting([SHARES]);
    const full = streams.map((entry) => ({
      ...entry,
      metadata: entry.metadata.map(({ breadcrumb, metadata }) => ({
        breadcrumb,
        metadata: breadcrumb.length === 0 ? { ...metadata, 'replication-method': 'FULL_TABLE' } : metadata,
      })),
    }));
    const state = stateOf({ [SHARES]: { [urn(TURBINES)]: bookmark('2026-11-22') } });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES], end_date: '2026-11-18' });
    const run = await runTap({ config, catalog: { streams: full }, state });
    expect(daysOf(run, SHARES)).to.deep.equal(span(12, 17));
    expect(run.state).to.deep.equal(state);
  });
});

describe('start_date', () => {
  const start = useSandbox();

  const read = async (start_date: string): Promise<TapRun> => {
    const sandbox = await start();
    return await runTap({ config: settingsOf(sandbox, { start_date }), catalog });
  };

  it('three months ago needs no clamp and no message', async () => {
    const run = await read('3 months ago');
    expect(daysOf(run, SHARES).at(0)).to.equal('2026-08-22');
    expect(run.stderr).not.to.match(/12 months|lost/);
  });

  it('2003-05-05 is clamped to twelve months, with one warning that counts the lost days', async () => {
    const run = await read('2003-05-05');
    expect(daysOf(run, SHARES).at(0)).to.equal('2025-11-22');
    const lost = (Date.UTC(2025, 10, 22) - Date.UTC(2003, 4, 5)) / 86_400_000;
    expect(run.logged('WARNING')).to.have.length(1);
    expect(run.logged('WARNING')[0]).to.include(`${lost} days are lost`).and.include('2025-11-22');
  });

  it('last run, the default, without a bookmark says once, at level INFO, where it starts', async () => {
    const run = await read('last run');
    expect(daysOf(run, SHARES).at(0)).to.equal('2025-11-22');
    expect(run.logged('WARNING')).to.deep.equal([]);
    expect(run.logged('INFO').filter((line) => line.includes('12 months'))).to.have.length(1);
  });

  it('today leaves nothing to read, which is not an error', async () => {
    const run = await read('today');
    expect(run.records(SHARES)).to.be.empty;
    expect(run.exitCode).to.equal(0);
  });

  it('a bookmark older than twelve months is reported with the lost days', async () => {
    const sandbox = await start();
    const state = stateOf({ [SHARES]: { [urn(TURBINES)]: bookmark('2025-11-12') } });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES] });
    const run = await runTap({ config, catalog: select(SHARES), state });
    expect(daysOf(run, SHARES).at(0)).to.equal('2025-11-22');
    expect(run.logged('WARNING').join()).to.include('10 days').and.include(`organization ${TURBINES}`);
  });
});
