import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../../src/package.js';
import { makeFolder } from '../../support/folders.js';
import type { Connection } from '../postgres/server.js';
import { linkPrograms } from '../support/path.js';
import { findFreePort } from '../support/ports.js';
import { makeDatabase } from '../support/postgres.js';
import { installOnce } from '../support/registry.js';
import { environmentOf } from '../tools/environment.js';
import { AirflowApi, type TaskState } from './airflow-api.js';
import type { Client } from './clients.js';
import { startRedis } from './redis.js';
import { eventually, startSession, type Session } from './session.js';

const DAG = 'linkedin_pages';

/** Long enough that a worker on two busy cores does not look dead. */
const HEARTBEAT_SECONDS = 20;

/** Airflow as deployed: its parts, a broker, and workers with separate working folders. */
export class Airflow {
  readonly workers: Session[] = [];
  readonly #parts: Session[] = [];

  private constructor(
    readonly warehouse: Connection,
    readonly api: AirflowApi,
    readonly folder: string,
    readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start(clients: readonly Client[]): Promise<Airflow> {
    const folder = makeFolder();
    const [warehouse, database, port] = [await makeDatabase(), await makeDatabase(), await findFreePort()];
    const redis = await startRedis(folder);
    const shared = workerEnvironment({ database, port, broker: redis.port });
    const airflow = new Airflow(warehouse, new AirflowApi(`http://127.0.0.1:${port}`), folder, shared);
    airflow.#parts.push(redis.session);
    try {
      await airflow.#bringUp(clients, controlEnvironment({ database, port }));
      return airflow;
    } catch (error) {
      const said = [...airflow.#parts, ...airflow.workers].map((part) => `${part.name}:\n${part.said().slice(-1500)}`);
      await airflow.stop();
      throw new Error(`Airflow did not start.\n${said.join('\n')}`, { cause: error });
    }
  }

  async #bringUp(clients: readonly Client[], control: Readonly<Record<string, string>>): Promise<void> {
    const home = this.#makeHome('control', clients);
    const env = { ...this.env, ...control, ...homeVariables(home) };
    await installOnce(program('airflow'), { args: ['db', 'migrate'], cwd: home, env });
    for (const part of ['api-server', 'scheduler', 'dag-processor']) {
      this.#parts.push(await startSession(part, { command: program('airflow'), args: [part], env, folder: home }));
    }
    for (const name of ['w1', 'w2']) this.workers.push(await this.#startWorker(name, clients));
    await eventually('Airflow is healthy', async () => await this.api.isHealthy(), 90);
    await this.#introduce(clients);
    await eventually('the DAG is there', async () => await this.api.knows(DAG), 60);
    await this.api.patch(`dags/${DAG}`, { is_paused: false });
    for (const worker of this.workers) {
      await eventually(`${worker.name} is ready`, async () => worker.said().includes(' ready.'), 60);
    }
  }

  /** A worker shares the broker, database and warehouse with the others, but no folder. */
  async #startWorker(name: string, clients: readonly Client[]): Promise<Session> {
    const home = this.#makeHome(name, clients);
    return await startSession(name, {
      command: program('airflow'),
      args: ['celery', 'worker', '--celery-hostname', `${name}@%h`, '--concurrency', '3', '--skip-serve-logs'],
      env: { ...this.env, ...homeVariables(home) },
      folder: home,
    });
  }

  #makeHome(name: string, clients: readonly Client[]): string {
    const home = join(this.folder, name);
    mkdirSync(home);
    cpSync(fileURLToPath(new URL('examples/airflow/dags', packageRoot)), join(home, 'dags'), { recursive: true });
    rmSync(join(home, 'dags', 'connections'), { recursive: true, force: true });
    for (const client of clients) client.writeTo(join(home, 'dags', 'connections'));
    return home;
  }

