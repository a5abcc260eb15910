import { expect } from 'chai';
import { DAY_MS } from '../../../src/clock.js';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { select } from '../../support/catalogs.js';
import { upsert, type TapRun } from '../../support/output.js';
import { callsOf, NOW, settingsOf, useSandbox } from '../../support/sandboxes.js';
import { runTap } from '../../support/tap.js';

/** Streams that take one call each per organization. */
const ORGANIZATION_STREAMS = [
  'total_follower_count',
  'follower_statistics',
  'follower_statistics_time_bound',
  'share_statistics',
  'share_statistics_time_bound',
  'page_statistics',
  'page_statistics_time_bound',
];
const SHARES = 'organizationalEntityShareStatistics';

describe('runs that stop at a limit, one per day', () => {
  const start = useSandbox();

  it('of max_calls 40 complete 20 pages in the days needed at 39 calls each', async () => {
    const sandbox = await start({ organizations: 20, restate: false });
    const catalog = select(...ORGANIZATION_STREAMS);
    const whole = await runTap({ config: settingsFor(sandbox), catalog });
    // One call per run is for the roles.
    const days = Math.ceil((20 * ORGANIZATION_STREAMS.length) / (40 - 1));
    const runs = await runDaily(sandbox, { days, settings: { max_calls: 40 }, catalog });
    expect(missing(whole, runs.slice(0, -1)), 'after a day less').not.to.be.empty;
    expect(missing(whole, runs)).to.deep.equal([]);
  });

  it('of max_calls 40 complete 20 pages with their posts and all names', async () => {
    const sandbox = await start({ organizations: 20, restate: false });
    const whole = await runTap({ config: settingsFor(sandbox) });
    const lists = callsOf(sandbox).filter((call) =>
      /^(organizationAcls|organizations|functions|seniorities|industry)/.test(call),
    );
    const posts = callsOf(sandbox).length - lists.length - 20 * ORGANIZATION_STREAMS.length;
    // Each day reads the lists again, and also the page in whose posts the previous day stopped.
    const anew = lists.length + Math.floor(posts / 20);
    const days = Math.ceil((callsOf(sandbox).length - lists.length) / (40 - anew));
    const runs = await runDaily(sandbox, { days, settings: { max_calls: 40 } });
    expect(missing(whole, runs)).to.deep.equal([]);
  });

  for (const max_calls of [12, 20]) {
    it(`of max_calls ${max_calls} read every geo and the names of all rows`, async () => {
      const sandbox = await start({ organizations: 20, restate: false });
      const catalog = select('follower_counts_by_geo', 'page_statistics_by_geo', 'geos', 'share_statistics');
      const whole = await runTap({ config: settingsFor(sandbox), catalog });
      const lookUps = callsOf(sandbox).filter((call) => call.startsWith('geo ')).length;
      // A day looks up no more geos than a whole run. Two more calls: the roles, and the last answer of the previous
      // day, for whose geos no call was left.
      const days = Math.ceil((20 * 3) / (max_calls - lookUps - 2));
      const runs = await runDaily(sandbox, { days, settings: { max_calls }, catalog });
      expect(missing(whole, runs)).to.deep.equal([]);
      const come = upsert(...runs);
      const named = [...upsert(whole)].filter(([, { geo_name }]) => typeof geo_name === 'string');
      expect(named).not.to.be.empty;
      expect(named.filter(([key, { geo_name }]) => come.get(key)!['geo_name'] !== geo_name)).to.deep.equal([]);
    });
  }

  it('reach the pages after those that are refused', async () => {
    const ids = [1001, 1002, 1003, 1004];
    const sandbox = await start({
      organizations: ids.map((id) => (id < 1003 ? { id, role: null } : { id })),
      restate: false,
    });
    const catalog = select('share_statistics');
    // A day is enough for one page or, if it is refused, for finding out why.
    const settings = { organization_ids: ids, max_calls: 2 };
    const runs = await runDaily(sandbox, { days: ids.length, settings, catalog });
    const read = runs.flatMap((run) => run.records('share_statistics').map((row) => row['organization_id']));
    expect(read).to.include.members([1003, 1004]);
  });

  // Parallel calls can overtake each other: then chance decides which three are answered on a day.
  for (const { concurrency, days } of [
    { concurrency: 1, days: 4 },
    { concurrency: 8, days: 8 },
  ]) {
    it(`of one resource reach each page in turn, whatever other resources do: ${concurrency} at once`, async () => {
      const sandbox = await start({ organizations: 6, restate: false });
      const catalog = select('share_statistics', 'share_statistics_time_bound', 'total_follower_count');
      const whole = await runTap({ config: settingsFor(sandbox), catalog });
      sandbox.set({ quota: { [SHARES]: { member: 3 } } });
      // Two calls per page, three per day.
      const runs = await runDaily(sandbox, { days, from: 1, catalog, settings: { max_concurrency: concurrency } });
      expect(new Set(runs.map(({ exitCode }) => exitCode))).to.deep.equal(new Set([3]));
      for (const run of runs) expect(run.records('total_follower_count')).to.have.length(6);
      expect(missing(whole, runs.slice(0, 3)), 'after three days').not.to.be.empty;
      expect(missing(whole, runs)).to.deep.equal([]);
    });
  }

  it('reach the pages after one that takes more than a whole run', async () => {
    const sandbox = await start({
      organizations: [{ id: 1001, posts: 900 }, { id: 1002 }, { id: 1003 }, { id: 1004 }],
      restate: false,
    });
    const catalog = select('posts', 'post_statistics');
    const runs = await runDaily(sandbox, { days: 3, settings: { max_calls: 12 }, catalog });
    const read = runs.flatMap((run) => run.records('post_statistics').map((row) => row['organization_id']));
    expect(read).to.include.members([1002, 1003, 1004]);
    for (const id of [1002, 1003, 1004]) {
      expect(runs.at(-1)!.state.bookmarks['posts'], String(id)).to.have.property(`urn:li:organization:${id}`);
    }
  });

  it('continue with the others if the one that comes first is removed', async () => {
    const ids = [1001, 1002, 1003, 1004];
    const sandbox = await start({ organizations: ids.map((id) => ({ id })) });
    const catalog = select('total_follower_count');
    const config = { organization_ids: ids, max_calls: 2, max_concurrency: 1 };
    const first = await runTap({ config: settingsOf(sandbox, config), catalog });
    sandbox.set({ now: dayAfterNow(1) });
    const others = [ids[0], ids[1], ids[3]];
    const settings = settingsOf(sandbox, { ...config, organization_ids: others, max_calls: 3 });
    const second = await runTap({ config: settings, catalog, state: first.state });
    expect(second.exitCode).to.equal(0);
    expect(second.records('total_follower_count').map((row) => row['organization_id'])).to.have.members(others);
  });
});

const dayAfterNow = (days: number): number => Date.parse(NOW) + days * DAY_MS;

/** Settings with a fixed first day, whatever the day of the run. */
const settingsFor = (sandbox: Sandbox, settings: object = {}): object =>
  settingsOf(sandbox, { start_date: '2026-11-12', ...settings });

/** One run per day, each from the previous one's state. */
async function runDaily(
  sandbox: Sandbox,
  at: { days: number; from?: number; catalog?: object; settings?: object },
): Promise<TapRun[]> {
  const { days, from = 0, catalog, settings = {} } = at;
  const runs: TapRun[] = [];
  for (let day = 0; day < days; day += 1) {
    sandbox.set({ now: dayAfterNow(from + day) });
    const state = runs.at(-1)?.state ?? {};
    runs.push(await runTap({ config: settingsFor(sandbox, settings), catalog, state }));
  }
  return runs;
}

/** Keys of what one undisturbed run reads but these together do not. */
function missing(whole: TapRun, runs: readonly TapRun[]): string[] {
  const come = upsert(...runs);
  return [...upsert(whole).keys()].filter((key) => !come.has(key));
}
