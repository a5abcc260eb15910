import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LoggedRequest, SandboxPatch } from '../src/sandbox/index.js';

const SCRIPT = new URL('sandbox-process.js', import.meta.url);
export const FIRST_DAY = '2026-11-22T09:00:00Z';
export const NEXT_DAY = '2026-11-23T09:00:00Z';

/** A sandbox in another process. */
export interface StandIn {
  readonly url: string;
  readonly token: string;
  readonly organizations: number;
  /** Writes a config file for the tap, with `day` as its clock. */
  writeConfig(folder: string, day?: string): Promise<string>;
  setClock(day: string): Promise<void>;
  /** Returns the requests since this function was last called. */
  takeRequests(): Promise<readonly LoggedRequest[]>;
  close(): Promise<void>;
}

/** Starts a sandbox with this many administered pages and its clock fixed at `FIRST_DAY`. */
export async function startStandIn(options: SandboxPatch & { readonly organizations: number }): Promise<StandIn> {
  const child = fork(SCRIPT, [JSON.stringify({ now: FIRST_DAY, ...options })]);
  const [config] = (await once(child, 'message')) as [{ api_url: string; access_token: string }];
  const url = config.api_url;

  return {
    url,
    token: config.access_token,
    organizations: options.organizations,
    async writeConfig(folder, day = FIRST_DAY) {
      const path = join(folder, `config-${options.organizations}-${day.slice(0, 10)}.json`);
      await writeFile(path, JSON.stringify({ ...config, now: day, max_concurrency: 8 }));
      return path;
    },
    async setClock(day) {
      await fetch(`${url}/sandbox/control`, { method: 'POST', body: JSON.stringify({ now: day }) });
    },
    async takeRequests() {
      const log = await fetch(`${url}/sandbox/requests`);
      const requests = (await log.json()) as LoggedRequest[];
      await fetch(`${url}/sandbox/requests`, { method: 'DELETE' });
      return requests;
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
