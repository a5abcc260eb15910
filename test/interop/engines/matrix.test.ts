import { expect } from 'chai';
import { needPostgres, needPrograms, needTools } from '../support/needs.js';
import { AirflowNights } from './airflow-nights.js';
import { Client } from './clients.js';
import { DagsterNights } from './dagster-nights.js';
import { expectCallsOnce } from './kills.js';
import type { Nights } from './nights.js';

const SHARDS = 3;

const ENGINES = {
  airflow: async (clients: readonly Client[]): Promise<Nights> => await AirflowNights.start(clients, SHARDS),
  dagster: async (clients: readonly Client[]): Promise<Nights> => await DagsterNights.start(clients, SHARDS),
};

if (process.env['INTEROP_ENGINES'] === 'full') {
  for (const [engine, start] of Object.entries(ENGINES)) {
    describe(`four nights in ${engine}, of three clients in three shards each`, function () {
      this.timeout(1_200_000);
      needTools(engine as keyof typeof ENGINES, 'meltanolabs-postgres');
      needPostgres();
      if (engine === 'airflow') needPrograms('redis-server');
      let clients: Client[];
      let nights: Nights;

      before(async () => {
        clients = [
          await Client.open({ app: 'agency', name: 'north', pages: 9, first: 104700001, discovers: true }),
          await Client.open({ app: 'agency', name: 'south', pages: 4, first: 104800001 }),
          await Client.open({ app: 'house', name: 'east', pages: 4, first: 104900001 }),
        ];
        nights = await start(clients);
      });

      after(async () => {
        await nights?.stop();
        for (const client of clients ?? []) await client.close();
      });

      it('the first: everything that LinkedIn has', async () => {
        expect(await nights.night(1)).to.deep.equal({ north: 'success', south: 'success', east: 'success' });
        await expectTruth(...clients);
      });

      it('the second: one is killed during its run, and another’s token has expired', async () => {
        const [north, south, east] = begin(2);
        south.sandbox.set({ token: { access: 'expired' } });
        // Slow enough to be killed during a run, after its first state.
        north.sandbox.set({ latencyMs: 900 });
        const ends = nights.night(2);
        await nights.killOne(north);
        north.sandbox.set({ latencyMs: 0 });
        expect(await ends).to.deep.equal({ north: 'success', south: 'failed', east: 'success' });
        expect(await nights.saidOf(south)).to.include('access token has expired');
        await expectTruth(north, east);
      });

      it('the third: one reaches its daily limit, is reported as deferred, and continues the next day', async () => {
        const [north, , east] = begin(3);
        east.sandbox.set({ quota: { organizationPageStatistics: { app: 3 } } });
        const ends = nights.night(3);
        await nights.untilDeferred(east);
        east.sandbox.set({ quota: { organizationPageStatistics: null } });
        expect(await ends).to.deep.equal({ north: 'success', south: 'failed', east: 'success' });
        await expectTruth(north, east);
      });

      it('the fourth: with a new token, everything missing is read', async () => {
        const [, south] = begin(4);
        south.sandbox.set({ token: { access: 'valid' } });
        expect(await nights.night(4)).to.deep.equal({ north: 'success', south: 'success', east: 'success' });
        await expectTruth(...clients);
      });

      /** Lets a day pass, and clears the request logs. */
      function begin(night: number): [Client, Client, Client] {
        for (const client of clients) {
          client.liveUntil(night);
          client.sandbox.clearRequests();
          nights.tell(client);
        }
        return clients as [Client, Client, Client];
      }

      /** Expects the warehouse to hold what these clients' LinkedIn knows, and nothing to have been requested twice. */
      async function expectTruth(...healthy: readonly Client[]): Promise<void> {
        for (const client of healthy) {
          await expectCallsOnce(client, nights.warehouse, SHARDS);
          const calls = client.sandbox.requests().length;
          console.log(`        ${client.name}: ${calls} calls, ${client.repeated().length} of them again`);
          await client.readAlone();
          expect(await client.differences(nights.warehouse)).to.deep.equal([]);
          expect(await client.stateIn(nights.warehouse)).to.deep.equal(client.state);
        }
      }
    });
  }
}
