import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../src/cli/main.js';
import { campaign, seedsFrom, within } from './campaign.js';
import { makeMistake, MISTAKES } from './mutants.js';

/** Seeds that once lost something, with what that was. */
const ONCE_LOST = new Map([[91, 'days of a video whose post was edited after more than a year']]);
/** If lives are drawn differently than before, a mistake may only show within this many seeds after its own. */
const PATIENCE = 60;

describe('lives of many eventful nights', function () {
  this.timeout(300_000);
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'tap-linkedin-pages-mistakes-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('lose nothing and invent nothing', async () => {
    const { failed } = await campaign(seedsFrom(1001, 12), { run: within(main) });
    expect(failed.map(({ life, outcome }) => [life.seed, outcome.problems[0]])).to.deep.equal([]);
  });

  for (const [seed, what] of ONCE_LOST) {
    it(`no longer lose ${what}`, async () => {
      const { failed } = await campaign([seed], { run: within(main) });
      expect(failed.flatMap(({ outcome }) => outcome.problems)).to.deep.equal([]);
    });
  }

  for (const mistake of MISTAKES) {
    it(`reveal a planted mistake: ${mistake.title}`, async () => {
      const run = within(await makeMistake(mistake, folder));
      const onLife = (_life: unknown, { problems }: { problems: readonly string[] }): boolean => problems.length === 0;
      const { failed } = await campaign(seedsFrom(mistake.seed, PATIENCE), { run, onLife });
      expect(failed).not.to.be.empty;
    });
  }
});
