import { expect } from 'chai';
import * as fc from 'fast-check';
import { apportion } from '../../../src/sync/apportion.js';
import { divide, ownedBy, shardOf } from '../../../src/sync/shard.js';
import { urn } from '../../support/sandboxes.js';

const pages = fc.uniqueArray(fc.integer({ min: 1, max: 2 ** 40 }).map(urn), { maxLength: 40 });
const counts = fc.integer({ min: 1, max: 60 });

describe('shards', () => {
  it('divide the organizations: each is in exactly one, whatever n and the list', () => {
    fc.assert(
      fc.property(pages, counts, (organizations, count) => {
        const shards = Array.from({ length: count }, (_, place) => ownedBy({ index: place + 1, count }, organizations));
        expect(shards.flat().sort()).to.deep.equal([...organizations].sort());
        expect(divide(organizations, count)).to.deep.equal(shards);
      }),
    );
  });

  it('keep the order of the organizations', () => {
    fc.assert(
      fc.property(pages, counts, (organizations, count) => {
        const own = ownedBy({ index: 1, count }, organizations);
        expect(own).to.deep.equal(organizations.filter((organization) => own.includes(organization)));
      }),
    );
  });

  it('lose organizations only to an added shard: none moves between existing ones', () => {
    fc.assert(
      fc.property(pages, counts, (organizations, count) => {
        for (const organization of organizations) {
          expect(shardOf(organization, count + 1)).to.be.oneOf([shardOf(organization, count), count + 1]);
        }
      }),
    );
  });

  it('are of about the same size', () => {
    const organizations = Array.from({ length: 10_000 }, (_, place) => urn(100_000 + place));
    for (const count of [2, 4, 16]) {
      for (const { length } of divide(organizations, count)) {
        expect(length, String(count)).to.be.within((0.85 * 10_000) / count, (1.15 * 10_000) / count);
      }
    }
  });

  it('stay the same from version to version', () => {
    const found = [104729384, 104729391, 1, 2, 3].map((id) => shardOf(urn(id), 16));
    expect(found).to.deep.equal([16, 14, 8, 7, 5]);
  });
});

describe('a number divided by weights', () => {
  const weights = fc.array(fc.nat({ max: 2 ** 31 }), { minLength: 1, maxLength: 20 });

  it('becomes integers that add up to it, each within one of its exact part', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 }), weights, (whole, given) => {
        const parts = apportion(whole, given);
        const sum = given.reduce((before, each) => before + each, 0);
        expect(parts.reduce((before, each) => before + each, 0)).to.equal(whole);
        for (const [place, part] of parts.entries()) {
          const exact = sum === 0 ? whole / given.length : (whole * given[place]!) / sum;
          expect(Math.abs(part - exact)).to.be.below(1.000001);
        }
      }),
    );
  });

  it('goes to the largest remainders first, and is even if no weight is above 0', () => {
    expect(apportion(10, [1, 1, 1])).to.deep.equal([4, 3, 3]);
    expect(apportion(5, [10, 29, 61])).to.deep.equal([1, 1, 3]);
    expect(apportion(7, [0, 0])).to.deep.equal([4, 3]);
    expect(apportion(7, [0, 1])).to.deep.equal([0, 7]);
  });
});