  /** Sets up what docs/airflow.md asks for: the connections, and a pool for each app. */
  async #introduce(clients: readonly Client[]): Promise<void> {
    const { host, port, user, password, database } = this.warehouse;
    const warehouse = { connection_id: 'warehouse', conn_type: 'postgres', host, port, login: user, password };
    await this.api.post('connections', { ...warehouse, schema: database });
    for (const client of clients) {
      await this.api.post('connections', {
        connection_id: `linkedin_${client.name}`,
        conn_type: 'generic',
        extra: JSON.stringify(client.secrets),
      });
    }
    for (const app of new Set(clients.map(({ options }) => options.app))) {
      await this.api.post('pools', { name: `linkedin_${app}`, slots: 4, description: 'Shards of one app at once' });
    }
  }

  /** Updates a client's secrets. */
  async tell(client: Client): Promise<void> {
    const id = `linkedin_${client.name}`;
    await this.api.patch(`connections/${id}`, {
      connection_id: id,
      conn_type: 'generic',
      extra: JSON.stringify(client.secrets),
    });
  }

  async startNight(night: string, shards: number): Promise<void> {
    await this.api.post(`dags/${DAG}/dagRuns`, { dag_run_id: night, logical_date: null, conf: { shards } });
  }

  /** Waits for the end of a night, and returns how it ended. */
  async endOf(night: string, seconds = 240): Promise<string> {
    return await eventually(
      `the end of ${night}`,
      async () => {
        const { state } = await this.api.get<{ state: string }>(`dags/${DAG}/dagRuns/${night}`);
        return state === 'success' || state === 'failed' ? state : null;
      },
      seconds,
    );
  }

  /** The tasks of a night, by names such as `agency.north.sync 1`. */
  async tasksOf(night: string): Promise<Map<string, TaskState>> {
    return await this.api.tasks(`dags/${DAG}/dagRuns/${night}`);
  }

  /** The log of a task's last try, on whichever worker. */
  logOf(night: string, task: TaskState): string {
    const { task_id, map_index, try_number } = task;
    const index = map_index < 0 ? [] : [`map_index=${map_index}`];
    const place = [`dag_id=${DAG}`, `run_id=${night}`, `task_id=${task_id}`, ...index, `attempt=${try_number}.log`];
    const files = ['w1', 'w2'].map((worker) => join(this.folder, worker, 'logs', ...place));
    return files.flatMap((file) => (existsSync(file) ? [readFileSync(file, 'utf8')] : [])).join('\n');
  }

  /** Details about a night that did not go as expected. */
  async explain(night: string): Promise<string> {
    const tasks = [...(await this.tasksOf(night))];
    const logs = tasks.flatMap(([, { state }], index) =>
      state === 'failed' || state === 'up_for_retry' ? [index] : [],
    );
    const said = logs.map(
      (index) =>
        `${tasks[index]![0]}: ${this.logOf(night, tasks[index]![1])
          .match(/"exc_value":"(?:[^"\\\\]|\\\\.)*"/g)
          ?.join(' ')}`,
    );
    const parts = [...this.workers, ...this.#parts].map((part) => `${part.name}:\n${part.said().slice(-300)}`);
    return [
      ...tasks.map(([name, { state, try_number }]) => `${name} ${state} try ${try_number}`),
      ...said,
      ...parts,
    ].join('\n');
  }

  async stop(): Promise<void> {
    for (const part of [...this.workers, ...this.#parts.toReversed()]) await part.kill();
  }
}

const program = (name: string): string => join(environmentOf('airflow'), 'bin', name);

const homeVariables = (home: string): Record<string, string> => ({
  AIRFLOW_HOME: home,
  HOME: home,
  AIRFLOW__CORE__DAGS_FOLDER: join(home, 'dags'),
});

interface Addresses {
  readonly database: Connection;
  readonly port: number;
}

function workerEnvironment({
  database,
  port,
  broker,
}: Addresses & { readonly broker: number }): Record<string, string> {
  const path = linkPrograms(makeFolder());
  const { user, password, host, port: dbPort, database: name } = database;
  return {
    PATH: [path, join(environmentOf('airflow'), 'bin')].join(delimiter),
    LANG: 'C.UTF-8',
    AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
    AIRFLOW__CORE__EXECUTOR: 'CeleryExecutor',
    AIRFLOW__CORE__EXECUTION_API_SERVER_URL: `http://127.0.0.1:${port}/execution/`,
    AIRFLOW__CELERY__BROKER_URL: `redis://127.0.0.1:${broker}/0`,
    AIRFLOW__CELERY__RESULT_BACKEND: `db+postgresql://${user}:${password}@${host}:${dbPort}/${name}`,
    AIRFLOW__WORKERS__MIN_HEARTBEAT_INTERVAL: '2',
    AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT: String(HEARTBEAT_SECONDS),
    LINKEDIN_SCHEDULE: '',
    LINKEDIN_LEASE_SECONDS: '15',
    LINKEDIN_SEGMENT_SECONDS: '5',
    LINKEDIN_RETRY_SECONDS: '2',
    LINKEDIN_AGAIN_SECONDS: '5',
  };
}

function controlEnvironment({ database, port }: Addresses): Record<string, string> {
  const { user, password, host, port: dbPort, database: name } = database;
  return {
    AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: `postgresql+psycopg2://${user}:${password}@${host}:${dbPort}/${name}`,
    AIRFLOW__API__HOST: '127.0.0.1',
    AIRFLOW__API__PORT: String(port),
    AIRFLOW__API__WORKERS: '1',
    AIRFLOW__API__BASE_URL: `http://127.0.0.1:${port}`,
    AIRFLOW__API__SECRET_KEY: 'a-key-of-the-suite',
    AIRFLOW__API_AUTH__JWT_SECRET: 'a-secret-of-the-suite-'.repeat(4),
    AIRFLOW__CORE__FERNET_KEY: Buffer.alloc(32, 'suite').toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
    AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_ALL_ADMINS: 'True',
    AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL: '5',
    AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL: '30',
    AIRFLOW__SCHEDULER__TASK_INSTANCE_HEARTBEAT_TIMEOUT_DETECTION_INTERVAL: '2',
  };
}
