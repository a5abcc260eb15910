import { expect } from 'chai';
import { Client } from 'pg';
import { needPostgres } from '../support/needs.js';
import { startPostgres } from './server.js';

describe('the temporary PostgreSQL server', () => {
  needPostgres();

  it('answers on the loopback address, in UTC, and leaves nothing behind when stopped', async () => {
    const server = await startPostgres();
    const client = new Client(server.connection);
    await client.connect();
    const { rows } = await client.query<{ zone: string; address: string; folder: string }>(
      `select current_setting('TimeZone') as zone, host(inet_server_addr()) as address`,
    );
    await client.end();
    expect(rows).to.deep.equal([{ zone: 'UTC', address: '127.0.0.1' }]);
    await server.stop();
    const late = new Client(server.connection);
    const refused = await late.connect().then(
      () => null,
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect(refused).to.equal('ECONNREFUSED');
  });
});
