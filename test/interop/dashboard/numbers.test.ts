import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Json } from '../../support/output.js';
import { sumOf } from '../dbt/expected/facts.js';
import { MARTS } from '../dbt/expected/marts.js';
import { useGround } from '../dbt/grounds.js';
import { useHistory, type Facts } from '../dbt/history.js';
import { needWay } from '../dbt/setups.js';
import { databaseFile } from '../loads/targets.js';
import { needTools } from '../support/needs.js';
import { postgresVariables, usePostgres } from '../support/postgres.js';
import { constraintsOf } from '../tools/environment.js';
import { DASHBOARD, lookAtViews, type View } from './dashboard.js';

const DAYS = 3;

for (const way of ['read_json', 'meltanolabs-postgres']) {
  describe(`the dashboard on the tables of ${way}`, () => {
    needWay(way);
    needTools('streamlit');
    let truth: Facts;
    let views: Readonly<Record<string, View>>;

    before(async () => {
      ({ truth } = await useHistory(DAYS));
      const { store, folder, schema } = await useGround(way, DAYS);
      const database = store === 'duckdb' ? databaseFile(folder) : await postgresUrl();
      views = await lookAtViews({ DASHBOARD_DATABASE: database, DASHBOARD_SCHEMA: schema });
    });

    const martOf = (name: string): readonly Json[] => MARTS[`linkedin_pages__${name}`]!(truth).rows;
    const compared = (measure: string, rows = martOf('period_comparison')): [number, number] => {
      const held = rows.filter((row) => row['measure'] === measure && row['period_days'] === 28);
      return [sumOf(held, 'current_value')!, sumOf(held, 'previous_value')!];
    };
    const counted = ([now, before]: readonly [number, number]): [string, string] => [
      written(now),
      signed(now - before),
    ];

    it('shows every view without errors, under its name', () => {
      for (const [name, { title, faults }] of Object.entries(views)) {
        expect(faults, name).to.deep.equal([]);
        expect(title).to.deep.equal([name.replace(/ of .*/, '')]);
      }
    });

    it('compares the period with the previous one as in the tables, and calculates rates from sums', () => {
      const { metrics } = views['Overview']!;
      expect(metrics['Impressions']).to.deep.equal(counted(compared('impressions')));
      expect(metrics['Followers gained']).to.deep.equal(counted(compared('followers_gained')));
      expect(views['Visitors']!.metrics['Page views in 28 days']).to.deep.equal(counted(compared('page_views')));
      const [interactions] = compared('interactions');
      const [impressions] = compared('impressions');
      expect(metrics['Engagement rate']![0]).to.equal(`${((100 * interactions) / impressions).toFixed(2)}%`);
    });

    it('shows the selected pages, and asks for one if none is selected', () => {
      const [first] = [...martOf('daily')].toSorted((one, other) =>
        String(one['page']) < String(other['page']) ? -1 : 1,
      );
      const own = martOf('period_comparison').filter((row) => row['page'] === first!['page']);
      expect(views['Overview of one page']!.metrics['Impressions']).to.deep.equal(
        counted(compared('impressions', own)),
      );
      expect(views['Overview of none']!.notes).to.deep.equal(['Choose a page on the left.']);
    });

    it('shows followers as of the last snapshot, and those of each month', () => {
      const { metrics, tables } = views['Followers']!;
      const newest = martOf('follower_history').filter(({ is_latest }) => is_latest);
      expect(metrics['Followers']![0]).to.equal(written(sumOf(newest, 'followers')!));
      const months = martOf('monthly');
      const pages = new Set(months.map(({ page }) => String(page)));
      const gained = tables[0]!.flatMap((month) => [...pages].map((page) => Number(month[page])));
      expect(gained.reduce((sum, value) => sum + value, 0)).to.equal(sumOf(months, 'followers_gained'));
    });

    it('shows the posts with the most interactions first, and says how many have no numbers', () => {
      const { metrics, tables } = views['Posts']!;
      const posts = martOf('posts').filter(({ published_on }) => published_on !== null);
      const numbers = posts.map(({ interactions }) => interactions).filter((value) => typeof value === 'number');
      expect(metrics['Posts']![0]).to.equal(written(posts.length));
      expect(metrics['Without numbers']![0]).to.equal(written(posts.length - numbers.length));
      const best = numbers.toSorted((one, other) => other - one).slice(0, 50);
      expect(tables[0]!.map(({ interactions }) => interactions)).to.deep.equal(best);
    });

    it('shows the audience of the last snapshot', () => {
      const rows = martOf('demographics').filter(
        ({ audience, facet, is_latest }) => audience === 'followers' && facet === 'association_type' && is_latest,
      );
      expect(sumOf(views['Audience']!.tables[0]!, 'total')).to.equal(sumOf(rows, 'total'));
    });

    it('says that no day is missing, and what the last day of each page is', () => {
      const { metrics, notes, tables } = views['Data health']!;
      expect([metrics['Missing days']![0], notes]).to.deep.equal(['0', ['No page has a missing day.']]);
      expect(tables[0]).to.have.length(3);
      const last = martOf('daily')
        .flatMap(({ impressions, day }) => (impressions === null ? [] : [String(day)]))
        .toSorted()
        .at(-1);
      expect(String(tables[0]![0]!['shares']).slice(0, 10)).to.equal(last);
    });
  });
}

describe('the requirements of the dashboard', () => {
  it('are the versions that the suite uses', () => {
    const pins = ['dbt', 'streamlit'].flatMap((tool) => linesOf(constraintsOf(tool as 'dbt')));
    for (const pin of linesOf(join(DASHBOARD, 'requirements.txt'))) expect(pins).to.include(pin);
  });
});

async function postgresUrl(): Promise<string> {
  const { PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE } = postgresVariables(await usePostgres());
  return `postgresql://${PGUSER}:${PGPASSWORD}@${PGHOST}:${PGPORT}/${PGDATABASE}`;
}

const linesOf = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const written = (value: number): string => value.toLocaleString('en-US');
const signed = (value: number): string => `${value < 0 ? '-' : '+'}${written(Math.abs(value))}`;
