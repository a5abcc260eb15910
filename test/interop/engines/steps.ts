import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../../src/package.js';
import { makeFolder } from '../../support/folders.js';
import type { Connection } from '../postgres/server.js';
import { linkPrograms } from '../support/path.js';
import { programOf } from '../tools/environment.js';
import type { Client } from './clients.js';

/** Calls the steps of the examples as an engine does, each in its own process. */
const DRIVER = `
import json, sys
from pathlib import Path
from shards import nightly
from shards.load import Target
from shards.store import Held, Lost, Store

step, told = sys.argv[1], json.loads(sys.argv[2])
store = Store(told["warehouse"])
connection = nightly.Connection(told["name"], json.loads(Path(told["settings"]).read_text()), told["secrets"])
place = f"linkedin_{told['name']}"
target = told["warehouse"] | {"database": told["warehouse"]["dbname"], "default_target_schema": place}
try:
    if step == "plan":
        answer = nightly.plan(store, connection, told["night"], told["shards"])
    elif step == "sync":
        log = lambda line: print(line, file=sys.stderr, flush=True)
        answer = nightly.sync(store, connection, told["night"], told["planned"], target=Target("target-postgres", target, place), log=log)
    else:
        answer = nightly.merge(store, told["name"], told["night"])
except Held as error:
    answer = {"held": str(error)}
except Lost as error:
    answer = {"lost": str(error)}
print(json.dumps(answer))
`;

export interface Planned {
  readonly shard: string;
}

/** The outcome of a shard, or who holds it. */
export interface Outcome {
  readonly exit_code?: number;
  readonly resume_after?: string | null;
  readonly said?: readonly string[];
  readonly held?: string;
  readonly lost?: string;
}

export interface Step<T> {
  readonly child: ChildProcess;
  readonly answer: Promise<T>;
}

/** One night of one client, step by step. */
export class Night {
  readonly #folder = makeFolder();
  readonly #path = linkPrograms(makeFolder());

  constructor(
    readonly client: Client,
    readonly warehouse: Connection,
    readonly night = 'night-1',
  ) {
    client.writeTo(this.#folder);
  }

  async plan(shards: number): Promise<Planned[]> {
    return await this.#start<Planned[]>('plan', { shards }).answer;
  }

  sync(planned: Planned): Step<Outcome> {
    return this.#start('sync', { planned });
  }

  async merge(): Promise<Readonly<Record<string, Outcome | null>> & { readonly held?: string }> {
    return await this.#start<Record<string, Outcome | null>>('merge', {}).answer;
  }

  #start<T>(step: string, more: object): Step<T> {
    const { host, port, user, password, database: dbname } = this.warehouse;
    const { name, secrets, options } = this.client;
    const settings = join(this.#folder, options.app, `${name}.json`);
    const told = {
      warehouse: { host, port, user, password, dbname },
      name,
      secrets,
      settings,
      night: this.night,
      ...more,
    };
    // A separate session, so that all of it can be stopped or killed at once.
    const child = spawn(programOf('dagster', 'python'), ['-c', DRIVER, step, JSON.stringify(told)], {
      env: {
        PYTHONDONTWRITEBYTECODE: '1',
        PATH: [this.#path, dirname(process.execPath)].join(delimiter),
        PYTHONPATH: fileURLToPath(new URL('examples/airflow/dags', packageRoot)),
        LANG: 'C.UTF-8',
        LINKEDIN_LEASE_SECONDS: '6',
        LINKEDIN_SEGMENT_SECONDS: '1',
      },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { child, answer: answerOf<T>(child) };
  }
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  let stdout = '';
  let stderr = '';
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve(JSON.parse(stdout) as T);
      else reject(new Error(`The step ended with ${code}.\n${stderr.slice(-3000)}`));
    });
  });
}
