import { expect } from 'chai';
import { loadStreams } from '../../../src/streams/load.js';
import { expectedOf, useWholeSync, type WholeSync } from '../support/syncs.js';
import { compare } from './compare.js';
import { tableOfRecords } from './expected.js';
import { shapeOf } from './shape.js';

/** If this fails, the tap or the expected truth is wrong; if only a load fails, the target is. */
describe('the tap’s messages, before any target gets them', () => {
  let sync: WholeSync;

  before(async () => {
    sync = await useWholeSync();
  });

  for (const stream of loadStreams({ snapshotHistory: false })) {
    it(`${stream.name} has what LinkedIn knows`, () => {
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
