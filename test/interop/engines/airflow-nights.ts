import { Airflow } from './airflow.js';
import type { TaskState } from './airflow-api.js';
import type { Client } from './clients.js';
import { untilShardIsUnderWay } from './kills.js';
import type { Ends, Nights } from './nights.js';
import { eventually } from './session.js';

/** Nights of clients in Airflow; killing means killing only a worker, so that its shard keeps running without it. */
export class AirflowNights implements Nights {
  #night = '';
  #told: Promise<void> = Promise.resolve();

  private constructor(
    readonly clients: readonly Client[],
    readonly airflow: Airflow,
    readonly shards: number,
  ) {}

  static async start(clients: readonly Client[], shards: number): Promise<AirflowNights> {
    return new AirflowNights(clients, await Airflow.start(clients), shards);
  }

  get warehouse(): Airflow['warehouse'] {
    return this.airflow.warehouse;
  }

  async night(night: number): Promise<Ends> {
    await this.#told;
    this.#night = `night-${night}`;
    await this.airflow.startNight(this.#night, this.shards);
    try {
      await this.airflow.endOf(this.#night, 800);
    } catch (error) {
      console.log(await this.airflow.explain(this.#night));
      throw error;
    }
    const tasks = [...(await this.airflow.tasksOf(this.#night))];
    const ends = this.clients.map(({ name }) => {
      const own = tasks.filter(([task]) => task.includes(`.${name}.`));
      return [name, own.every(([, { state }]) => state === 'success') ? 'success' : 'failed'];
    });
    return Object.fromEntries(ends) as Ends;
  }

  tell(client: Client): void {
    this.#told = this.#told.then(async () => await this.airflow.tell(client));
  }

  async killOne(client: Client): Promise<void> {
    const { session } = await untilShardIsUnderWay(client, this.warehouse);
    process.kill(session, 'SIGKILL');
  }

  async untilDeferred(client: Client): Promise<void> {
    const ask = async (): Promise<TaskState[] | false> => {
      const tasks = [...(await this.airflow.tasksOf(this.#night))];
      const own = tasks.filter(([task]) => task.includes(`.${client.name}.sync `)).map(([, task]) => task);
      return own.some(({ state }) => state === 'up_for_reschedule') && own;
    };
    const syncs = await eventually(`${client.name} is deferred`, ask, 300);
    const tries = syncs.map(({ try_number }) => try_number);
    if (tries.some((each) => each > 1)) throw new Error(`A limit has used up tries: ${tries.join(', ')}.`);
  }

  async saidOf(client: Client): Promise<string> {
    const tasks = await this.airflow.tasksOf(this.#night);
    const failed = [...tasks.values()].filter(
      ({ task_id, state }) => task_id.includes(`.${client.name}.`) && state === 'failed',
    );
    return failed.map((task) => this.airflow.logOf(this.#night, task)).join('\n');
  }

  async stop(): Promise<void> {
    await this.airflow.stop();
  }
}
