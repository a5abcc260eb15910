import { expect } from 'chai';
import type { Json } from '../../support/output.js';
import { ask, readModel, type Rows } from './dbt.js';
import { dayOf, postCounts } from './expected/facts.js';
import { MARTS } from './expected/marts.js';
import { useGround } from './grounds.js';
import { useHistory, type Facts } from './history.js';
import { AIRBYTE } from './others/airbyte.js';
import { columnsOf, listed } from './others/columns.js';
import { FIVETRAN } from './others/fivetran.js';
import { KEBOOLA } from './others/keboola.js';
import { faults, flattened, keyOf } from './others/keboola-rows.js';
import { findWay, type Ground } from './places.js';
import { needWay, SETUPS } from './setups.js';

/** Columns that Keboola takes from a map without a text column next to it. */
const IN_MAPS = /^content_celebration_media_\w+: null,/;

for (const { way, days } of SETUPS) {
  describe(`the tables of other tools, ${days} days with snapshot_history, through ${way}`, () => {
    needWay(way);
    const { losesMaps } = findWay(way);
    let ground: Ground;
    let truth: Facts;

    before(async () => {
      ({ truth } = await useHistory(days));
      ground = await useGround(way, days);
    });

    const schemaOf = (tool: string): string => `${ground.schema}_${tool}`;
    const read = async (tool: string, table: string): Promise<Rows> => await readModel(ground, table, schemaOf(tool));

    for (const [tool, tables] of Object.entries({ airbyte: AIRBYTE, fivetran: FIVETRAN })) {
      it(`${tool}: have its columns, with the same types`, async () => {
        expect(await columnsOf(ground, schemaOf(tool))).to.deep.equal(listed(tables));
      });
    }

    it('airbyte: have LinkedIn’s data, one row per page for lifetime numbers', async () => {
      for (const table of ['follower_statistics', 'share_statistics']) {
        const rows = await read('airbyte', table);
        expect(rows).to.have.length(3);
        for (const fact of newest(truth.rows(table))) {
          const row = rows.find((one) => one['organizationalEntity'] === fact['organizationalEntity'])!;
          for (const [name, value] of Object.entries(fact).filter(([column]) => column in row))
            expect(held(parsed(row[name]), value), `${table}.${name}`).to.deep.equal(value);
        }
      }
      const sizes = (await read('airbyte', 'total_follower_count')).map((row) => row['firstDegreeSize']);
      const counted = newest(truth.rows('total_follower_count')).map((row) => row['firstDegreeSize']);
      expect(sizes).to.have.members(counted);
    });

    it('airbyte: identify each day of a statistic by its milliseconds', async () => {
      const rows = await read('airbyte', 'share_statistics_time_bound');
      const found = new Map(
        rows.map((row) => [`${String(row['organizationalEntity'])} ${String(row['timeRangeStart'])}`, row]),
      );
      const facts = truth.rows('share_statistics_time_bound');
      expect([rows.length, found.size]).to.deep.equal([facts.length, facts.length]);
      for (const fact of facts) {
        const row = found.get(`${String(fact['organizationalEntity'])} ${Date.parse(dayOf(fact))}`)!;
        const { totalShareStatistics: counts } = fact;
        expect(held(parsed(row['totalShareStatistics']), counts)).to.deep.equal(counts);
        expect(row['timeRangeEnd']).to.equal(Date.parse(String(fact['time_range_end'])));
      }
    });

    it('keboola: have LinkedIn’s answers flattened, each key once', async () => {
      expect(Object.keys(await columnsOf(ground, schemaOf('keboola'))).toSorted()).to.deep.equal(
        Object.keys(KEBOOLA).toSorted(),
      );
      for (const [table, told] of Object.entries(KEBOOLA)) {
        const rows = await read('keboola', table);
        const byKey = new Map(rows.map((row) => [keyOf(row, told), row]));
        expect(byKey.size, table).to.equal(rows.length);
        // Comments and likes are only reread when their count changes; what each run saw is tested elsewhere.
        if (
          ['comments', 'likes', 'functions', 'industries', 'seniorities', 'countries', 'regions'].includes(told.stream)
        )
          continue;
        const facts = newest(truth.rows(told.stream)).map((fact) => flattened(fact, told));
        expect(rows, table).to.have.length(facts.length);
        for (const fact of facts) {
          const row = byKey.get(keyOf(fact, told));
          expect(row, `${table} ${keyOf(fact, told)}`).not.to.be.undefined;
          const found = faults(row!, fact).filter((fault) => !(losesMaps && IN_MAPS.test(fault)));
          expect(found, table).to.deep.equal([]);
        }
      }
    });

    it('fivetran: separate the two kinds of posts, and the days of snapshots', async () => {
      const kinds = { ugc_post_history: 'ugcPost', share_history: 'share' };
      for (const [table, kind] of Object.entries(kinds)) {
        const posts = truth.rows('posts').filter(({ id }) => String(id).startsWith(`urn:li:${kind}:`));
        expect(await read('fivetran', table), table).to.have.length(posts.length);
      }
      for (const table of Object.keys(FIVETRAN).filter((name) => '_fivetran_id' in listed(FIVETRAN)[name]!)) {
        const ids = (await read('fivetran', table)).map((row) => row['_fivetran_id']);
        expect(new Set(ids).size, table).to.equal(ids.length);
        expect(ids, table).not.to.include(null);
      }
      const synced = await read('fivetran', 'share_statistic');
      expect(synced.filter((row) => row['_fivetran_synced'] === null)).to.deep.equal([]);
    });

    it('fivetran: give its dbt package the newest numbers of each post', async () => {
      const rows = await ask(ground, newestPosts(schemaOf('fivetran')));
      const posts = MARTS['linkedin_pages__posts']!(truth).rows.filter(({ impressions }) => impressions !== null);
      expect(rows).to.have.length(posts.length);
      const sum = (all: readonly Json[]): number => all.reduce((total, row) => total + Number(row['impressions']), 0);
      expect(sum(rows)).to.equal(sum(posts));
    });

    it('fivetran: have each day of a page', async () => {
      const rows = await read('fivetran', 'time_bound_share_statistic');
      const facts = truth.rows('share_statistics_time_bound');
      expect(rows).to.have.length(facts.length);
      const sum = facts.reduce((total, fact) => total + postCounts(fact).impressions, 0);
      expect(rows.reduce((total, row) => total + Number(row['impression_count']), 0)).to.equal(sum);
    });
  });
}

