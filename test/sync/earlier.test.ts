import { expect } from 'chai';
import type { Sandbox } from '../../src/sandbox/index.js';
import { select } from '../support/catalogs.js';
import type { TapRun } from '../support/output.js';
import { settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { argumentsOf, runCommand, runTap } from '../support/tap.js';

const STREAM = 'page_statistics_time_bound';
const RESOURCE = 'organizationPageStatistics';
const OTHERS = { share_statistics_time_bound: 'organizationalEntityShareStatistics' };

/** The requested ranges, in order. */
function spansOf(sandbox: Sandbox, resource: string = RESOURCE): string[] {
  const asked = sandbox.requests().filter((request) => request.resource === resource);
  return asked.map(({ url }) => {
    const [, start, end] = /start:(\d+),end:(\d+)/.exec(url)!;
    return [start, end].map((ms) => new Date(Number(ms)).toISOString().slice(0, 10)).join('..');
  });
}

const startsOf = (run: TapRun): string[] =>
  run.records(STREAM).map((record) => (record['time_range_start'] as string).slice(0, 10));

const endOf = (run: TapRun): unknown => run.state.bookmarks[STREAM]?.[urn(TURBINES)];

describe('page statistics from before the 12 months', () => {
  const start = useSandbox();
  const catalog = select(STREAM);

  const read = async (sandbox: Sandbox, settings: object = {}, state?: unknown): Promise<TapRun> => {
    sandbox.clearRequests();
    const config = settingsOf(sandbox, { start_date: 'last run', organization_ids: TURBINES, max_concurrency: 1 });
    return await runTap({ config: { ...config, ...settings }, catalog, ...(state !== undefined && { state }) });
  };

  it('all come if LinkedIn has 24 months, each day once, and the loss of older ones is reported', async () => {
    const sandbox = await start({ pageMonths: 24 });
    const run = await read(sandbox);
    expect(run.exitCode).to.equal(0);
    expect(spansOf(sandbox)).to.deep.equal([
      '2025-11-22..2026-11-22',
      '2024-11-22..2025-11-22',
      '2023-11-22..2024-11-22',
    ]);
    const days = startsOf(run);
    expect(days).to.have.length(730);
    expect(new Set(days).size).to.equal(730);
    expect([...days].sort()[0]).to.equal('2024-11-22');
    const [oldest] = run
      .records(STREAM)
      .filter((record) => String(record['time_range_start']).startsWith('2024-11-22'));
    const truth = sandbox.truth.pageDay({ organization: TURBINES, day: '2024-11-22' });
    expect(oldest!['views']).to.have.nested.property('allPageViews.pageViews', truth!.views['allPageViews']!.pageViews);
    expect(run.stderr).to.contain(
      `${STREAM}: LinkedIn has data for organization ${TURBINES} since 2024-11-22, and nothing before.`,
    );
  });

  for (const earlierPages of ['left-out', 'refused'] as const) {
    it(`cost one more call, on the first run only, if there are none (${earlierPages})`, async () => {
      const sandbox = await start({ earlierPages });
      const first = await read(sandbox);
      expect(first.exitCode).to.equal(0);
      expect(startsOf(first)).to.have.length(365);
      expect(spansOf(sandbox)).to.deep.equal(['2025-11-22..2026-11-22', '2024-11-22..2025-11-22']);
      expect(first.stderr).to.contain('Statistics start at 2025-11-22: LinkedIn serves the last 12 months.');
      expect(first.logged('WARNING')).to.deep.equal([]);
      expect(endOf(first)).to.deep.equal({ 'timeRange.end': '2026-11-22T00:00:00Z', time_granularity: 'DAY' });
      await read(sandbox, {}, first.state);
      expect(spansOf(sandbox)).to.deep.equal(['2026-11-15..2026-11-22']);
    });
  }

  it('are requested no further back than start_date, and do not count as lost if LinkedIn has them', async () => {
    const sandbox = await start({ pageMonths: 36 });
    const run = await read(sandbox, { start_date: '2024-06-01' });
    expect(spansOf(sandbox)).to.deep.equal([
      '2025-11-22..2026-11-22',
      '2024-11-22..2025-11-22',
      '2024-06-01..2024-11-22',
    ]);
    expect(run.stderr).not.to.match(/lost|nothing before/);
  });

  it('are lost with a warning if start_date reaches further back than LinkedIn', async () => {
    const sandbox = await start({ pageMonths: 18 });
    const run = await read(sandbox, { start_date: '2025-05-01' });
    const [warning, ...more] = run.logged('WARNING');
    expect(more).to.deep.equal([]);
    const since = `LinkedIn has data for organization ${TURBINES} since 2025-05-22`;
    expect(warning).to.contain(`${STREAM}: ${since}; 21 days after start_date 2025-05-01 are lost.`);
    expect(startsOf(run)).to.have.length(549);
  });

  it('of many pages are reported in one line', async () => {
    const sandbox = await start({ organizations: 5, pageMonths: 24 });
    const run = await read(sandbox, { organization_ids: [] });
    const said = run.logged('INFO').filter((line) => line.includes('LinkedIn has data'));
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/LinkedIn has data for 5 pages \(\d+, \d+, \d+ and 2 more\) since 2024-11-22/);
  });

  it('are not requested if start_date is within the 12 months', async () => {
    const sandbox = await start({ pageMonths: 24 });
    await read(sandbox, { start_date: '2025-11-22' });
    expect(spansOf(sandbox)).to.deep.equal(['2025-11-22..2026-11-22']);
  });

  it('are requested in whole months if months are read', async () => {
    const sandbox = await start({ pageMonths: 24 });
    const run = await read(sandbox, { time_granularity: 'MONTH', start_date: '2025-01-15' });
    expect(spansOf(sandbox)).to.deep.equal(['2025-12-01..2026-11-01', '2025-02-01..2025-12-01']);
    expect(startsOf(run)).to.have.length(21);
  });

  it('come if end_date is before the 12 months', async () => {
    const sandbox = await start({ pageMonths: 36 });
    const run = await read(sandbox, { start_date: '2024-01-01', end_date: '2025-02-01' });
    expect(spansOf(sandbox)).to.deep.equal(['2024-02-01..2025-02-01', '2024-01-01..2024-02-01']);
    expect(startsOf(run)).to.have.length(397);
  });

  it('are requested again with FULL_TABLE, whatever the bookmark', async () => {
    const sandbox = await start({ pageMonths: 24 });
    const first = await read(sandbox);
    sandbox.clearRequests();
    const config = settingsOf(sandbox, { start_date: 'last run', organization_ids: TURBINES });
    const rootMetadata = [{ breadcrumb: [], metadata: { selected: true, 'replication-method': 'FULL_TABLE' } }];
    const whole = { streams: [{ tap_stream_id: STREAM, stream: STREAM, schema: {}, metadata: rootMetadata }] };
    const again = await runTap({ config, catalog: whole, state: first.state });
    expect(startsOf(again)).to.have.length(730);
    expect(endOf(again)).to.deep.equal(endOf(first));
  });

  it('move the bookmark only when completely read: a run that fails midway loses none', async () => {
    const sandbox = await start({ pageMonths: 24 });
    const path = `start:${Date.UTC(2024, 10, 22)}`;
    sandbox.set({ faults: [{ kind: '500', match: { path }, times: 'always' }] });
    const failed = await read(sandbox, { max_tries: 2 });
    expect(failed.exitCode).to.equal(1);
    expect(startsOf(failed)).to.have.length(365);
    expect(endOf(failed)).to.equal(undefined);
    sandbox.set({ faults: [] });
    const next = await read(sandbox, {}, failed.state);
    expect(startsOf(next)).to.have.length(730);
  });

  it('stop at a daily limit, which is not taken for a refused year', async () => {
    const sandbox = await start({ pageMonths: 24, quota: { [RESOURCE]: { app: 1 } } });
    const run = await read(sandbox);
    expect(run.exitCode).to.equal(3);
    expect(endOf(run)).to.equal(undefined);
  });

  it('are not requested for other statistics', async () => {
    const sandbox = await start();
    for (const [stream, resource] of Object.entries(OTHERS)) {
      const config = settingsOf(sandbox, { start_date: 'last run', organization_ids: TURBINES });
      await runTap({ config, catalog: select(stream) });
      expect(spansOf(sandbox, resource)).to.deep.equal(['2025-11-22..2026-11-22']);
    }
  });

  it('are a range in an estimate, which is right whatever LinkedIn has', async () => {
    for (const pageMonths of [12, 24, 40]) {
      const sandbox = await start({ pageMonths });
      const config = settingsOf(sandbox, { start_date: '2024-01-01', organization_ids: TURBINES });
      const argv = [...argumentsOf({ config, catalog }), '--estimate', '--format', 'json'];
      const { least, most } = JSON.parse((await runCommand(argv)).stdout) as { least: number; most: number };
      expect([least, most]).to.deep.equal([2, 3]);
      await runTap({ config, catalog });
      expect(sandbox.requests().length).to.be.within(least, most);
    }
  });
});
