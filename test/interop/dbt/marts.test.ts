import { expect } from 'chai';
import { needPostgres, needTools } from '../support/needs.js';
import { build, readModel } from './dbt.js';
import { differences } from './differences.js';
import { monthlyFromMonths } from './expected/days.js';
import { MARTS } from './expected/marts.js';
import { useHistory, type History } from './history.js';
import { findWay, WAYS, type Ground, type Way } from './places.js';

/** Every way with several days takes minutes: CI has one of each kind. */
const isFull = process.env['INTEROP_DBT'] === 'full';

const USUAL = [
  { way: 'meltanolabs-postgres', days: 3 },
  { way: 'pipelinewise-postgres', days: 1 },
  { way: 'duckdb', days: 3 },
  { way: 'read_json', days: 3 },
];

const SETUPS = isFull ? WAYS.map(({ name }) => ({ way: name, days: 3 })) : USUAL;

for (const { way: name, days } of SETUPS) {
  const way = findWay(name);
  describe(`the dbt package on ${days} days with snapshot_history, by ${name}`, () => {
    needWay(way);
    let history: History;
    let ground: Ground;

    before(async () => {
      history = await useHistory(days);
      ground = await way.lay(history.runs[way.fromTap]);
      await build(ground);
    });

    for (const [mart, reckon] of Object.entries(MARTS)) {
      it(`${mart} says what is true`, async () => {
        const expected = reckon(history.truth);
        if (mart !== 'linkedin_pages__missing_days') expect(expected.rows).not.to.be.empty;
        expect(differences(await readModel(ground, mart), expected)).to.deep.equal([]);
      });
    }
  });
}

for (const name of isFull ? WAYS.map((way) => way.name) : ['read_json']) {
  const way = findWay(name);
  describe(`the dbt package on months, by ${name}`, () => {
    needWay(way);

    it('takes LinkedIn’s own months, and has no days', async () => {
      const { runs, truth } = await useHistory(1, 'MONTH');
      const ground = await way.lay(runs[way.fromTap]);
      await build(ground);
      const expected = monthlyFromMonths(truth);
      expect(expected.rows).not.to.be.empty;
      expect(differences(await readModel(ground, 'linkedin_pages__monthly'), expected)).to.deep.equal([]);
      expect(await readModel(ground, 'linkedin_pages__daily')).to.deep.equal([]);
    });
  });
}

function needWay({ tools, store }: Way): void {
  needTools('dbt', ...tools);
  if (store === 'postgres') needPostgres();
}
