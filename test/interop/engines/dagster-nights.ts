import { readFileSync } from 'node:fs';
import type { Client } from './clients.js';
import { Dagster, type Run } from './dagster.js';
import { untilShardIsUnderWay } from './kills.js';
import type { Ends, Nights } from './nights.js';
import { eventually } from './session.js';

/** Nights of clients in Dagster; killing means killing a run's process, so that its steps keep running without it. */
export class DagsterNights implements Nights {
  /** Number of runs before this night. */
  #earlier = 0;

  private constructor(
    readonly clients: readonly Client[],
    readonly dagster: Dagster,
  ) {}

  static async start(clients: readonly Client[], shards: number): Promise<DagsterNights> {
    return new DagsterNights(clients, await Dagster.start(clients, { shards }));
  }

  get warehouse(): Dagster['warehouse'] {
    return this.dagster.warehouse;
  }

  /**
   * The first night starts by itself. A client's last run counts, because the daemon restarts runs that were killed.
   */
  async night(night: number): Promise<Ends> {
    this.#earlier = (await this.dagster.runs()).length;
    if (night > 1) for (const client of this.clients) await this.dagster.startNight(client);
    else this.#earlier = 0;
    try {
      const runs = await eventually('the end of the night', async () => await this.#ended(), 800);
      const last = new Map(runs.map(({ client, status }) => [client, status === 'SUCCESS' ? 'success' : 'failed']));
      return Object.fromEntries(last);
    } catch (error) {
      console.log(await this.dagster.explain());
      throw error;
    }
  }

  /** The runs of this night, once every client has one, all are over, and none will be restarted. */
  async #ended(): Promise<Run[] | null> {
    const runs = await this.#runs();
    const areThere = this.clients.every(({ name }) => runs.some(({ client }) => client === name));
    if (!areThere || runs.some(({ status }) => status !== 'SUCCESS' && status !== 'FAILURE')) return null;
    return (await this.dagster.isQuiet(this.clients)) ? runs : null;
  }

  async #runs(): Promise<Run[]> {
    return (await this.dagster.runs()).slice(this.#earlier);
  }

  tell(client: Client): void {
    this.dagster.tell(client);
  }

  async killOne(client: Client): Promise<void> {
    const { parent } = await untilShardIsUnderWay(client, this.warehouse);
    process.kill(runOf(parent), 'SIGKILL');
  }

  async untilDeferred(client: Client): Promise<void> {
    await eventually(
      `${client.name} is put off`,
      async () => {
        const over = (await this.#runs()).filter((run) => run.client === client.name && run.status === 'SUCCESS');
        const checks = await Promise.all(over.map((run) => this.dagster.checksOf(run)));
        return checks.some((each) => [...each.values()].includes('FAILED'));
      },
      300,
    );
  }

  async saidOf(client: Client): Promise<string> {
    const runs = (await this.#runs()).filter((run) => run.client === client.name);
    return await this.dagster.failuresOf(runs.at(-1)!);
  }

  async stop(): Promise<void> {
    await this.dagster.stop();
  }
}

/** The process of the run that a step belongs to: the parent of the server that its steps are forked from. */
function runOf(step: number): number {
  let id = step;
  while (readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('forkserver')) {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    id = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  }
  if (id === step) throw new Error(`Process ${step} is no step.`);
  return id;
}
