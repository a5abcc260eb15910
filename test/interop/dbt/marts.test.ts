import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { packageRoot } from '../../../src/package.js';
import { build, readModel } from './dbt.js';
import { differences } from './differences.js';
import { monthlyFromMonths } from './expected/days.js';
import { MARTS } from './expected/marts.js';
import { useGround } from './grounds.js';
import { useHistory, type History } from './history.js';
import { columnsOf } from './others/columns.js';
import { findWay, WAYS, type Ground } from './places.js';
import { isFull, needWay, SETUPS } from './setups.js';

for (const { way, days } of SETUPS) {
  describe(`the dbt package on ${days} days with snapshot_history, through ${way}`, () => {
    needWay(way);
    let history: History;
    let ground: Ground;

    before(async () => {
      history = await useHistory(days);
      ground = await useGround(way, days);
    });

    for (const [mart, reckon] of Object.entries(MARTS)) {
      it(`${mart} is correct`, async () => {
        const expected = reckon(history.truth);
        if (mart !== 'linkedin_pages__missing_days') expect(expected.rows).not.to.be.empty;
        expect(differences(await readModel(ground, mart), expected)).to.deep.equal([]);
      });
    }
  });
}

describe('the descriptions of the dbt package', () => {
  needWay('read_json');

  it('cover exactly the columns of the tables', async () => {
    const ground = await useGround('read_json', 3);
    const { models } = parse(readFileSync(new URL('dbt/models/marts/marts.yml', packageRoot), 'utf8')) as Described;
    expect(models.map(({ name }) => name)).to.have.members(Object.keys(MARTS));
    const tables = await columnsOf(ground, ground.schema);
    for (const { name, columns } of models)
      expect(
        columns.map((column) => column.name),
        name,
      ).to.have.members(Object.keys(tables[name]!));
  });
});

interface Described {
  readonly models: readonly { readonly name: string; readonly columns: readonly { readonly name: string }[] }[];
}

for (const name of isFull ? WAYS.map((way) => way.name) : ['read_json']) {
  describe(`the dbt package on months, through ${name}`, () => {
    needWay(name);

    it('uses LinkedIn’s own months, and has no days', async () => {
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
