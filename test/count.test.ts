import * as fc from 'fast-check';
import { formatCount } from '../src/count.js';

describe('a count in a sentence', () => {
  it('is grouped as in English, whatever its length', () => {
    const counts = fc.oneof(fc.nat(2_000_000), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
    fc.assert(fc.property(counts, (count) => formatCount(count) === count.toLocaleString('en-US')));
  });
});
