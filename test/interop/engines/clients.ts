import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type LoggedRequest, type Sandbox } from '../../../src/sandbox/index.js';
import type { StateValue } from '../../../src/singer/state.js';
import { loadStreams } from '../../../src/streams/load.js';
import type { Stream } from '../../../src/streams/entry.js';
import { shardOf } from '../../../src/sync/shard.js';
import { runTap } from '../../support/tap.js';
import { settingsOf, urn } from '../../support/sandboxes.js';
import { Ledger } from '../../truth/ledger.js';
import { findDifferences } from '../loads/load.js';
import { SETUPS } from '../loads/setups.js';
import type { Connection } from '../postgres/server.js';
import { askPostgres } from '../support/postgres.js';

/** The first night; always long past, so that waiting for a limit's end takes no time. */
const FIRST = Date.parse('2026-06-10T04:15:00Z');

export const nightOf = (night: number): string => new Date(FIRST + (night - 1) * 86_400_000).toISOString();

const SETUP = SETUPS.find(({ name }) => name === 'meltanolabs-postgres')!;

/** The streams that are read by default. */
const STREAMS = loadStreams({ snapshotHistory: false }).filter(
  ({ selectedByDefault, name }) => selectedByDefault && name !== 'benchmark_follower_count',
);

export interface ClientOptions {
  readonly app: string;
  readonly name: string;
  readonly pages: number;
  /** Id of its first page. */
  readonly first: number;
  /** Whether the tap finds the pages from the member's roles, or they are in the settings. */
  readonly discovers?: boolean;
  readonly latencyMs?: number;
}

/** A client of an agency: a connection with pages, and its own LinkedIn. */
export class Client {
  readonly #ledger = new Ledger();
  #state: StateValue | undefined;

  private constructor(
    readonly options: ClientOptions,
    readonly sandbox: Sandbox,
  ) {}

  static async open(options: ClientOptions): Promise<Client> {
    const { pages, first, latencyMs = 0 } = options;
    const organizations = Array.from({ length: pages }, (_, index) => ({ id: first + 7 * index }));
    const sandbox = await startSandbox({
      now: nightOf(1),
      organizations,
      postsPerOrganization: 6,
      seed: first,
      latencyMs,
    });
    return new Client(options, sandbox);
  }

  get name(): string {
    return this.options.name;
  }

  /** Settings that are in no file: the token, and the sandbox's clock. */
  get secrets(): Record<string, string> {
    const { access_token, now = '' } = this.sandbox.config;
    return { access_token, now };
  }

  get #settings(): Record<string, unknown> {
    const {
      access_token: _,
      now: __,
      ...settings
    } = settingsOf(this.sandbox, { start_date: 'last run', max_concurrency: 2 });
    const { discovers = false } = this.options;
    if (discovers) return settings;
    return { ...settings, organization_ids: this.sandbox.truth.organizations().map(({ id }) => id) };
  }

  /** Writes its settings where the engines look for connections. */
  writeTo(folder: string): void {
    mkdirSync(join(folder, this.options.app), { recursive: true });
    writeFileSync(join(folder, this.options.app, `${this.name}.json`), JSON.stringify(this.#settings, null, 2));
  }

  /** Advances its clock, and lets members do something meanwhile. */
  liveUntil(night: number): void {
    this.sandbox.set({ now: nightOf(night) });
    const [page] = this.sandbox.truth.organizations();
    const [newest, second] = this.sandbox.truth.posts(page!.id);
    this.sandbox.act({ do: 'edit', post: second!.id, commentary: `Put right in night ${night}` });
    this.sandbox.act({ do: 'comment', on: newest!.id, text: 'On the next day' });
  }

  /** Reads what the engine has read, with one run of the tap without it, so that the rows are known. */
  async readAlone(): Promise<void> {
    const { latencyMs = 0 } = this.options;
    this.sandbox.set({ latencyMs: 0 });
    const run = await runTap({ config: { ...this.#settings, ...this.secrets }, state: this.#state });
    if (run.exitCode !== 0) throw new Error(run.stderr);
    this.#state = run.state;
    this.#ledger.enter(run, { truth: this.sandbox.truth, now: this.sandbox.config.now! });
    this.sandbox.set({ latencyMs });
    this.sandbox.clearRequests();
  }

  /** Differences between its tables and what LinkedIn knows, one sentence each. */
  async differences(warehouse: Connection): Promise<string[]> {
    const place = { folder: '', schema: `linkedin_${this.name}`, connection: warehouse };
    const found = await Promise.all(
      STREAMS.map(async (stream: Stream) => {
        const records = this.#ledger.records(stream);
        const differences = await findDifferences(stream, { setup: SETUP, place, records });
        return differences.map((difference) => `${this.name}, ${stream.name}: ${difference}`);
      }),
    );
    return found.flat().filter((sentence) => !sentence.endsWith('The column connection should not be there.'));
  }

  /** Its state as the engines store it. */
  async stateIn(warehouse: Connection): Promise<unknown> {
    const states = await askPostgres(
      warehouse,
      `SELECT state FROM linkedin_runs.state WHERE connection = '${this.name}' ORDER BY version DESC LIMIT 1`,
    );
    return states[0]?.['state'];
  }

  /** The state of the tap run without an engine. */
  get state(): StateValue | undefined {
    return this.#state;
  }

  /** The connections that a table's rows name. */
  async saidOf(warehouse: Connection, stream: string): Promise<unknown[]> {
    const rows = await askPostgres(warehouse, `SELECT DISTINCT connection FROM linkedin_${this.name}.${stream}`);
    return rows.map(({ connection }) => connection);
  }

  /** Calls about pages that were made and answered more than once, from the request log. */
  repeated(): LoggedRequest[] {
    const seen = new Set<string>();
    return this.sandbox.requests().filter(({ organization, url, status }) => {
      if (organization === undefined || status !== 200) return false;
      const isRepeated = seen.has(url);
      seen.add(url);
      return isRepeated;
    });
  }

  /** The shards that the calls belong to, as `1/2`. */
  shardsOf(calls: readonly LoggedRequest[], count: number): string[] {
    return calls.map(({ organization }) => `${shardOf(urn(organization!), count)}/${count}`);
  }

  /** The number of calls a shard has made about its pages. */
  callsOf(shard: string): number {
    const calls = this.sandbox.requests().filter(({ organization }) => organization !== undefined);
    return this.shardsOf(calls, Number(shard.split('/')[1])).filter((each) => each === shard).length;
  }

  async close(): Promise<void> {
    await this.sandbox.close();
  }
}

/**
 * Two clients of one agency: a larger one with discovered pages and slow enough answers to be killed during a run, and
 * another.
 */
export async function openNorthAndSouth(): Promise<{ north: Client; south: Client }> {
  const app = 'agency';
  const north = await Client.open({
    app,
    name: 'north',
    pages: 8,
    first: 104700001,
    latencyMs: 700,
    discovers: true,
  });
  return { north, south: await Client.open({ app, name: 'south', pages: 4, first: 104800001 }) };
}
