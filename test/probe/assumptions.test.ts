import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../src/package.js';
import { SANDBOX_DECISIONS } from '../../src/probe/assumptions/sandbox.js';
import { ASSUMPTIONS } from '../../src/probe/assumptions/table.js';
import { UNASKED } from '../../src/probe/assumptions/unasked.js';

describe('the table of assumptions', () => {
  it('has each only once, under a short name', () => {
    const ids = ASSUMPTIONS.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    for (const id of ids)
      expect(id)
        .to.match(/^[a-z]+\.[a-z-]+$/)
        .and.have.length.at.most(19);
  });

  it('names only existing files', () => {
    const named = [...ASSUMPTIONS, ...UNASKED, ...SANDBOX_DECISIONS].flatMap(({ usedIn }) => usedIn);
    expect(named).to.have.length.above(50);
    expect(named.filter((file) => !existsSync(new URL(`src/${file}`, packageRoot)))).to.deep.equal([]);
  });

  it('says in full sentences what is assumed and what would follow otherwise', () => {
    for (const { assumed, asked, otherwise } of ASSUMPTIONS) {
      for (const sentence of [assumed, asked, otherwise]) expect(sentence).to.match(/^[A-Z`a-z].*\.$/s);
    }
  });
});
