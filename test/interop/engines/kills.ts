import { expect } from 'chai';
import type { Connection } from '../postgres/server.js';
import { askPostgres } from '../support/postgres.js';
import type { Client } from './clients.js';
import { eventually } from './session.js';
import { findTaps, type RunningShard } from './taps.js';

/** Waits for a client's shard that has written a state and is still making calls. */
export async function untilShardIsUnderWay(client: Client, warehouse: Connection): Promise<RunningShard> {
  return await eventually(
    `a shard of ${client.name} has put out a state`,
    async () => {
      const ask = `SELECT shard FROM linkedin_runs.shard WHERE state IS NOT NULL AND ${newestNightOf(client)}`;
      const shards = (await askPostgres(warehouse, ask).catch(() => [])).map(({ shard }) => shard);
      return findTaps(client).find(({ shard }) => shards.includes(shard));
    },
    400,
  );
}

/** Expects that all calls in a client's request log were made once, except those of shards that were started again. */
export async function expectCallsOnce(client: Client, warehouse: Connection, shards: number): Promise<void> {
  const ask = `SELECT shard FROM linkedin_runs.shard WHERE tries > 1 AND ${newestNightOf(client)}`;
  const begunAgain = (await askPostgres(warehouse, ask)).map(({ shard }) => shard);
  const repeated = client.repeated();
  const others = repeated.filter((call) => !begunAgain.includes(client.shardsOf([call], shards)[0]));
  expect(others.map(({ url }) => url)).to.deep.equal([]);
}

const newestNightOf = ({ name }: Client): string =>
  `connection = '${name}' AND night =
    (SELECT night FROM linkedin_runs.night WHERE connection = '${name}' ORDER BY opened_at DESC LIMIT 1)`;
