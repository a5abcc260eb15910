import { expect } from 'chai';
import type { Sandbox } from '../../src/sandbox/index.js';
import { select } from '../support/catalogs.js';
import { expectRecord } from '../support/holding.js';
import type { Json, TapRun } from '../support/output.js';
import { daysLater, LABS, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const DAYS = 'page_statistics_time_bound';
const IDS = [TURBINES, LABS];

const rowsOf = (run: TapRun, stream: string, id: number): Json[] =>
  run.records(stream).filter((record) => record['organization_id'] === id);

describe('page statistics', () => {
  const start = useSandbox();

  const read = async (sandbox: Sandbox, stream: string, settings: object = {}): Promise<TapRun> =>
    await runTap({ config: settingsOf(sandbox, settings), catalog: select(stream) });

  for (const options of [{}, { pageViewsOld: true }, { pageClicksOld: true }]) {
    const how = Object.keys(options).join() || 'as they are';
    it(`over the lifetime lose nothing (${how})`, async () => {
      const sandbox = await start(options);
      const run = await read(sandbox, 'page_statistics');
      for (const id of IDS) {
        const { totalPageStatistics, ...truth } = sandbox.truth.lifetimePages(id);
        const [record, ...more] = rowsOf(run, 'page_statistics', id);
        expect(more).to.be.empty;
        expectRecord(
          { run, stream: 'page_statistics', record },
          {
            truth: { ...truth, ...(totalPageStatistics as Json) },
            own: { organization: urn(id), organization_id: id, snapshot_date: '2026-11-22' },
          },
        );
      }
      expect(run.logged('WARNING')).to.deep.equal([]);
    });
  }

  it('with fifteen views are null for those added later', async () => {
    const sandbox = await start({ pageViewsOld: true });
    const [record] = (await read(sandbox, 'page_statistics')).records('page_statistics');
    const views = Object.values(record!['views'] as Record<string, Json>);
    expect(views.filter(({ pageViews }) => pageViews !== null)).to.have.length(15);
    expect(views.filter(({ pageViews }) => pageViews === null)).to.have.length(12);
  });

  for (const options of [{}, { shuffle: true }, { omitEmptyDays: true }, { pageClicksOld: true }]) {
    const how = Object.keys(options).join() || 'as they are';
    it(`of each day up to yesterday lose nothing (${how})`, async () => {
      const sandbox = await start(options);
      const run = await read(sandbox, DAYS);
      for (const id of IDS) {
        const days = Array.from({ length: 10 }, (_, index) => daysLater(index - 10).slice(0, 10));
        const truths = days.map((day) => [day, sandbox.truth.pageDay({ organization: id, day })] as const);
        const served = truths.filter(([, truth]) => truth !== null);
        const rows = rowsOf(run, DAYS, id);
        expect(rows).to.have.length(served.length).above(0);
        for (const [index, [day, truth]] of served.entries()) {
          expectBucket({ run, id, record: rows[index] }, { day, end: nextDay(day), truth: truth as object as Json });
        }
      }
      expect(run.logged('WARNING')).to.deep.equal([]);
    });
  }

  it('of each month are only of full and finished ones', async () => {
    const sandbox = await start();
    const run = await read(sandbox, DAYS, { time_granularity: 'MONTH', start_date: '3 months ago' });
    const rows = rowsOf(run, DAYS, TURBINES);
    expect(rows.map((row) => row['time_range_start'])).to.deep.equal(['2026-09-01T00:00:00Z', '2026-10-01T00:00:00Z']);
    for (const row of rows) {
      const day = String(row['time_range_start']).slice(0, 10);
      const truth = sandbox.truth.pageMonth({ organization: TURBINES, day });
      expectBucket(
        { run, id: TURBINES, record: row },
        { day, end: String(row['time_range_end']).slice(0, 10), truth: truth as object as Json, granularity: 'MONTH' },
      );
    }
  });

  it('continue from their own bookmark, a week before it', async () => {
    const sandbox = await start();
    const first = await read(sandbox, DAYS);
    const bookmark = { 'timeRange.end': '2026-11-22T00:00:00Z', time_granularity: 'DAY' };
    expect(first.state.bookmarks[DAYS]).to.deep.equal({ [urn(TURBINES)]: bookmark, [urn(LABS)]: bookmark });
    sandbox.set({ now: daysLater(1) });
    const config = settingsOf(sandbox, { start_date: '2026-11-12' });
    const second = await runTap({ config, catalog: select(DAYS), state: first.state });
    expect(rowsOf(second, DAYS, LABS).map((row) => String(row['time_range_start']).slice(8, 10))).to.deep.equal([
      '15',
      '16',
      '17',
      '18',
      '19',
      '20',
      '21',
      '22',
    ]);
  });

  function expectBucket(
    at: { run: TapRun; id: number; record: Json | undefined },
    bucket: { day: string; end: string; truth: Json; granularity?: string },
  ): void {
    const { run, id, record } = at;
    const { day, end, truth, granularity = 'DAY' } = bucket;
    const range = { start: `${day}T00:00:00Z`, end: `${end}T00:00:00Z` };
    const own = { organization: urn(id), organization_id: id, timeRange: range, time_granularity: granularity };
    expectRecord(
      { run, stream: DAYS, record },
      { truth, own: { ...own, time_range_start: range.start, time_range_end: range.end } },
    );
  }
});

describe('a showcase page', () => {
  const start = useSandbox();

  it('named by its former brand URN is read like any page', async () => {
    const sandbox = await start({ organizations: [{ id: TURBINES }, { id: LABS, brand: TURBINES }] });
    const config = settingsOf(sandbox, { organization_ids: [`urn:li:organizationBrand:${LABS}`] });
    const streams = ['organization_lookup', 'page_statistics', 'share_statistics', 'posts', 'post_statistics'];
    const run = await runTap({ config, catalog: select(...streams) });
    expect(run.exitCode).to.equal(0);
    const [page] = run.records('organization_lookup');
    expect(page).to.include({ id: LABS, organization: urn(LABS), primaryOrganizationType: 'BRAND' });
    for (const stream of streams) {
      expect(run.records(stream), stream).not.to.be.empty;
      for (const record of run.records(stream)) expect(record['organization_id']).to.equal(LABS);
    }
  });
});

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
