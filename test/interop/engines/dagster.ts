import { copyFileSync, mkdirSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../../src/package.js';
import { makeFolder } from '../../support/folders.js';
import type { Connection } from '../postgres/server.js';
import { linkPrograms } from '../support/path.js';
import { askPostgres, makeDatabase, postgresVariables } from '../support/postgres.js';
import { runProgram } from '../support/program.js';
import { environmentOf, programOf } from '../tools/environment.js';
import type { Client } from './clients.js';
import { eventually, startSession, type Session } from './session.js';

/** A Dagster run: one client's night. */
export interface Run {
  readonly id: string;
  readonly client: string;
  readonly status: string;
}

/** Dagster as deployed without its web server: a daemon, which starts the runs, and a database. */
export class Dagster {
  #daemon: Session | undefined;

  private constructor(
    readonly warehouse: Connection,
    readonly folder: string,
    readonly database: Connection,
    readonly env: Readonly<Record<string, string>>,
  ) {}

  static async start(clients: readonly Client[], { shards }: { readonly shards: number }): Promise<Dagster> {
    const folder = makeFolder();
    const [warehouse, database] = [await makeDatabase(), await makeDatabase()];
    const dagster = new Dagster(warehouse, folder, database, makeEnvironment({ folder, warehouse, database, shards }));
    cpSync(fileURLToPath(new URL('examples/dagster', packageRoot)), folder, { recursive: true });
    rmSync(join(folder, 'connections'), { recursive: true, force: true });
    for (const directory of ['home', 'secrets', 'connections']) mkdirSync(join(folder, directory));
    copyFileSync(join(folder, 'dagster.yaml'), join(folder, 'home', 'dagster.yaml'));
    for (const client of clients) dagster.add(client);
    dagster.#daemon = await startSession('daemon', {
      command: programOf('dagster', 'dagster-daemon'),
      args: ['run', '-f', 'definitions.py'],
      env: dagster.env,
      folder,
    });
    return dagster;
  }

  /** Adds a connection where the sensor looks. */
  add(client: Client): void {
    this.tell(client);
    client.writeTo(join(this.folder, 'connections'));
  }

  tell(client: Client): void {
    writeFileSync(join(this.folder, 'secrets', `${client.name}.json`), JSON.stringify(client.secrets));
  }

  /** Starts a client's night, as its schedule would. */
  async startNight({ name, options }: Client): Promise<void> {
    const { exitCode, stderr } = await runProgram(programOf('dagster'), {
      args: [
        'job',
        'launch',
        '-f',
        'definitions.py',
        '-j',
        `linkedin_${options.app}`,
        '--tags',
        JSON.stringify({ 'dagster/partition': name }),
      ],
      cwd: this.folder,
      env: this.env,
    });
    if (exitCode !== 0) throw new Error(stderr.slice(-3000));
  }

  /** All runs, oldest first. */
  async runs(): Promise<Run[]> {
    const rows = await askPostgres(
      this.database,
      `SELECT run_id AS id, status, run_body::json -> 'tags' ->> 'dagster/partition' AS client FROM runs ORDER BY runs.id`,
    ).catch(() => []);
    return rows as unknown as Run[];
  }

  /** Waits until this many runs have ended, and nothing is under way. */
  async endOf(count: number, seconds = 240): Promise<Run[]> {
    return await eventually(
      `the end of ${count} runs`,
      async () => {
        const runs = await this.runs();
        const areOver = runs.every(({ status }) => status === 'SUCCESS' || status === 'FAILURE');
        return areOver && runs.length >= count ? runs : null;
      },
      seconds,
    );
  }

  /** What the checks of a run said, by asset. */
  async checksOf(run: Run): Promise<Map<string, string>> {
    const rows = await askPostgres(
      this.database,
      `SELECT asset_key, execution_status FROM asset_check_executions WHERE run_id = '${run.id}'`,
    );
    return new Map(rows.map((row) => [String(row['asset_key']), String(row['execution_status'])]));
  }

  /** Whether each client's last night is merged and none waits for a limit: nothing starts by itself any more. */
  async isQuiet(clients: readonly Client[]): Promise<boolean> {
    const names = clients.map(({ name }) => `'${name}'`).join(', ');
    const left = await askPostgres(
      this.warehouse,
      `SELECT FROM linkedin_runs.night JOIN linkedin_runs.shard USING (connection, night)
        WHERE connection IN (${names}) AND (merged_at IS NULL OR outcome ->> 'exit_code' = '3')
          AND opened_at = (SELECT max(opened_at) FROM linkedin_runs.night AS newest WHERE newest.connection = night.connection)`,
    );
    return left.length === 0;
  }

  /** What the failures of a run said. */
  async failuresOf(run: Run): Promise<string> {
    const rows = await askPostgres(
      this.database,
      `SELECT event FROM event_logs WHERE run_id = '${run.id}' AND dagster_event_type = 'STEP_FAILURE'`,
    );
    return rows.map(({ event }) => String(event)).join('\n');
  }

  /** Details about nights that did not go as expected. */
  async explain(): Promise<string> {
    const runs = (await this.runs()).map(({ client, status }) => `${client} ${status}`);
    const events = await askPostgres(
      this.database,
      `SELECT dagster_event_type || ' ' || coalesce(step_key, '') || ' ' || right(event, 700) AS said FROM event_logs
        WHERE dagster_event_type IN ('STEP_FAILURE', 'PIPELINE_FAILURE', 'STEP_UP_FOR_RETRY') ORDER BY id`,
    );
    return [...runs, ...events.map(({ said }) => said), this.#daemon?.said().slice(-3000)].join('\n');
  }

  async stop(): Promise<void> {
    await this.#daemon?.kill();
  }
}

interface Places {
  readonly folder: string;
  readonly warehouse: Connection;
  readonly database: Connection;
  readonly shards: number;
}

function makeEnvironment({ folder, warehouse, database, shards }: Places): Record<string, string> {
  const { user, password, host, port, database: name } = database;
  return {
    ...postgresVariables(warehouse),
    PATH: [linkPrograms(makeFolder()), join(environmentOf('dagster'), 'bin'), dirname(process.execPath)].join(
      delimiter,
    ),
    HOME: folder,
    LANG: 'C.UTF-8',
    DAGSTER_HOME: join(folder, 'home'),
    DAGSTER_DISABLE_TELEMETRY: '1',
    DAGSTER_POSTGRES_URL: `postgresql+psycopg2://${user}:${password}@${host}:${port}/${name}`,
    LINKEDIN_SECRETS: join(folder, 'secrets'),
    LINKEDIN_SHARDS: String(shards),
    LINKEDIN_LEASE_SECONDS: '15',
    LINKEDIN_SEGMENT_SECONDS: '5',
    LINKEDIN_RETRY_SECONDS: '2',
    LINKEDIN_SENSOR_SECONDS: '5',
  };
}
