import { expect } from 'chai';
import { loadStreams } from '../../../src/streams/load.js';
import { expectedOf, useWholeSync, type WholeSync } from '../support/syncs.js';
import { findDifferences, load, makePlace } from './load.js';
import { needTarget, SETUPS } from './setups.js';
import { spoil, type SpoilerName } from './spoil.js';
import type { Place } from './targets.js';

/** Daily numbers, texts, and a stream without either. */
const SPOILED = ['share_statistics_time_bound', 'posts', 'likes'];

/** What the comparison says about each spoiler, in every stream that it affects. */
const VERDICTS: Readonly<
  Record<SpoilerName, { readonly says: readonly RegExp[]; readonly streams?: readonly string[] }>
> = {
  drop: { says: [/^rows: \d+, expected \d+\.$/, /^keys: /, /^No row: \[/] },
  duplicate: { says: [/^rows: \d+, expected \d+\.$/] },
  invent: { says: [/^rows: /, /^keys: /, /^A row that nobody sent: \[/] },
  number: { says: [/^Sum of \w+: \d+, expected \d+\.$/, /^[\w.]+ of \[.*\]: \d+, expected \d+\.$/] },
  text: { says: [/^commentary(__\w+)? of .*\?.*, expected ".*[^\p{ASCII}]/u], streams: ['posts'] },
  column: { says: [/^There is no column \w+\.$/] },
};

for (const name of ['jsonl', 'meltanolabs-csv, flattening', 'meltanolabs-postgres', 'pipelinewise-postgres']) {
  const setup = SETUPS.find((one) => one.name === name)!;
  describe(`the comparison of what is in ${name}`, () => {
    needTarget(setup);
    let sync: WholeSync;
    let messages: string;

    before(async () => {
      sync = await useWholeSync();
      messages = onlySome(sync.plain.stdout);
    });

    const differencesIn = async (stream: string, place: Place): Promise<string[]> => {
      const entry = loadStreams({ snapshotHistory: false }).find((one) => one.name === stream)!;
      return await findDifferences(entry, { setup, place, records: expectedOf(sync, entry) });
    };

    it('finds nothing wrong if nothing is spoiled', async () => {
      const place = await makePlace(setup);
      await load(setup, messages, place);
      for (const stream of SPOILED) expect(await differencesIn(stream, place), stream).to.deep.equal([]);
    });

    for (const [spoiler, { says, streams = SPOILED }] of Object.entries(VERDICTS)) {
      // The second row replaces the first.
      if (spoiler === 'duplicate' && setup.target.store === 'postgres') continue;
      it(`fails and names the differences after: ${spoiler}`, async () => {
        const place = await makePlace(setup);
        await load(setup, spoil(messages, spoiler), place);
        for (const stream of streams) {
          const differences = await differencesIn(stream, place);
          for (const sentence of says)
            expect(
              differences.some((one) => sentence.test(one)),
              `${stream}: ${differences.join('\n')}`,
            ).to.be.true;
        }
      });
    }
  });
}

function onlySome(messages: string): string {
  const isWanted = (line: string): boolean =>
    line === '' || SPOILED.some((stream) => line.includes(`"stream":"${stream}"`));
  return messages.split('\n').filter(isWanted).join('\n');
}
