import { expect } from 'chai';
import { ALL_STREAMS, select } from '../support/catalogs.js';
import { lintStream } from '../support/lint/stream.js';
import type { TapRun } from '../support/output.js';
import { LABS, settingsOf, TURBINES, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

/** All records, in a canonical order. */
const recordsOf = (run: TapRun): string[] =>
  run.messages
    .flatMap((message) => (message.type === 'RECORD' ? [JSON.stringify([message.stream, message.record])] : []))
    .sort();

describe('the output of a run', () => {
  const start = useSandbox();

  it('does not depend on concurrency, or on temporary errors', async () => {
    const sandbox = await start({ organizations: 5 });
    const runs: TapRun[] = [];
    for (const [max_concurrency, faults] of [
      [1, []],
      [32, []],
      [8, [{ kind: '500', times: 5, after: 3 } as const, { kind: 'reset-mid-body', times: 3, after: 20 } as const]],
    ] as const) {
      sandbox.set({ faults });
      const config = settingsOf(sandbox, {
        max_concurrency,
        start_date: '20 days ago',
        benchmark_organization_ids: [LABS, TURBINES],
      });
      runs.push(await runTap({ config, catalog: select(...ALL_STREAMS) }));
    }
    const [first] = runs;
    for (const run of runs) {
      expect(run.exitCode).to.equal(0);
      expect(recordsOf(run)).to.deep.equal(recordsOf(first!));
      expect(JSON.stringify(run.state)).to.equal(JSON.stringify(first!.state));
      expect(lintStream(run.stdout)).to.deep.equal([]);
    }
  });

  it('is in order of time for each organization and stream', async () => {
    const sandbox = await start({ organizations: 5, shuffle: true });
    const run = await runTap({ config: settingsOf(sandbox) });
    const last = new Map<unknown, string>();
    for (const record of run.records('share_statistics_time_bound')) {
      const begin = String(record['time_range_start']);
      expect(begin > (last.get(record['organization_id']) ?? '')).to.be.true;
      last.set(record['organization_id'], begin);
    }
  });

  it('has STATE after records: none names a bucket that is not yet written', async () => {
    const sandbox = await start({ organizations: 12 });
    const run = await runTap({ config: settingsOf(sandbox) });
    const out = new Set<string>();
    for (const message of run.messages) {
      if (message.type === 'RECORD') {
        const { organization_id, time_range_end } = message.record;
        out.add(`${message.stream} urn:li:organization:${String(organization_id)} ${String(time_range_end)}`);
      } else if (message.type === 'STATE') {
        for (const [stream, entry] of Object.entries(message.value.bookmarks)) {
          for (const [organization, bookmark] of Object.entries(entry)) {
            const end = (bookmark as Record<string, string>)['timeRange.end']!;
            expect(out).to.include(`${stream} ${organization} ${end}`);
          }
        }
      }
    }
  });

  it('has at most one STATE per ten seconds, and one at the end', async () => {
    const sandbox = await start({ organizations: 12 });
    const run = await runTap({ config: settingsOf(sandbox) });
    expect(run.states).to.have.length.within(1, 2);
    expect(run.messages.at(-1)?.type).to.equal('STATE');
  });

  it('has no SCHEMA for streams without records if empty streams are skipped', async () => {
    const sandbox = await start();
    const config = settingsOf(sandbox, { start_date: 'today' });
    const skipping = await runTap({ config: { ...config, skip_empty_streams: true } });
    expect(skipping.schemas).not.to.include.keys('share_statistics_time_bound');
    expect(skipping.schemas).to.include.keys('share_statistics');
    expect((await runTap({ config })).schemas).to.include.keys('share_statistics_time_bound');
  });

  it('has snapshot_date in the keys of lifetime streams with snapshot_history', async () => {
    const sandbox = await start();
    const run = await runTap({ config: settingsOf(sandbox, { snapshot_history: true }) });
    expect(run.schemas.get('share_statistics')!.key_properties).to.deep.equal([
      'organizationalEntity',
      'snapshot_date',
    ]);
    expect(lintStream(run.stdout)).to.deep.equal([]);
  });
});
