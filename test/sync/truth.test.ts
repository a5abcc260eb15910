import { expect } from 'chai';
import type { Sandbox } from '../../src/sandbox/index.js';
import { select } from '../support/catalogs.js';
import type { Json, TapRun } from '../support/output.js';
import { LABS, settingsOf, TURBINES, urn, useSandbox } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';

const SHARES = 'share_statistics_time_bound';
const FOLLOWERS = 'follower_statistics_time_bound';
const IDS = [TURBINES, LABS];

/** The days from ten days ago up to, but not including, the day `until` days ago. */
const days = (until: number): string[] => Array.from({ length: 10 - until }, (_, index) => `2026-11-${12 + index}`);

const recordsOf = (run: TapRun, stream: string, id: number): Json[] =>
  run.records(stream).filter((record) => record['organization_id'] === id);

describe('records have what LinkedIn knows', () => {
  const start = useSandbox();

  it('of pages: every field, instants as text in UTC, absent ones null', async () => {
    const sandbox = await start({ organizations: 12 });
    const run = await runTap({ config: settingsOf(sandbox), catalog: select('organization_lookup') });
    expect(run.records('organization_lookup')).to.have.length(12);
    for (const record of run.records('organization_lookup')) {
      const { $URN, ...truth } = sandbox.truth.organization(record['id'] as number) as unknown as Json;
      expect(record).to.include({ urn: $URN, organization: $URN, organization_id: truth['id'] });
      expectToHold(record, truth, '');
    }
  });

  it('of roles: all of them, whatever role and state', async () => {
    const sandbox = await start({
      organizations: [{ id: 1, role: 'ANALYST' }, { id: 2 }, { id: 3, state: 'REVOKED' }, { id: 4, role: null }],
    });
    const run = await runTap({ config: settingsOf(sandbox), catalog: select('organization_acls') });
    const roles = run
      .records('organization_acls')
      .map(({ organization_id: _id, additional_fields: _none, ...role }) => role);
    expect(roles).to.deep.equal(sandbox.truth.acls()).and.to.have.length(3);
  });

  it('of lifetime followers and shares', async () => {
    const sandbox = await start();
    const run = await runTap({
      config: settingsOf(sandbox),
      catalog: select('total_follower_count', 'follower_statistics', 'share_statistics'),
    });
    for (const id of IDS) {
      expect(recordsOf(run, 'total_follower_count', id)).to.deep.equal([
        {
          organization: urn(id),
          organization_id: id,
          firstDegreeSize: sandbox.truth.totalFollowers(id),
          snapshot_date: '2026-11-22',
          additional_fields: null,
        },
      ]);
      expect(recordsOf(run, 'follower_statistics', id)).to.deep.equal([
        {
          ...sandbox.truth.lifetimeFollowers(id),
          organization_id: id,
          snapshot_date: '2026-11-22',
          additional_fields: null,
        },
      ]);
      const [shares] = recordsOf(run, 'share_statistics', id);
      expect(shares!['totalShareStatistics']).to.deep.equal(sandbox.truth.lifetimeShares(id));
    }
  });

  for (const options of [{}, { shuffle: true }, { omitEmptyDays: true }, { omitUniqueImpressions: true }] as const) {
    const how = Object.keys(options).join() || 'plain answers';
    it(`of each day: shares up to yesterday, followers up to two days ago (${how})`, async () => {
      const sandbox = await start(options);
      const run = await runTap({ config: settingsOf(sandbox) });
      for (const id of IDS) {
        expect(recordsOf(run, SHARES, id)).to.deep.equal(shareRecords(sandbox, id));
        expect(recordsOf(run, FOLLOWERS, id)).to.deep.equal(followerRecords(sandbox, id));
      }
    });
  }

  it('of each month: only full and finished ones', async () => {
    const sandbox = await start();
    const run = await runTap({
      config: settingsOf(sandbox, { time_granularity: 'MONTH', start_date: '3 months ago' }),
    });
    for (const id of IDS) {
      const months = recordsOf(run, SHARES, id);
      expect(months.map((record) => [record['time_range_start'], record['time_range_end']])).to.deep.equal([
        ['2026-09-01T00:00:00Z', '2026-10-01T00:00:00Z'],
        ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'],
      ]);
      for (const [index, day] of ['2026-09-01', '2026-10-01'].entries()) {
        const truth = sandbox.truth.shareMonth({ organization: id, day });
        expect(months[index]).to.deep.include({
          totalShareStatistics: withMentions(truth!),
          time_granularity: 'MONTH',
        });
        expect(recordsOf(run, FOLLOWERS, id)[index]!['followerGains']).to.deep.equal(
          sandbox.truth.followerMonth({ organization: id, day }),
        );
      }
    }
  });
});

function shareRecords(sandbox: Sandbox, id: number): Json[] {
  return days(0).flatMap((day) => {
    const truth = sandbox.truth.shareDay({ organization: id, day });
    return truth ? [bucket(id, day, { totalShareStatistics: withMentions(truth) })] : [];
  });
}

function followerRecords(sandbox: Sandbox, id: number): Json[] {
  return days(1).flatMap((day) => {
    const truth = sandbox.truth.followerDay({ organization: id, day });
    return truth ? [bucket(id, day, { followerGains: truth })] : [];
  });
}

/** Adds absent numbers as null, never 0. */
function withMentions(counts: object): object {
  return { uniqueImpressionsCount: null, shareMentionsCount: null, commentMentionsCount: null, ...counts };
}

function bucket(id: number, day: string, values: object): Json {
  const range = { start: `${day}T00:00:00Z`, end: `${nextDay(day)}T00:00:00Z` };
  return {
    organizationalEntity: urn(id),
    organization_id: id,
    timeRange: range,
    time_range_start: range.start,
    time_range_end: range.end,
    time_granularity: 'DAY',
    ...values,
    additional_fields: null,
  };
}

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/**
 * Expects a record to have everything LinkedIn sent, with instants as text, and null for what it did not send, at any
 * depth.
 */
function expectToHold(record: unknown, truth: unknown, path: string): void {
  if (truth === undefined || truth === null) {
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) {
      for (const [name, value] of Object.entries(record)) expectToHold(value, undefined, `${path}.${name}`);
    } else expect(record, path).to.be.null;
  } else if (/^\.(created|lastModified|deleted)\.time$/.test(path)) {
    expect(record, path).to.equal(new Date(truth as number).toISOString());
  } else if (typeof truth === 'object' && !Array.isArray(truth) && !path.endsWith('.localized')) {
    for (const [name, value] of Object.entries(truth)) expectToHold((record as Json)[name], value, `${path}.${name}`);
  } else expect(record, path).to.deep.equal(truth);
}
