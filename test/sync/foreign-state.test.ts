import { expect } from 'chai';
import type { TapRun } from '../support/output.js';
import { select } from '../support/catalogs.js';
import { LABS, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const SHARES = 'share_statistics_time_bound';
const FOLLOWERS = 'follower_statistics_time_bound';
const DAY = '2026-11-20T00:00:00Z';
const MS = Date.parse(DAY);
const FULL_REFRESH = { __ab_full_refresh_sync_complete: true };

/** Each form has the last end of share statistics, and a stream that is read in full. */
const AIRBYTE_FORMS: Readonly<Record<string, unknown>> = {
  'an object by stream': { [SHARES]: { timeRangeEnd: String(MS) }, share_statistics: {} },
  'an object by stream, with a number': { [SHARES]: { timeRangeEnd: MS } },
  'that object in a STATE message': { type: 'STATE', value: { [SHARES]: { timeRangeEnd: String(MS) } } },
  'the list of the protocol': [
    { type: 'STREAM', stream: { stream_descriptor: { name: 'share_statistics' }, stream_state: FULL_REFRESH } },
    {
      type: 'STREAM',
      stream: { stream_descriptor: { name: SHARES, namespace: null }, stream_state: { timeRangeEnd: String(MS) } },
    },
  ],
  'the list that its server shows': [
    { streamDescriptor: { name: SHARES }, streamState: { timeRangeEnd: String(MS) } },
    { streamDescriptor: { name: 'share_statistics' }, streamState: FULL_REFRESH },
  ],
  'what its server answers': {
    stateType: 'stream',
    connectionId: '00000000-0000-4000-8000-000000000000',
    streamState: [{ streamDescriptor: { name: SHARES }, streamState: { timeRangeEnd: String(MS) } }],
  },
};

const AIRBYTE = AIRBYTE_FORMS['an object by stream'];

const daysOf = (run: TapRun): unknown[] => run.records(SHARES).map((record) => record['time_range_start']);

describe("the state of Airbyte's connector", () => {
  const open = useSandbox();
  const run = async (state: unknown, settings: object = {}, organizations = 1): Promise<TapRun> => {
    const sandbox = await open({ organizations });
    return await runTap({
      config: settingsOf(sandbox, { lookback_days: 1, ...settings }),
      catalog: select(SHARES),
      state,
    });
  };

  for (const [form, state] of Object.entries(AIRBYTE_FORMS)) {
    it(`is accepted as ${form}`, async () => {
      const { exitCode, ...rest } = await run(state);
      expect(exitCode).to.equal(0);
      expect(daysOf({ exitCode, ...rest })).to.deep.equal([
        '2026-11-19T00:00:00Z',
        '2026-11-20T00:00:00Z',
        '2026-11-21T00:00:00Z',
      ]);
      expect(rest.state).to.deep.equal({
        bookmarks: {
          [SHARES]: { [urn(TURBINES)]: { 'timeRange.end': '2026-11-22T00:00:00Z', time_granularity: 'DAY' } },
        },
      });
    });
  }

  it('belongs to the organization in the settings, whatever others the member administers', async () => {
    const { exitCode, state } = await run(AIRBYTE, { org_id: String(LABS) }, 2);
    expect(exitCode).to.equal(0);
    expect(Object.keys(state.bookmarks[SHARES]!)).to.deep.equal([urn(LABS)]);
  });

  it('is in the granularity of the run', async () => {
    const october = { [SHARES]: { timeRangeEnd: Date.UTC(2026, 9, 1) } };
    const { state, ...rest } = await run(october, { time_granularity_type: 'MONTH', lookback_days: 0 });
    expect(daysOf({ state, ...rest })).to.deep.equal(['2026-10-01T00:00:00Z']);
    expect(state.bookmarks[SHARES]![urn(TURBINES)]).to.have.property('time_granularity', 'MONTH');
  });

  it('keeps its entries for streams that are not read', async () => {
    const { state } = await run({ [SHARES]: { timeRangeEnd: MS }, [FOLLOWERS]: { timeRangeEnd: MS } });
    expect(state.bookmarks[FOLLOWERS]).to.deep.equal({
      [urn(TURBINES)]: { 'timeRange.end': DAY, time_granularity: 'DAY' },
    });
  });

  it('stops a run whose settings name several organizations, before any call', async () => {
    const sandbox = await open({ organizations: 2 });
    const config = settingsOf(sandbox, { organization_ids: [TURBINES, LABS] });
    const { exitCode, stdout, ...rest } = await runTap({ config, catalog: select(SHARES), state: AIRBYTE });
    expect([exitCode, stdout, sandbox.requests()]).to.deep.equal([1, '', []]);
    expect(rest.logged('CRITICAL').join()).to.include(SHARES).and.include('reads 2').and.include('organization_ids');
  });

  it('stops a run that finds several, which passes it on so that the next one can use it', async () => {
    const refused = await run(AIRBYTE, {}, 2);
    expect(refused.exitCode).to.equal(1);
    expect(refused.records(SHARES)).to.be.empty;
    expect(refused.logged('CRITICAL').join()).to.include('organization_ids');
    const { exitCode, state } = await run(refused.state, { organization_ids: TURBINES }, 2);
    expect(exitCode).to.equal(0);
    expect(state).to.have.all.keys('bookmarks');
    expect(Object.keys(state.bookmarks[SHARES]!)).to.deep.equal([urn(TURBINES)]);
  });

  it('is ignored once a stream has its own bookmarks', async () => {
    const own = { [urn(LABS)]: { 'timeRange.end': DAY, time_granularity: 'DAY' } };
    const state = { bookmarks: { [SHARES]: own }, unassigned: { [SHARES]: { 'timeRange.end': DAY } } };
    const { exitCode, ...rest } = await run(state, {}, 2);
    expect(exitCode).to.equal(0);
    expect(rest.state).to.have.all.keys('bookmarks');
  });

  for (const [what, state] of Object.entries({
    'a cursor that is not in milliseconds': { [SHARES]: { timeRangeEnd: '2026-11-20' } },
    'a cursor of another connector': { [SHARES]: { updated_at: MS } },
    'a list without a cursor': [{ type: 'STREAM', stream: { stream_descriptor: { name: SHARES }, stream_state: {} } }],
    'an invalid unassigned bookmark': { bookmarks: {}, unassigned: { [SHARES]: { 'timeRange.end': 'soon' } } },
  })) {
    it(`may not contain ${what}`, async () => {
      const { exitCode, stdout, ...rest } = await run(state);
      expect([exitCode, stdout]).to.deep.equal([1, '']);
      expect(rest.logged('CRITICAL').join()).to.include('state');
    });
  }
});

describe('the state of taps made with the Meltano SDK', () => {
  const open = useSandbox();
  const value = (end: string): object => ({ replication_key: 'time_range_end', replication_key_value: end });

  it('is accepted, organization by organization, whatever names they have', async () => {
    const partitions = [
      { context: { organization: urn(TURBINES) }, ...value(DAY) },
      { context: { org_id: LABS }, ...value('2026-11-21T00:00:00Z'), starting_replication_value: '2026-11-01' },
      { context: {} },
      { context: { organization: urn(7) } },
    ];
    const { exitCode, ...rest } = await runTap({
      config: settingsOf(await open(), { lookback_days: 0 }),
      catalog: select(SHARES),
      state: { bookmarks: { [SHARES]: { partitions, progress_markers: {} }, share_statistics: { partitions } } },
    });
    expect(exitCode).to.equal(0);
    expect(
      rest.records(SHARES).map((record) => [record['organization_id'], record['time_range_start']]),
    ).to.have.deep.members([
      [TURBINES, '2026-11-20T00:00:00Z'],
      [TURBINES, '2026-11-21T00:00:00Z'],
      [LABS, '2026-11-21T00:00:00Z'],
    ]);
    expect(Object.keys(rest.state.bookmarks[SHARES]!)).to.have.members([urn(TURBINES), urn(LABS)]);
    expect(rest.logged('WARNING').join()).not.to.include('partitions');
  });

  const END = { 'timeRange.end': '2026-11-21T00:00:00Z' };
  for (const [what, entry] of Object.entries({
    'an object of partitions, with values': {
      partitions: { [urn(TURBINES)]: value(DAY), [LABS]: END['timeRange.end'] },
    },
    'an object of partitions, with bookmarks': {
      partitions: { [TURBINES]: { 'timeRange.end': DAY }, [urn(LABS)]: END },
    },
    'numbers as keys': { [TURBINES]: { 'timeRange.end': DAY }, [LABS]: END },
    'brands as keys': { [`urn:li:organizationBrand:${TURBINES}`]: { 'timeRange.end': DAY }, [urn(LABS)]: END },
    'a page twice with the same value': {
      [TURBINES]: { 'timeRange.end': DAY },
      [urn(TURBINES)]: { 'timeRange.end': DAY },
      [LABS]: END,
    },
  })) {
    it(`may have ${what}: nothing is read again from start_date, and no entry is lost`, async () => {
      const { exitCode, ...rest } = await runTap({
        config: settingsOf(await open(), { lookback_days: 0 }),
        catalog: select(SHARES),
        state: { bookmarks: { [SHARES]: entry } },
      });
      expect(exitCode, rest.stderr).to.equal(0);
      const read = rest.records(SHARES).map((record) => [record['organization_id'], record['time_range_start']]);
      expect(read).to.have.deep.members([
        [TURBINES, '2026-11-20T00:00:00Z'],
        [TURBINES, '2026-11-21T00:00:00Z'],
        [LABS, '2026-11-21T00:00:00Z'],
      ]);
      expect(Object.keys(rest.state.bookmarks[SHARES]!)).to.have.members([urn(TURBINES), urn(LABS)]);
    });
  }

  for (const [what, entry, named] of [
    ['an entry without an organization', { pages: { 'timeRange.end': DAY } }, '"pages"'],
    ['a partition without an organization', { partitions: [{ context: {}, ...value(DAY) }] }, 'partitions[0]'],
    ['a partition without an organization, by key', { partitions: { 'page one': value(DAY) } }, 'partitions.page one'],
    ['text for partitions', { partitions: 'none' }, 'partitions'],
    ['text for a partition', { partitions: [DAY] }, 'partitions[0]'],
    ['a page twice', { [TURBINES]: { 'timeRange.end': DAY }, [urn(TURBINES)]: END }, 'the same organization'],
  ] as const) {
    it(`may not have ${what}: it is reported, and never ignored`, async () => {
      const sandbox = await open();
      const state = { bookmarks: { [SHARES]: entry } };
      const run = await runTap({ config: settingsOf(sandbox), catalog: select('organization_lookup'), state });
      expect([run.exitCode, run.stdout, sandbox.requests()]).to.deep.equal([1, '', []]);
      expect(run.logged('CRITICAL').join()).to.include(named).and.include(SHARES);
    });
  }

  it('may be a single value, if there is one organization', async () => {
    const state = { bookmarks: { [SHARES]: value(DAY) } };
    const config = settingsOf(await open({ organizations: 1 }), { lookback_days: 0 });
    expect(daysOf(await runTap({ config, catalog: select(SHARES), state }))).to.deep.equal([
      DAY,
      '2026-11-21T00:00:00Z',
    ]);
    const several = await runTap({ config: settingsOf(await open()), catalog: select(SHARES), state });
    expect(several.exitCode).to.equal(1);
  });
});
