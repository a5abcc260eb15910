import { expect } from 'chai';
import { databaseFile } from '../loads/targets.js';
import { askDuckdb } from '../support/duckdb.js';
import { runDbt } from './dbt.js';
import { useGround } from './grounds.js';
import { needWay } from './setups.js';

const DAY_MS = 86_400_000;

/** Days of a table left by another tool: they overlap with ours, and have one column less and one more. */
const OLD = `
  create or replace table old_days as
  select "organizationalEntity", "timeRangeStart" - ${300 * DAY_MS} as "timeRangeStart",
    "timeRangeEnd" - ${300 * DAY_MS} as "timeRangeEnd", 'theirs' as _airbyte_raw_id
  from analytics_airbyte.share_statistics_time_bound`;

describe('since_ever in the dbt package', () => {
  needWay('read_json');

  it('takes another tool’s days that end before ours begin, and each day once', async () => {
    const ground = await useGround('read_json', 3);
    const file = databaseFile(ground.folder);
    await askDuckdb(file, OLD, 'write');
    const query = `{{ tap_linkedin_pages.since_ever(ref('airbyte__share_statistics_time_bound'),
      api.Relation.create(schema='main', identifier='old_days'),
      page='organizationalEntity', first='timeRangeStart', last='timeRangeEnd') }}`;
    const { exitCode, stdout, stderr } = await runDbt(ground, {
      command: ['--quiet', 'show', '--output', 'json', '--limit', '-1', '--inline', query],
      more: { tap_linkedin_pages_compatibility: ['airbyte'] },
    });
    expect(exitCode, stdout + stderr).to.equal(0);
    const { show: rows } = JSON.parse(stdout) as { show: Record<string, unknown>[] };
    const days = new Set(rows.map((row) => `${String(row['organizationalEntity'])} ${String(row['timeRangeStart'])}`));
    const { rows: ours } = await askDuckdb(file, 'select * from analytics_airbyte.share_statistics_time_bound');
    expect(days.size).to.equal(rows.length);
    expect(rows).to.have.length(ours.length + 3 * 300);
    expect(rows.filter((row) => row['totalShareStatistics'] === null)).to.have.length(3 * 300);
    expect(rows[0]).not.to.have.property('_airbyte_raw_id');
  });
});
