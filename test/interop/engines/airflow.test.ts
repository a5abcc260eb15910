import { expect } from 'chai';
import { needPostgres, needPrograms, needTools } from '../support/needs.js';
import { Airflow } from './airflow.js';
import { openNorthAndSouth, type Client } from './clients.js';
import { expectCallsOnce, untilShardIsUnderWay } from './kills.js';

describe('a night in Airflow, of two clients in two shards each, on two workers', function () {
  this.timeout(420_000);
  needTools('airflow', 'meltanolabs-postgres');
  needPostgres();
  needPrograms('redis-server');
  let north: Client;
  let south: Client;
  let airflow: Airflow;
  let end: string;
  /** The shard of north whose worker was killed. */
  let killed: string;

  before(async () => {
    ({ north, south } = await openNorthAndSouth());
    airflow = await Airflow.start([north, south]);
    await airflow.startNight('night-1', 2);
    try {
      const { shard, session } = await untilShardIsUnderWay(north, airflow.warehouse);
      killed = shard;
      await airflow.workers.find(({ id }) => id === session)!.kill();
      north.sandbox.set({ latencyMs: 0 });
      end = await airflow.endOf('night-1');
    } catch (error) {
      console.log(await airflow.explain('night-1'));
      throw error;
    }
  });

  after(async () => {
    await airflow?.stop();
    await north?.close();
    await south?.close();
  });

  it('succeeds although a worker is killed: the other one takes over its shards', async () => {
    const tasks = [...(await airflow.tasksOf('night-1'))];
    expect(tasks.filter(([, { state }]) => state !== 'success')).to.deep.equal([]);
    expect(tasks).to.have.length(2 * (2 + 2));
    expect(end).to.equal('success');
  });

  it('only repeats calls whose results a killed shard had not written', async () => {
    await expectCallsOnce(north, airflow.warehouse, 2);
    await expectCallsOnce(south, airflow.warehouse, 2);
    expect(north.repeated().length).to.be.below(north.callsOf(killed) - north.repeated().length);
  });

  it('leaves in the warehouse what LinkedIn knows, with the connection in each row', async () => {
    await north.readAlone();
    await south.readAlone();
    expect(await north.differences(airflow.warehouse)).to.deep.equal([]);
    expect(await south.differences(airflow.warehouse)).to.deep.equal([]);
    expect(await north.saidOf(airflow.warehouse, 'posts')).to.deep.equal(['north']);
  });

  it('merges the states of its shards into that of a run without an engine', async () => {
    expect(await north.stateIn(airflow.warehouse)).to.deep.equal(north.state);
    expect(await south.stateIn(airflow.warehouse)).to.deep.equal(south.state);
  });
});
