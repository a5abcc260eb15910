import { Client } from 'pg';
import { startPostgres, type Connection, type PostgresServer } from '../postgres/server.js';

let server: Promise<PostgresServer> | undefined;

/** The suite's only server, started when first needed. */
export async function usePostgres(): Promise<Connection> {
  server ??= startPostgres();
  return (await server).connection;
}

let databases = 0;

/** Creates an empty database on it. */
export async function makeDatabase(): Promise<Connection> {
  const connection = await usePostgres();
  const database = `database_${databases++}`;
  await askPostgres(connection, `CREATE DATABASE ${database}`);
  return { ...connection, database };
}

/** The rows that a statement returns. */
export async function askPostgres(connection: Connection, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

type PostgresVariables = Record<'PGHOST' | 'PGPORT' | 'PGUSER' | 'PGPASSWORD' | 'PGDATABASE', string>;

/** A connection as environment variables for psql and other clients. */
export function postgresVariables({ host, port, user, password, database }: Connection): PostgresVariables {
  return { PGHOST: host, PGPORT: String(port), PGUSER: user, PGPASSWORD: password, PGDATABASE: database };
}

after('the server goes with the suite', async () => {
  await (await server)?.stop();
});
