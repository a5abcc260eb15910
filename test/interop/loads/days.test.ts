import { expect } from 'chai';
import type { Sandbox } from '../../../src/sandbox/sandbox.js';
import type { StateValue } from '../../../src/singer/state.js';
import { loadStreams } from '../../../src/streams/load.js';
import type { TapRun } from '../../support/output.js';
import { daysLater } from '../../support/sandboxes.js';
import { BENCHMARKS, startWholeSandbox, syncAll } from '../support/syncs.js';
import { Ledger } from '../../truth/ledger.js';
import { findDifferences, load, makePlace } from './load.js';
import { needTarget, SETUPS } from './setups.js';
import type { Place } from './targets.js';

const STREAMS = loadStreams({ snapshotHistory: false });
const DAYS = 3;

for (const setup of SETUPS.filter(({ target, name }) => target.store === 'postgres' && name === target.tool)) {
  describe(`loaded into ${setup.name} on three consecutive days, with its own states`, () => {
    needTarget(setup);
    let sandbox: Sandbox;
    let place: Place;
    let last: TapRun;
    /** Everything that the target has printed, run after run, like a file that states are appended to. */
    let states = '';
    const ledger = new Ledger();

    before(async () => {
      sandbox = await startWholeSandbox();
      place = await makePlace(setup);
      for (let day = 0; day < DAYS; day++) {
        sandbox.set({ now: daysLater(day) });
        if (day > 0) liveADay(sandbox);
        last = await syncAll(sandbox, { state: states });
        states += await load(setup, last.stdout, place);
        ledger.enter(last, { truth: sandbox.truth, now: daysLater(day), benchmarks: BENCHMARKS });
      }
    });

    after(async () => {
      await sandbox?.close();
    });

    for (const stream of STREAMS) {
      it(`${stream.name} has the latest version of each row, once`, async () => {
        expect(await findDifferences(stream, { setup, place, records: ledger.records(stream) })).to.deep.equal([]);
      });
    }

    it('corrects restated days, and reads no more than necessary', () => {
      expect(ledger.restated).to.be.above(20);
      expect(last.records('share_statistics_time_bound')).to.have.length(3 * 8);
    });

    it('ends with the tap’s state, the last of many lines', () => {
      const lines = states.trim().split('\n');
      expect(lines).to.have.length.of.at.least(DAYS);
      expect(JSON.parse(lines.at(-1)!) as StateValue).to.deep.equal(last.state);
    });
  });
}

/** Lets members do things between two runs. */
function liveADay(sandbox: Sandbox): void {
  const [page] = sandbox.truth.organizations();
  const [newest, second, third] = sandbox.truth.posts(page!.id);
  sandbox.act({ do: 'edit', post: second!.id, commentary: 'Put right ✍️\nand longer' });
  sandbox.act({ do: 'comment', on: newest!.id, text: 'On the next day 🌅' });
  sandbox.act({ do: 'react', on: newest!.id, type: 'PRAISE' });
  sandbox.act({ do: 'delete', post: third!.id });
}
