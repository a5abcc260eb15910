import { readdirSync, readFileSync } from 'node:fs';
import type { Client } from './clients.js';

/** A tap that an engine has started, and which shard it reads. */
export interface RunningShard {
  readonly shard: string;
  readonly id: number;
  /** Id of the process that started it: a task of the engine. */
  readonly parent: number;
  readonly session: number;
}

/** The taps on this machine that are currently reading a client's pages. */
export function findTaps({ sandbox, name }: Client): RunningShard[] {
  const ids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry));
  return ids.flatMap((id) => {
    try {
      const args = readFileSync(`/proc/${id}/cmdline`, 'utf8').split('\0');
      const shard = args[args.indexOf('--shard') + 1];
      const config = args[args.indexOf('--config') + 1];
      if (!args.includes('--shard') || shard === undefined || config === undefined) return [];
      const settings = JSON.parse(readFileSync(config, 'utf8')) as Record<string, unknown>;
      if (settings['connection_name'] !== name || settings['api_url'] !== sandbox.url) return [];
      // After the name, which may contain anything, come state, parent, group and session.
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
      const [, parent, , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [{ shard, id: Number(id), parent: Number(parent), session: Number(session) }];
    } catch {
      // It has ended in the meantime.
      return [];
    }
  });
}