/** Finds the newest row of a post by its loading time, and its numbers by id. */
function newestPosts(schema: string): string {
  const of = (table: string, id: string): string => `
    select newest.${id}, numbers.impression_count as impressions
    from (
      select *, row_number() over (partition by ${id} order by _fivetran_synced desc) as place from "${schema}"."${table}"
    ) as newest
    join "${schema}".share_statistic as numbers on numbers._fivetran_id = newest.share_statistic_id
    where place = 1`;
  return `select cast(ugc_post_id as bigint) as post, impressions from (${of('ugc_post_share_statistic', 'ugc_post_id')}) as posts
    union all select share_id, impressions from (${of('share_share_statistic', 'share_id')}) as shares`;
}

/** The rows of the last snapshot day, or all rows if they have none. */
function newest(rows: readonly Json[]): Json[] {
  const dayOfSnapshot = (row: Json): string => (row['snapshot_date'] as string | undefined) ?? '';
  const last = rows.map(dayOfSnapshot).toSorted().at(-1);
  return rows.filter((row) => dayOfSnapshot(row) === last);
}

function parsed(value: unknown): unknown {
  return typeof value === 'string' && /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value;
}

/** The part of an object that the other has as well, since the tap writes null for what LinkedIn leaves out. */
function held(found: unknown, wanted: unknown): unknown {
  if (Array.isArray(wanted) || typeof wanted !== 'object' || wanted === null) return found;
  return Object.fromEntries(Object.entries(found as Json).filter(([name]) => name in wanted));
}
