import { expect } from 'chai';
import { loadStreams } from '../../../src/streams/load.js';
import { expectedOf, useWholeSync, type WholeSync } from '../support/syncs.js';
import { compare } from './compare.js';
import { tableOfRecords } from './expected.js';
import { shapeOf } from './shape.js';

/** Where this fails, the tap is at fault, or what is taken for the truth; where only a load does, the target. */
describe('what the tap writes, before any target takes it', () => {
  let sync: WholeSync;

  before(async () => {
    sync = await useWholeSync();
  });

  for (const stream of loadStreams({ snapshotHistory: false })) {
    it(`${stream.name} says what LinkedIn knows`, () => {
      const written = sync.plain.records(stream.name);
      const shape = shapeOf(stream, { flattened: false });
      const differences = compare(
        tableOfRecords(written, shape),
        tableOfRecords(expectedOf(sync, stream), shape),
        shape,
      );
      expect(differences).to.deep.equal([]);
    });
  }
});
