import { readdirSync, readFileSync } from 'node:fs';
import type { Client } from './clients.js';

/** A tap that an engine has started, and whose it is. */
export interface RunningShard {
  readonly shard: string;
  readonly id: number;
  /** The process that started it: a task of the engine. */
  readonly parent: number;
  readonly session: number;
}

/** The taps that read a client's pages at the moment, on this machine. */
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
      // After the name, which may hold anything: state, parent, group, session.
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
      const [, parent, , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [{ shard, id: Number(id), parent: Number(parent), session: Number(session) }];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}
