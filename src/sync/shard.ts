import { hash } from 'node:crypto';
import type { Shard } from '../config/config.js';
import type { Source } from '../streams/entry.js';

/** Distance between the numbers of two shards before they are mixed: 2^32 divided by the golden ratio. */
const STEP = 0x9e3779b9;

/**
 * The shard, from 1 to `count`, that an organization belongs to. This is rendezvous hashing: each shard bids for the
 * organization with a hash of its URN, and the highest bid wins. A further shard takes some organizations from each of
 * the others and moves none between them; adding or removing an organization moves no other.
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

/** Whether a run of this shard reads the organization; a run without a shard reads them all. */
export const owns = (shard: Shard | null, organization: string): boolean =>
  shard === null || shardOf(organization, shard.count) === shard.index;

/** The organizations of each of `count` shards, in order. */
export function divide(organizations: readonly string[], count: number): readonly (readonly string[])[] {
  const shards = Array.from({ length: count }, (): string[] => []);
  for (const organization of organizations) shards[shardOf(organization, count) - 1]!.push(organization);
  return shards;
}

/** The organizations that a run of this shard reads, in the given order. */
export const ownedBy = (shard: Shard | null, organizations: readonly string[]): readonly string[] =>
  shard === null ? organizations : organizations.filter((organization) => owns(shard, organization));

/**
 * Whether a run of this shard writes the rows of the source. What is read once per run is written by the first shard.
 */
export const isWrittenBy = (shard: Shard | null, { per }: Source): boolean =>
  per !== 'run' || shard === null || shard.index === 1;

/** Spreads every bit over all others, like the finalizer of MurmurHash3 (Austin Appleby, public domain). */
function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
