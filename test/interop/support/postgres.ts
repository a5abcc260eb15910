import { startPostgres, type Connection, type PostgresServer } from '../postgres/server.js';

let server: Promise<PostgresServer> | undefined;

/** The one server of the suite, started when it is first asked for. */
export async function usePostgres(): Promise<Connection> {
  server ??= startPostgres();
  return (await server).connection;
}

after('the server goes with the suite', async () => {
  await (await server)?.stop();
});
