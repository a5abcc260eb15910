import type { Shard } from './config.js';

const SHARD = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/;

/** Parses `i/n`; undefined if it is not a shard. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = (SHARD.exec(text.trim()) ?? []).map(Number);
  return index !== undefined && count !== undefined && index <= count ? Object.freeze({ index, count }) : undefined;
}

export const formatShard = ({ index, count }: Shard): string => `${index}/${count}`;
