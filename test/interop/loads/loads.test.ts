import { expect } from 'chai';
import { loadStreams } from '../../../src/streams/load.js';

import { expectedOf, useWholeSync, type WholeSync } from '../support/syncs.js';
import { findDifferences, load, makePlace } from './load.js';
import { needTarget, SETUPS } from './setups.js';
import type { Place } from './targets.js';

for (const setup of SETUPS) {
  describe(`loaded into ${setup.name}`, () => {
    needTarget(setup);
    let sync: WholeSync;
    let place: Place;

    before(async () => {
      sync = await useWholeSync();
      place = await makePlace(setup);
      await load(setup, sync[setup.fromTap].stdout, place);
    });

    for (const stream of loadStreams({ snapshotHistory: false })) {
      it(`${stream.name} has what LinkedIn knows`, async () => {
        const records = expectedOf(sync, stream);
        expect(records).not.to.be.empty;
        expect(await findDifferences(stream, { setup, place, records })).to.deep.equal([]);
      });
    }
  });
}
