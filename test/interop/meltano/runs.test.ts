import { expect } from 'chai';
import { startSandbox, type Sandbox } from '../../../src/sandbox/index.js';
import { daysLater, LABS, NOW, settingsOf, TURBINES, urn } from '../../support/sandboxes.js';
import type { Connection } from '../postgres/server.js';
import { needPostgres, needTools } from '../support/needs.js';
import { askPostgres, makeDatabase } from '../support/postgres.js';
import { makeProject, type MeltanoProject } from './project.js';

const SHARES = 'share_statistics_time_bound';
const RUN = ['run', 'tap-linkedin-pages', 'target-postgres'];

/** Like `select` in meltano.yml; loading all streams takes the target ten seconds. */
const SHARES_ONLY = { TAP_LINKEDIN_PAGES__SELECT: JSON.stringify([`${SHARES}.*`]) };

describe('the example project of Meltano, loading into PostgreSQL', () => {
  needTools('meltano', 'meltanolabs-postgres', 'meltanolabs-csv', 'jsonl');
  needPostgres();
  let sandbox: Sandbox;
  let project: MeltanoProject;
  let database: Connection;

  before(async () => {
    sandbox = await startSandbox({ now: NOW, organizations: 2 });
    database = await makeDatabase();
    project = makeProject({ settings: settingsOf(sandbox), connection: database });
  });

  beforeEach(async () => {
    await sql('DROP SCHEMA IF EXISTS linkedin CASCADE');
    await project.run(['state', 'clear', '--force', 'dev:tap-linkedin-pages-to-target-postgres']);
    sandbox.set({ now: NOW, faults: [] });
    sandbox.clearRequests();
  });

  after(async () => {
    await sandbox?.close();
  });

  it('continues from its state: the second run reads new days and those that may be restated, and no row is duplicated', async () => {
    await run(0);
    expect(await days()).to.deep.equal({ [TURBINES]: 10, [LABS]: 10 });
    const first = await project.state('target-postgres');
    expect(first?.bookmarks[SHARES]?.[urn(LABS)]).to.include({ 'timeRange.end': '2026-11-22T00:00:00Z' });
    expect(await tables())
      .to.include('posts')
      .and.not.include('comments');

    sandbox.set({ now: daysLater(1) });
    sandbox.clearRequests();
    await run(0, { TAP_LINKEDIN_PAGES_NOW: daysLater(1) });
    expect(await days()).to.deep.equal({ [TURBINES]: 11, [LABS]: 11 });
    expect(startsAsked()).to.deep.equal([Date.UTC(2026, 10, 15)]);
    const second = await project.state('target-postgres');
    expect(second?.bookmarks[SHARES]?.[urn(LABS)]).to.include({ 'timeRange.end': '2026-11-23T00:00:00Z' });
  });

  it('starts at start_date again with --full-refresh', async () => {
    await run(0, SHARES_ONLY);
    sandbox.clearRequests();
    const [command = '', ...plugins] = RUN;
    const { exitCode } = await project.run([command, '--full-refresh', ...plugins], SHARES_ONLY);
    expect(exitCode).to.equal(0);
    expect(startsAsked()).to.deep.equal([Date.UTC(2026, 10, 12)]);
    expect(await days()).to.deep.equal({ [TURBINES]: 10, [LABS]: 10 });
  });

  it('keeps the state of a run in which one page failed, and the next run fills the gap', async () => {
    const match = { resource: 'organizationalEntityShareStatistics', organization: LABS };
    sandbox.set({ faults: [{ kind: '500', match, times: 'always' }] });
    const failed = await run(1, SHARES_ONLY);
    expect(failed.stderr).to.include('Extractor failed');
    expect(await days()).to.deep.equal({ [TURBINES]: 10 });
    const state = await project.state('target-postgres');
    expect(state?.bookmarks[SHARES]).to.have.all.keys(urn(TURBINES));

    sandbox.set({ faults: [] });
    await run(0, SHARES_ONLY);
    expect(await days()).to.deep.equal({ [TURBINES]: 10, [LABS]: 10 });
  });

  it('continues where a run stopped at a limit', async () => {
    await run(1, { ...SHARES_ONLY, TAP_LINKEDIN_PAGES_MAX_CALLS: '2' });
    await run(0, SHARES_ONLY);
    expect(await days()).to.deep.equal({ [TURBINES]: 10, [LABS]: 10 });
    expect(await project.state('target-postgres')).not.to.have.property('resume');
  });

  async function run(exitCode: number, env?: Record<string, string>): ReturnType<MeltanoProject['run']> {
    const ended = await project.run(RUN, env);
    expect(ended.exitCode, ended.stderr.slice(-3000)).to.equal(exitCode);
    return ended;
  }

  /** Distinct start times of the requested ranges of share statistics. */
  function startsAsked(): number[] {
    const starts = sandbox.requests().flatMap(({ resource, url }) => {
      const [, start] = /timeRange:\(start:(\d+)/.exec(url) ?? [];
      return resource === 'organizationalEntityShareStatistics' && start ? [Number(start)] : [];
    });
    return [...new Set(starts)];
  }

  /** Number of days by organization. */
  async function days(): Promise<Record<string, number>> {
    const rows = await sql(`SELECT organization_id AS id, count(*)::int AS days FROM linkedin.${SHARES} GROUP BY 1`);
    return Object.fromEntries(rows.map(({ id, days: count }) => [String(id), Number(count)]));
  }

  async function tables(): Promise<unknown[]> {
    const rows = await sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'linkedin'");
    return rows.map(({ table_name }) => table_name);
  }

  async function sql(statement: string): Promise<Record<string, unknown>[]> {
    return await askPostgres(database, statement);
  }
});
