import { spawn, type ChildProcess } from 'node:child_process';
import { findFreePort } from '../support/ports.js';
import { setTimeout as delay } from 'node:timers/promises';

/** Runs a command that serves a page on a free port, passed as STREAMLIT_SERVER_PORT, while `use` looks at it. */
export async function whileServed(
  command: string,
  { cwd, env, use }: { cwd: string; env: NodeJS.ProcessEnv; use: (url: string) => Promise<void> },
): Promise<void> {
  const port = await findFreePort();
  const child = spawn('bash', ['-c', `exec ${command}`], {
    cwd,
    env: { ...env, STREAMLIT_SERVER_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilHealthy(url, child);
    await use(url);
  } finally {
    child.kill('SIGTERM');
  }
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await delay(200)) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}.`);
    const answer = await fetch(`${url}/_stcore/health`).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error('The server did not answer within a minute.');
}
