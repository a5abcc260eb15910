import type { Connection } from '../postgres/server.js';
import type { Client } from './clients.js';

/** What became of each client's night. */
export type Ends = Readonly<Record<string, string>>;

/** An engine that runs nights of clients, whichever it is. */
export interface Nights {
  readonly warehouse: Connection;
  /** Runs a night of all clients, and tells how each ended: `success` or `failed`. */
  night(night: number): Promise<Ends>;
  /** Makes a client's secrets known anew. */
  tell(client: Client): void;
  /** Kills something in the middle of a client's shard, after its first state; its commands may go on. */
  killOne(client: Client): Promise<void>;
  /** Waits until the engine tells of a client that it waits for the end of a limit. */
  untilDeferred(client: Client): Promise<void>;
  /** What the engine says of a client whose night has failed. */
  saidOf(client: Client): Promise<string>;
  stop(): Promise<void>;
}
