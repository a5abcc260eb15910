import type { Connection } from '../postgres/server.js';
import type { Client } from './clients.js';

/** How each client's night ended. */
export type Ends = Readonly<Record<string, string>>;

/** Any engine that runs clients' nights. */
export interface Nights {
  readonly warehouse: Connection;
  /** Runs a night of all clients, and returns how each ended: `success` or `failed`. */
  night(night: number): Promise<Ends>;
  /** Updates a client's secrets. */
  tell(client: Client): void;
  /** Kills something during a client's shard, after its first state; its commands may keep running. */
  killOne(client: Client): Promise<void>;
  /** Waits until the engine reports that a client is waiting for the end of a limit. */
  untilDeferred(client: Client): Promise<void>;
  /** What the engine says about a client whose night has failed. */
  saidOf(client: Client): Promise<string>;
  stop(): Promise<void>;
}
