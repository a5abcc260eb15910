import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A program in the background with everything that it starts: a process session. */
export interface Session {
  readonly name: string;
  /** Process id of the program, which is also the session's id. */
  readonly id: number;
  /** What it has printed so far. */
  said(): string;
  /** Kills it and everything that it has started. */
  kill(): Promise<void>;
}

export interface SessionInputs {
  readonly command: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Its working folder, which also gets `<name>.log`. */
  readonly folder: string;
}

/**
 * Ends the session when its stdin closes, which happens when whoever started it ends, for whatever reason. Its output
 * goes to a file, so that nothing waits for a reader.
 */
const KEEPER = `
trap '' INT TERM HUP
log=$1
shift
setsid "$@" </dev/null >>"$log" 2>&1 &
echo $!
cat >/dev/null
pkill -KILL -s $!
wait
`;

const kills = new Set<() => Promise<void>>();

after('nothing outlives the suite', async () => {
  for (const kill of kills) await kill();
});

export async function startSession(name: string, { command, args = [], env, folder }: SessionInputs): Promise<Session> {
  const log = join(folder, `${name}.log`);
  const keeper = spawn('sh', ['-c', KEEPER, 'keeper', log, command, ...args], {
    cwd: folder,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    keeper.stdin.end();
    await gone;
  };
  kills.add(kill);
  const id = await new Promise<number>((resolve, reject) => {
    keeper.once('error', reject);
    keeper.stdout.once('data', (text: Buffer) => resolve(Number(text.toString())));
  });
  return {
    name,
    id,
    said: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
    kill,
  };
}

/** Sends a signal to the processes of a session, or to those whose command line matches. */
export async function signalSession(id: number, signal: string, pattern = '.'): Promise<void> {
  await new Promise<void>((resolve) =>
    execFile('pkill', [`-${signal}`, '-s', String(id), '-f', pattern], () => resolve()),
  );
}

/** Polls until there is a value; the error at the time-out says how many seconds were waited. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  seconds = 60,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${seconds} s.`);
    await delay(300);
  }
}
