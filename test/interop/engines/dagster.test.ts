import { expect } from 'chai';
import { FAMILIES } from '../../../src/streams/families.js';
import { needPostgres, needTools } from '../support/needs.js';
import { openNorthAndSouth, type Client } from './clients.js';
import { Dagster, type Run } from './dagster.js';
import { expectCallsOnce, untilShardIsUnderWay } from './kills.js';

describe('a night in Dagster, of two clients in two shards each', function () {
  this.timeout(420_000);
  needTools('dagster', 'meltanolabs-postgres');
  needPostgres();
  let north: Client;
  let south: Client;
  let dagster: Dagster;
  let runs: Run[];
  let killed: string;

  before(async () => {
    ({ north, south } = await openNorthAndSouth());
    dagster = await Dagster.start([north, south], { shards: 2 });
    try {
      const { shard, parent } = await untilShardIsUnderWay(north, dagster.warehouse);
      killed = shard;
      process.kill(parent, 'SIGKILL');
      north.sandbox.set({ latencyMs: 0 });
      runs = await dagster.endOf(2);
    } catch (error) {
      console.log(await dagster.explain());
      throw error;
    }
  });

  after(async () => {
    await dagster?.stop();
    await north?.close();
    await south?.close();
  });

  it('starts by itself for new connections, and succeeds although a shard is killed', async () => {
    expect(runs.map(({ client, status }) => `${client} ${status}`)).to.have.members(['north SUCCESS', 'south SUCCESS']);
  });

  it('checks that each family of streams is complete', async () => {
    for (const run of runs) {
      const checks = await dagster.checksOf(run);
      expect(checks.size).to.equal(FAMILIES.length);
      expect([...new Set(checks.values())]).to.deep.equal(['SUCCEEDED']);
    }
  });

  it('only repeats calls whose results a killed shard had not written', async () => {
    await expectCallsOnce(north, dagster.warehouse, 2);
    await expectCallsOnce(south, dagster.warehouse, 2);
    expect(north.repeated().length).to.be.below(north.callsOf(killed) - north.repeated().length);
  });

  it('leaves in the warehouse what LinkedIn knows, and the merged state of the shards', async () => {
    for (const client of [north, south]) {
      await client.readAlone();
      expect(await client.differences(dagster.warehouse)).to.deep.equal([]);
      expect(await client.stateIn(dagster.warehouse)).to.deep.equal(client.state);
    }
  });
});
