import { expect } from 'chai';
import { needPostgres, needProgram, needTools } from '../support/needs.js';
import { askPostgres } from '../support/postgres.js';
import { Airflow } from './airflow.js';
import { Client } from './clients.js';
import { eventually } from './session.js';

const TOOLS = ['airflow', 'meltanolabs-postgres'] as const;

describe('a night in Airflow, with two clients in two shards each', function () {
  this.timeout(420_000);
  needTools(...TOOLS);
  needPostgres();
  needProgram('redis-server');
  let clients: Client[];
  let airflow: Airflow;
  let end: string;

  before(async () => {
    clients = [
      await Client.open({ app: 'agency', name: 'north', pages: 12, first: 104700001, latencyMs: 700, discovers: true }),
      await Client.open({ app: 'agency', name: 'south', pages: 4, first: 104800001 }),
    ];
    airflow = await Airflow.start(clients);
    await airflow.startNight('night-1', 2);
    try {
      await killWorker(airflow, 'north');
      end = await airflow.endOf('night-1');
    } catch (error) {
      console.log(await airflow.explain('night-1'));
      throw error;
    }
  });

  after(async () => {
    await airflow?.stop();
    for (const client of clients ?? []) await client.close();
  });

  it('ends well although a worker was killed', async () => {
    const tasks = await airflow.tasksOf('night-1');
    expect([...tasks].map(([name, { state }]) => `${name} ${state}`)).to.satisfy((all: string[]) =>
      all.every((each) => each.endsWith(' success')),
    );
    expect(end).to.equal('success');
  });

  it('asks LinkedIn for nothing twice but what the killed shard had not put out', () => {
    expect(clients[1]!.repeated()).to.deep.equal([]);
    const repeated = clients[0]!.repeated();
    console.log(`      repeated: ${repeated.length} of ${clients[0]!.sandbox.requests().length}`);
  });

  it('leaves in the warehouse what LinkedIn knows', async () => {
    for (const client of clients) await client.readAlone();
    const differences = await Promise.all(clients.map((client) => client.differences(airflow.warehouse)));
    expect(differences.flat()).to.deep.equal([]);
  });
});

/** Kills the worker that has a shard which has put out a state and is not done, with all that runs on it. */
export async function killWorker(airflow: Airflow, name: string): Promise<{ worker: string; shard: string }> {
  const shard = await eventually(
    `a shard of ${name} has put out a state`,
    async () =>
      (
        await askPostgres(
          airflow.warehouse,
          `SELECT shard FROM linkedin_runs.shard WHERE connection = '${name}' AND holder IS NOT NULL AND state IS NOT NULL`,
        ).catch(() => [])
      )[0]?.['shard'] as string | undefined,
    60,
  );
  const tasks = await airflow.tasksOf('night-1');
  const index = Number(shard.split('/')[0]) - 1;
  const task = [...tasks].find(([id]) => id.endsWith(`${name}.sync ${index}`))![1];
  const worker = airflow.workers.find((each) => task.hostname.includes(each.name)) ?? airflow.workers[0]!;
  console.log(`      kills ${worker.name}, which has shard ${shard} of ${name} (${task.hostname})`);
  await worker.kill();
  return { worker: worker.name, shard };
}
