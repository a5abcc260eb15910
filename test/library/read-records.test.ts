import { expect } from 'chai';
import {
  AuthError,
  ConfigError,
  IncompleteError,
  InputFaults,
  PatternError,
  readRecords,
  StateError,
  type LogLine,
  type ReadOptions,
  type RecordReader,
  type TapRecord,
} from '../../src/index.js';
import { runTap } from '../support/tap.js';
import { LABS, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';

/** Everything that the reader yields, and what it throws at the end. */
async function drain(reader: RecordReader): Promise<{ records: TapRecord[]; thrown: unknown }> {
  const records: TapRecord[] = [];
  try {
    for await (const record of reader) records.push(record);
    return { records, thrown: null };
  } catch (thrown) {
    return { records, thrown };
  }
}

const refusalOf = async (options: ReadOptions): Promise<unknown> => (await drain(readRecords(options))).thrown;

describe('readRecords', () => {
  const start = useSandbox();

  it('yields the records that a sync writes, and leaves the same state', async () => {
    const config = settingsOf(await start());
    const select = 'total_follower_count,share_statistics_time_bound,posts';
    const reader = readRecords({ config, select });
    const { records, thrown } = await drain(reader);
    const run = await runTap({ config, args: ['--select', select] });
    expect(thrown).to.equal(null);
    expect(records.map(({ stream, record }) => ({ stream, record }))).to.have.deep.members(
      run.messages.flatMap((each) => (each.type === 'RECORD' ? [{ stream: each.stream, record: each.record }] : [])),
    );
    expect(reader.state).to.deep.equal(run.states.at(-1));
  });

  it('continues from the state that it left', async () => {
    const config = settingsOf(await start(), { lookback_days: 0 });
    const select = ['share_statistics_time_bound'];
    const first = readRecords({ config, select });
    expect((await drain(first)).records).to.have.lengthOf(20);
    expect((await drain(readRecords({ config, select, state: first.state }))).records).to.deep.equal([]);
  });

  it('narrows the type of a record by the name of its stream', async () => {
    const config = settingsOf(await start({ organizations: 1 }));
    const sizes: (number | null)[] = [];
    for await (const { stream, record } of readRecords({ config, select: 'total_follower_count,posts' })) {
      if (stream === 'total_follower_count') sizes.push(record.firstDegreeSize);
    }
    expect(sizes).to.deep.equal([4812]);
  });

  it('sends nothing before the loop begins, or if an option is invalid', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox);
    readRecords({ config });
    const faults = [
      await refusalOf({ config: { ...config, time_granularity: 'WEEK' as 'DAY' } }),
      await refusalOf({ config, select: 'post' }),
      await refusalOf({ config, state: { bookmarks: { posts: 'yesterday' } } }),
      await refusalOf({ config: { ...config, max_tries: 0 }, select: 'post' }),
    ];
    expect(faults.map((fault) => (fault as Error).constructor)).to.deep.equal([
      ConfigError,
      PatternError,
      StateError,
      InputFaults,
    ]);
    expect((faults[3] as InputFaults).message)
      .to.include('max_tries')
      .and.include('"post"');
    expect(sandbox.requests()).to.deep.equal([]);
  });

  it('throws the error that ends the run, with its class', async () => {
    const config = settingsOf(await start(), { access_token: 'AQX-unknown-token' });
    expect(await refusalOf({ config }))
      .to.be.instanceOf(AuthError)
      .with.property('code', 'TOKEN_REFUSED');
  });

  it('yields everything available before it throws that something is missing', async () => {
    const sandbox = await start({
      faults: [{ kind: 'status', status: 400, match: { resource: 'networkSizes', organization: LABS } }],
    });
    const { records, thrown } = await drain(
      readRecords({ config: settingsOf(sandbox), select: 'total_follower_count' }),
    );
    expect(records.map(({ record }) => (record as { organization_id: number }).organization_id)).to.deep.equal([
      TURBINES,
    ]);
    expect(thrown).to.be.instanceOf(IncompleteError);
    const { failed, deferred, faults } = thrown as IncompleteError;
    expect({ failed, deferred }).to.deep.equal({ failed: ['total_follower_count'], deferred: [] });
    expect(faults.map(({ organizations, error }) => [...organizations, error.code])).to.deep.equal([
      [urn(LABS), 'REQUEST_REFUSED'],
    ]);
  });

  it('throws at a limit of calls, and the next run continues', async () => {
    const config = settingsOf(await start(), { organization_ids: [TURBINES, LABS] });
    const select = 'total_follower_count';
    const first = readRecords({ config: { ...config, max_calls: 1, max_concurrency: 1 }, select });
    const { records, thrown } = await drain(first);
    expect(thrown).to.be.instanceOf(IncompleteError).with.deep.property('deferred', ['total_follower_count']);
    const next = await drain(readRecords({ config, select, state: first.state }));
    expect(
      [...records, ...next.records].map(({ record }) => (record as { organization_id: number }).organization_id),
    ).to.deep.equal([TURBINES, LABS]);
  });

  it('lets a slow loop slow the calls down', async () => {
    const sandbox = await start({ organizations: 40 });
    const reader = readRecords({
      config: settingsOf(sandbox, { start_date: '12 months ago', max_concurrency: 1 }),
      select: 'share_statistics_time_bound',
    });
    const records = reader[Symbol.asyncIterator]();
    await records.next();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = sandbox.requests().length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(sandbox.requests()).to.have.lengthOf(before);
    expect(before).to.be.lessThan(20);
    await records.return?.();
  });

  it('makes no more calls, and keeps nothing open, after a loop is left early', async () => {
    const sandbox = await start({ organizations: 40 });
    const before = process.getActiveResourcesInfo().filter(isOpen).length;
    for await (const _ of readRecords({ config: settingsOf(sandbox, { start_date: '12 months ago' }) })) break;
    const calls = sandbox.requests().length;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(sandbox.requests()).to.have.lengthOf(calls);
    expect(process.getActiveResourcesInfo().filter(isOpen).length).to.be.at.most(before);
  });

  it('keeps a state that only covers finished records, wherever the loop is left', async () => {
    const config = settingsOf(await start(), { lookback_days: 0, organization_ids: [TURBINES, LABS] });
    const select = 'follower_statistics_time_bound,share_statistics_time_bound,posts';
    const all = new Set((await drain(readRecords({ config, select }))).records.map((each) => keyOf(each)));
    for (const leftAfter of [1, 5, 12, 30, 45]) {
      const seen = new Set<string>();
      const reader = readRecords({ config, select });
      let turns = 0;
      for await (const record of reader) {
        if (++turns === leftAfter) break;
        seen.add(keyOf(record));
      }
      for (const each of (await drain(readRecords({ config, select, state: reader.state }))).records)
        seen.add(keyOf(each));
      expect(seen, `left after ${leftAfter}`).to.deep.equal(all);
    }
  });

  it('ends on an abort signal with its reason', async () => {
    const sandbox = await start();
    const abort = new AbortController();
    const reader = readRecords({ config: settingsOf(sandbox), signal: abort.signal });
    const reason = new Error('enough');
    let thrown: unknown;
    try {
      for await (const _ of reader) abort.abort(reason);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).to.equal(reason);
  });

  it('passes on the log without secrets, and prints nothing', async () => {
    const sandbox = await start();
    const lines: LogLine[] = [];
    const config = { ...settingsOf(sandbox), organisation_ids: 1, linkedin_version: '202511' };
    await drain(readRecords({ config, onLog: (line) => lines.push(line) }));
    expect(lines.map(({ message }) => message).join('\n')).to.include('Unknown setting "organisation_ids"');
    expect(JSON.stringify(lines)).not.to.include(sandbox.config.access_token);
  });

  it('can be used for one loop only', async () => {
    const reader = readRecords({
      config: settingsOf(await start({ organizations: 1 })),
      select: 'total_follower_count',
    });
    await drain(reader);
    expect((await drain(reader)).thrown).to.be.instanceOf(TypeError);
  });
});

const isOpen = (resource: string): boolean => /TCPSocketWrap|Timeout/.test(resource);

/** Identifies a row by its day or post. */
function keyOf({ stream, record }: TapRecord): string {
  const row = record as unknown as Record<string, unknown>;
  return [stream, row['organization_id'], row['time_range_start'], row['id']].join(' ');
}
