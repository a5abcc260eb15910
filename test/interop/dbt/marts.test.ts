import { expect } from 'chai';
import { build, readModel } from './dbt.js';
import { differences } from './differences.js';
import { monthlyFromMonths } from './expected/days.js';
import { MARTS } from './expected/marts.js';
import { useGround } from './grounds.js';
import { useHistory, type History } from './history.js';
import { findWay, WAYS, type Ground } from './places.js';
import { isFull, needWay, SETUPS } from './setups.js';

for (const { way, days } of SETUPS) {
  describe(`the dbt package on ${days} days with snapshot_history, by ${way}`, () => {
    needWay(way);
    let history: History;
    let ground: Ground;

    before(async () => {
      history = await useHistory(days);
      ground = await useGround(way, days);
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
  describe(`the dbt package on months, by ${name}`, () => {
    needWay(name);

    it('takes LinkedIn’s own months, and has no days', async () => {
      const { runs, truth } = await useHistory(1, 'MONTH');
      const way = findWay(name);
      const ground = await way.lay(runs[way.fromTap]);
      await build(ground);
      const expected = monthlyFromMonths(truth);
      expect(expected.rows).not.to.be.empty;
      expect(differences(await readModel(ground, 'linkedin_pages__monthly'), expected)).to.deep.equal([]);
      expect(await readModel(ground, 'linkedin_pages__daily')).to.deep.equal([]);
    });
  });
}
