import { hash } from 'node:crypto';
import type { Shard } from '../config/config.js';
import type { Source } from '../streams/entry.js';

/** Distance between two shards' numbers before they are mixed: 2^32 by the golden ratio. */
const STEP = 0x9e3779b9;

/**
 * The shard, from 1 to `count`, that an organization belongs to. Each shard bids for each organization, by rendezvous
 * hashing on its URN, and the highest bid wins: a further shard takes some organizations of each other one and moves
 * none between them, and an organization that is added or goes moves none at all.
 */
export function shardOf(organization: string, count: number): number {
  const digest = hash('sha256', organization, 'buffer');
  const [high, low] = [digest.readUInt32LE(0), digest.readUInt32LE(4)];
  let winner = 1;
  let highest = -1;
  for (let index = 1; index <= count; index += 1) {
    const bid = mix(mix(high ^ Math.imul(index, STEP)) ^ low);
    if (bid > highest) [winner, highest] = [index, bid];
  }
  return winner;
}

/** Whether a run of this shard reads the organization; null: a run that reads them all. */
export const owns = (shard: Shard | null, organization: string): boolean =>
  shard === null || shardOf(organization, shard.count) === shard.index;

/** The organizations of each of `count` shards, the first one first, in their order. */
export function divide(organizations: readonly string[], count: number): readonly (readonly string[])[] {
  const shards = Array.from({ length: count }, (): string[] => []);
  for (const organization of organizations) shards[shardOf(organization, count) - 1]!.push(organization);
  return shards;
}

/** Those that a run of this shard reads, in their order. */
export const ownedBy = (shard: Shard | null, organizations: readonly string[]): readonly string[] =>
  shard === null ? organizations : organizations.filter((organization) => owns(shard, organization));

/** Whether a run of this shard writes what comes of the source: what is asked about once in a run is the first one's. */
export const isWrittenBy = (shard: Shard | null, { per }: Source): boolean =>
  per !== 'run' || shard === null || shard.index === 1;

/** Spreads every bit over all others, as MurmurHash3 ends (Austin Appleby, public domain). */
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
