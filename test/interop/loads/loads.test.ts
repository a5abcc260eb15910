import { expect } from 'chai';
import { loadStreams } from '../../../src/streams/load.js';
import { NOW } from '../../support/sandboxes.js';

import { useWholeSync, type WholeSync } from '../support/syncs.js';
import { expectedRecords } from '../truth/records.js';
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
      it(`${stream.name} holds what LinkedIn knows`, async () => {
        const known = { truth: sync.sandbox.truth, now: NOW };
        const records = [...expectedRecords(stream, known, sync.plain.records(stream.name)).values()];
        expect(records).not.to.be.empty;
        expect(await findDifferences(stream, { setup, place, records })).to.deep.equal([]);
      });
    }
  });
}
