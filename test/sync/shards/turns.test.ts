import { expect } from 'chai';
import * as fc from 'fast-check';
import type { StateValue } from '../../../src/singer/state.js';
import { select } from '../../support/catalogs.js';
import { daysLater, settingsOf, useSandbox } from '../../support/sandboxes.js';
import { callsApart, mergeRuns, runShards } from './support.js';

const IDS = Array.from({ length: 12 }, (_, place) => 2001 + place);
/** At four calls a night, three nights would do if nothing changed and nothing was killed. */
const NIGHTS = 7;
/** The night on which one of several shards is killed before it has written a STATE. */
const BAD_NIGHT = 2;

describe('a limit that is always too small', () => {
  const start = useSandbox();

  it('gives each page its turn, even if the number of shards changes every night and one is killed at times', async function () {
    this.timeout(60_000);
    const sandbox = await start({ organizations: IDS.map((id) => ({ id })), restate: false });
    const catalog = select('total_follower_count');
    const nights = fc.array(
      fc.record({ count: fc.integer({ min: 1, max: 4 }), killed: fc.integer({ min: 1, max: 4 }) }),
      {
        minLength: NIGHTS,
        maxLength: NIGHTS,
      },
    );
    await fc.assert(
      fc.asyncProperty(nights, async (plan) => {
        let state: StateValue = { bookmarks: {} };
        const waiting = new Set(IDS);
        for (const [night, { count, killed }] of plan.entries()) {
          const config = settingsOf(sandbox, {
            organization_ids: IDS,
            now: daysLater(night),
            max_calls: Math.max(1, Math.floor(4 / count)),
            max_concurrency: 1,
          });
          const runs = await runShards({ config, catalog, state }, count);
          for (const run of runs) {
            for (const record of run.records('total_follower_count')) waiting.delete(Number(record['organization_id']));
          }
          const isBad = night === BAD_NIGHT && count > 1;
          state = mergeRuns(
            state,
            runs.filter((_, place) => !isBad || place + 1 !== killed),
          );
        }
        expect([...waiting]).to.deep.equal([]);
      }),
      { numRuns: 5 },
    );
  });

  it('repeats no call on the same day in shards that continue, even those that had finished', async () => {
    const sandbox = await start({ organizations: IDS.map((id) => ({ id })), restate: false });
    const catalog = select('total_follower_count', 'share_statistics');
    const config = settingsOf(sandbox, { organization_ids: IDS });
    const [, ...others] = await runShards({ config, catalog }, 3);
    const [first] = await runShards({ config: { ...config, max_calls: 3 }, catalog }, 3);
    expect(first!.exitCode).to.equal(3);
    const state = mergeRuns({ bookmarks: {} }, [first!, ...others]);
    sandbox.clearRequests();
    const again = await runShards({ config, catalog, state }, 2);
    expect(again.map(({ exitCode }) => exitCode)).to.deep.equal([0, 0]);
    const size = new Set(first!.records('total_follower_count').map((record) => record['organization_id'])).size;
    expect(size).to.be.above(0);
    expect(callsApart(sandbox)).to.have.length(callsLeft(state));
    expect(mergeRuns(state, again)).to.deep.equal({ bookmarks: {} });
  });
});

/** Number of calls, two per page, that the state does not list as done. */
function callsLeft(state: StateValue): number {
  const { completed } = state['resume'] as { completed: Record<string, { streams: Record<string, string[]> }> };
  const [day] = Object.values(completed);
  const done = Object.values(day!.streams).reduce((sum, { length }) => sum + length, 0);
  expect(done).to.be.within(1, 2 * IDS.length - 1);
  return 2 * IDS.length - done;
}
