import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { findFreePort } from '../support/ports.js';

/** How clients reach the server; names as in PostgreSQL's environment variables, in lower case and without PG. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface PostgresServer {
  readonly connection: Connection;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/**
 * The folder with `initdb` and `postgres`: the one named by `INTEROP_POSTGRES` and no other, or the first one found.
 * Debian keeps them off the PATH, one folder per version.
 */
export function findPostgres(): string | undefined {
  const told = process.env['INTEROP_POSTGRES'];
  const folders = told === undefined ? listFolders() : [told];
  return folders.find((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))));
}

function listFolders(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  return [
    ...versions.map((version) => join(debian, version, 'bin')),
    configured,
    ...(process.env['PATH'] ?? '').split(':'),
  ].filter((folder) => folder !== '');
}

/**
 * A real server on a free port of the loopback address, with its clock in UTC: meltanolabs-target-postgres converts
 * date-times to the server's time zone. It runs as long as this process holds the other end of its keeper's stdin, so
 * it stops however this process ends, and removes its data.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPostgres();
  if (programs === undefined) throw new Error('There is no PostgreSQL on this machine (initdb and postgres).');
  const account = unprivilegedAccount();
  const folder = mkdtempSync(join(tmpdir(), 'tap-linkedin-pages-postgres-'));
  if (account) chownSync(folder, account.uid, account.gid);
  const port = await findFreePort();
  const connection = { host: '127.0.0.1', port, user: 'tap', password: 'tap', database: 'postgres' };
  const log = join(folder, 'log');
  const keeper = spawn('sh', ['-c', KEEPER, programs, folder, String(port)], {
    cwd: folder,
    // Detached from the terminal's Ctrl-C, which would end the keeper before it has cleaned up.
    detached: true,
    stdio: ['pipe', openSync(log, 'w'), openSync(log, 'a')],
    ...account,
  });
  const gone = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    keeper.stdin!.end();
    await gone;
  };
  try {
    await untilItAnswers(connection, keeper);
  } catch (error) {
    const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
    await stop();
    throw new Error(`PostgreSQL did not start.\n${said}`, { cause: error });
  }
  return { connection, stop };
}

/** The data need not survive a crash of the machine, so nothing is synced to disk. */
const KEEPER = `
trap 'rm -rf "$1"' EXIT
"$0/initdb" -D "$1/data" -U tap -A trust -E UTF8 --locale=C --no-sync || exit
"$0/postgres" -D "$1/data" -c listen_addresses=127.0.0.1 -c port="$2" -c unix_socket_directories= -c timezone=UTC \\
  -c fsync=off -c full_page_writes=off -c synchronous_commit=off &
cat >/dev/null
kill -QUIT $!
wait $!
`;

/** PostgreSQL refuses to run as root. */
function unprivilegedAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string, name: string): string =>
    spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim();
  const name = idOf('-u', 'postgres') === '' ? 'nobody' : 'postgres';
  return { uid: Number(idOf('-u', name)), gid: Number(idOf('-g', name)) };
}

async function untilItAnswers(connection: Connection, keeper: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const client = new Client(connection);
    client.on('error', () => {});
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (keeper.exitCode !== null || Date.now() > deadline) throw error;
      await delay(100);
    }
  }
}
