import { expect } from 'chai';
import { LABS, NOW, TURBINES } from '../../support/sandboxes.js';
import { spoil } from '../loads/spoil.js';
import { needTools } from '../support/needs.js';
import { build, readModel, runDbt, type Rows } from './dbt.js';
import { differences } from './differences.js';
import { addDays } from './expected/facts.js';
import { MARTS } from './expected/marts.js';
import { useHistory } from './history.js';
import { findWay } from './places.js';

interface Line {
  readonly type: string;
  readonly stream?: string;
  readonly record?: { readonly organization_id?: number; readonly time_range_start?: string };
}

const SHARES = 'share_statistics_time_bound';
const FOLLOWERS = 'follower_statistics_time_bound';
const VISITS = 'page_statistics_time_bound';

/** The last full day at NOW. */
const YESTERDAY = addDays(NOW.slice(0, 10), -1);
const daysAgo = (days: number): string => addDays(NOW.slice(0, 10), -days);

describe('the dbt package on incomplete data', () => {
  needTools('dbt', 'duckdb');

  it('names each range of days that a page lacks, and a day that all pages lack', async () => {
    const { ground, pages } = await layWithout(({ stream, page, day }) => {
      if (stream === SHARES && page === TURBINES) return day >= daysAgo(40) && day <= daysAgo(38);
      if (stream === SHARES && page === LABS) return day === daysAgo(30);
      if (stream === VISITS) return day === YESTERDAY;
      return stream === FOLLOWERS && page !== TURBINES && page !== LABS;
    });
    const third = pages.find((page) => page !== TURBINES && page !== LABS)!;
    const missing = await readModel(ground, 'linkedin_pages__missing_days');
    const first = daysAgo(0).replace('2026', '2025');
    expect(sorted(missing.map(withoutName))).to.deep.equal(
      sorted([
        stretch(TURBINES, 'shares', [daysAgo(40), daysAgo(38)]),
        stretch(LABS, 'shares', [daysAgo(30), daysAgo(30)]),
        ...[TURBINES, LABS, third].map((page) => stretch(page, 'visits', [YESTERDAY, YESTERDAY])),
        stretch(third, 'followers', [first, daysAgo(2)]),
      ]),
    );
  });

  it('keeps followers and visits of days and months without share statistics', async () => {
    const { ground } = await layWithout(
      ({ stream, page, day }) => stream === SHARES && page === LABS && day >= '2026-10-01' && day <= '2026-10-31',
    );
    const days = (await readModel(ground, 'linkedin_pages__daily')).filter((row) => row['organization_id'] === LABS);
    const october = days.filter(({ day }) => String(day).startsWith('2026-10'));
    expect(october).to.have.length(31);
    for (const day of october)
      expect([day['impressions'], typeof day['followers_gained'], typeof day['page_views']]).to.deep.equal([
        null,
        'number',
        'number',
      ]);
    const months = await readModel(ground, 'linkedin_pages__monthly');
    const month = months.find((row) => row['organization_id'] === LABS && row['month'] === '2026-10-01')!;
    const gained = october.reduce((sum, day) => sum + Number(day['followers_gained']), 0);
    expect([month['impressions'], month['followers_gained'], month['is_complete']]).to.deep.equal([
      null,
      gained,
      false,
    ]);
  });

  it('can be built from a few streams only, with empty marts for the others', async () => {
    const { runs } = await useHistory(1);
    const few = linesOf(
      runs.plain[0]!,
      ({ stream }) => stream === undefined || ['posts', 'post_statistics'].includes(stream),
    );
    const ground = await findWay('duckdb').lay([few]);
    await build(ground);
    expect(await readModel(ground, 'linkedin_pages__posts')).not.to.be.empty;
    expect(await readModel(ground, 'linkedin_pages__daily')).to.deep.equal([]);
    expect(await readModel(ground, 'linkedin_pages__missing_days')).to.deep.equal([]);
  });

  it('differs visibly from the truth if the first row of each stream is lost', async () => {
    const { runs, truth } = await useHistory(1);
    const ground = await findWay('duckdb').lay([spoil(runs.plain[0]!, 'drop')]);
    // Without the package's tests, since one of them fails if the lost post has statistics.
    const { exitCode } = await runDbt(ground, { command: ['run'] });
    expect(exitCode).to.equal(0);
    for (const mart of ['linkedin_pages__daily', 'linkedin_pages__demographics', 'linkedin_pages__post_history']) {
      const said = differences(await readModel(ground, mart), MARTS[mart]!(truth));
      expect(
        said.some((sentence) => sentence.startsWith('No row: ')),
        `${mart}: ${said.join('\n')}`,
      ).to.be.true;
    }
  });

  it('has a test that fails if a video belongs to two pages', async () => {
    const { runs } = await useHistory(1);
    const ground = await findWay('duckdb').lay([spoil(runs.plain[0]!, 'number')]);
    const { exitCode, stdout } = await runDbt(ground, { command: ['build'] });
    expect(exitCode).to.equal(1);
    expect(stdout).to.include('Failure in test linkedin_pages_key_linkedin_pages__videos_post__day');
  });
});

interface Day {
  readonly stream: string;
  readonly page: number;
  readonly day: string;
}

/** Builds the package on a run from which these days are removed. */
async function layWithout(
  isLeftOut: (day: Day) => boolean,
): Promise<{ ground: Awaited<ReturnType<ReturnType<typeof findWay>['lay']>>; pages: number[] }> {
  const { runs, truth } = await useHistory(1);
  const kept = linesOf(runs.plain[0]!, ({ stream = '', record }) => {
    const { organization_id: page = 0, time_range_start: start } = record ?? {};
    return start === undefined || !isLeftOut({ stream, page, day: start.slice(0, 10) });
  });
  const ground = await findWay('read_json').lay([kept]);
  await build(ground);
  return { ground, pages: truth.rows('organization_lookup').map(({ id }) => Number(id)) };
}

function linesOf(text: string, isKept: (line: Line) => boolean): string {
  const lines = text.split('\n').slice(0, -1);
  return lines
    .filter((line) => isKept(JSON.parse(line) as Line))
    .map((line) => `${line}\n`)
    .join('');
}

function stretch(organization_id: number, statistic: string, [from_day, to_day]: readonly [string, string]): object {
  const days = (Date.parse(to_day) - Date.parse(from_day)) / 86_400_000 + 1;
  return { organization_id, statistic, from_day, to_day, days };
}

function withoutName(row: Rows[number]): object {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'page'));
}

const sorted = (rows: readonly object[]): object[] =>
  rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
