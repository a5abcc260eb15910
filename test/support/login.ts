import { EventEmitter } from 'node:events';
import { main } from '../../src/cli/main.js';
import { until } from './process.js';
import { inspectOutput } from './secrets.js';
import { Collector } from './tap.js';

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A login that waits for the browser. */
export interface WaitingLogin {
  /** Address of the consent page, as login printed it. */
  readonly page: string;
  readonly done: Promise<Ended>;
}

/** Runs login, on a free port, until it ends. Everything it prints on stderr is searched for secrets. */
export function startLogin(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Omit<WaitingLogin, 'page'> & { readonly told: () => string } {
  const stdout = new Collector();
  const stderr = new Collector();
  const run = async (): Promise<Ended> => {
    const all = ['login', '--no-browser', '--port', '0', ...argv];
    const exitCode = await main({ argv: all, env, stdout, stderr, signals: new EventEmitter() });
    inspectOutput(stderr.text);
    return { exitCode, stdout: stdout.text, stderr: stderr.text };
  };
  return { done: run(), told: () => stderr.text };
}

export async function waitForPage(...started: Parameters<typeof startLogin>): Promise<WaitingLogin> {
  const login = startLogin(...started);
  let ended = false;
  void login.done.then(() => (ended = true));
  await until(() => ended || findPage(login.told()) !== undefined);
  const page = findPage(login.told());
  if (page === undefined) throw new Error(`login did not wait for the browser:\n${login.told()}`);
  return { ...login, page };
}

/** Address of the consent page in what login printed on stderr. */
export function findPage(told: string): string | undefined {
  return /^http\S+\/authorization\?\S+$/m.exec(told)?.[0];
}
