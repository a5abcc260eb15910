import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeFolder } from '../../support/folders.js';
import { scriptOf } from '../readme/blocks.js';
import { askDuckdb } from '../support/duckdb.js';
import { needTools } from '../support/needs.js';
import { useHistory } from './history.js';

describe('the query of docs/targets.md without a target', () => {
  needTools('dbt');

  it('finds every post read', async () => {
    const { runs, truth } = await useHistory(1);
    const folder = makeFolder();
    mkdirSync(join(folder, 'lines'));
    writeFileSync(join(folder, 'lines', '1.jsonl'), runs.plain[0]!);
    const query = scriptOf('docs/targets.md', 'read_json').replace('lines/', `${folder}/lines/`);
    const { rows } = await askDuckdb(join(folder, 'empty.duckdb'), query, 'write');
    expect(rows.map(({ id }) => id)).to.have.members(truth.rows('posts').map(({ id }) => id));
  });
});
