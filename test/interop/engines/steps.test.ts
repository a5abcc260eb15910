import { expect } from 'chai';
import type { Connection } from '../postgres/server.js';
import { needPostgres, needTools } from '../support/needs.js';
import { askPostgres, makeDatabase } from '../support/postgres.js';
import { Client } from './clients.js';
import { eventually, signalSession } from './session.js';
import { Night, type Planned } from './steps.js';

describe('the steps of a night in the examples for engines', () => {
  needTools('dagster', 'meltanolabs-postgres');
  needPostgres();
  let client: Client;
  let warehouse: Connection;
  let night: Night;

  beforeEach(async () => {
    client = await Client.open({ app: 'agency', name: 'north', pages: 3, first: 104700001, latencyMs: 1000 });
    warehouse = await makeDatabase();
    night = new Night(client, warehouse);
  });

  afterEach(async () => {
    await client.close();
  });

  it('read all shards into one warehouse and merge their states', async () => {
    client.sandbox.set({ latencyMs: 0 });
    const planned = await night.plan(2);
    const outcomes = await Promise.all(planned.map((each) => night.sync(each).answer));
    expect(outcomes.map(({ exit_code }) => exit_code)).to.deep.equal([0, 0]);
    await night.merge();
    expect(client.repeated()).to.deep.equal([]);
    await expectTruth();
    expect(await client.stateIn(warehouse)).to.deep.equal(client.state);
  });

  it('continue a killed shard from the last state that it wrote', async () => {
    const [planned] = await night.plan(1);
    const first = night.sync(planned!);
    await stateOut();
    await signalSession(first.child.pid!, 'KILL');
    await first.answer.catch(() => {});
    const callsBefore = client.sandbox.requests().length;
    expect(await night.sync(planned!).answer).to.have.property('held');
    await ownLeaseOver();
    client.sandbox.set({ latencyMs: 0 });
    expect(await night.sync(planned!).answer).to.have.property('exit_code', 0);
    await night.merge();
    expect(client.repeated().length).to.be.below(callsBefore / 2);
    await expectTruth();
  });

  it('leave nothing running after a worker is killed: tap and target end with it', async () => {
    const [planned] = await night.plan(1);
    const first = night.sync(planned!);
    await eventually('the tap makes calls', async () => client.sandbox.requests().length > 2);
    first.child.kill('SIGKILL');
    await first.answer.catch(() => {});
    await eventually('the session is empty', async () => await isEmpty(first.child.pid!), 5);
  });

  it('refuse what an orphan writes once another run has its lease', async () => {
    const [planned] = await night.plan(1);
    const orphan = night.sync(planned!);
    await stateOut();
    await signalSession(orphan.child.pid!, 'STOP');
    await ownLeaseOver();
    client.sandbox.set({ latencyMs: 0 });
    expect(await night.sync(planned!).answer).to.have.property('exit_code', 0);
    const rows = await rowsOf();
    await signalSession(orphan.child.pid!, 'CONT');
    const end = await orphan.answer.catch((error: unknown) => String(error));
    expect(JSON.stringify(end)).to.match(/Another run|AdminShutdown|terminat/);
    await night.merge();
    expect(await rowsOf()).to.deep.equal(rows);
    await expectTruth();
    expect(await client.stateIn(warehouse)).to.deep.equal(client.state);
  });

  it('let a second run wait for an orphan that is still running, and read nothing again', async () => {
    const [planned] = await night.plan(1);
    client.sandbox.set({ latencyMs: 200 });
    const orphan = night.sync(planned!);
    await eventually('the tap makes calls', async () => client.sandbox.requests().length > 2);
    expect(await night.sync(planned!).answer).to.have.property('held');
    expect(await night.merge()).to.have.property('held');
    expect(await orphan.answer).to.have.property('exit_code', 0);
    expect(await night.sync(planned!).answer).to.have.property('exit_code', 0);
    expect(client.repeated()).to.deep.equal([]);
    await night.merge();
    await expectTruth();
  });

  it('keep what was read if the tap fails, and refuse to write once the night is over', async () => {
    client.sandbox.set({
      latencyMs: 0,
      faults: [{ kind: 'status', status: 403, match: { resource: 'posts' } }] as never,
    });
    const [planned] = (await night.plan(1)) as [Planned];
    const outcome = await night.sync(planned).answer;
    expect(outcome).to.have.property('exit_code', 1);
    expect(outcome.said!.join(' ')).to.include('posts');
    expect((await night.merge())['1/1']).to.have.property('exit_code', 1);
    expect(await night.sync(planned).answer).to.have.property('lost');
    client.sandbox.set({ faults: [] });
    const again = await night.plan(1);
    expect(await night.sync(again[0]!).answer).to.have.property('exit_code', 0);
    await night.merge();
    await expectTruth();
  });

  /** Waits until the store has a state whose rows are in the warehouse. */
  async function stateOut(): Promise<void> {
    const ask = 'SELECT FROM linkedin_runs.shard WHERE state IS NOT NULL';
    await eventually('a state is out', async () => (await askPostgres(warehouse, ask)).length > 0);
  }

  async function ownLeaseOver(): Promise<void> {
    const ask = 'SELECT FROM linkedin_runs.shard WHERE lease_ends <= now()';
    await eventually('the lease is over', async () => (await askPostgres(warehouse, ask)).length > 0);
  }

  async function rowsOf(): Promise<unknown> {
    return await askPostgres(warehouse, 'SELECT * FROM linkedin_north.posts ORDER BY id');
  }

  async function expectTruth(): Promise<void> {
    await client.readAlone();
    expect(await client.differences(warehouse)).to.deep.equal([]);
  }
});

async function isEmpty(session: number): Promise<boolean> {
  const { runProgram } = await import('../support/program.js');
  return (await runProgram('pgrep', { args: ['-s', String(session)] })).stdout === '';
}
