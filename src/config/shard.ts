import type { Shard } from './config.js';

const SHARD = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/;

/** What `i/n` stands for; undefined where it stands for no shard. */
export function parseShard(text: string): Shard | undefined {
  const [, index, count] = (SHARD.exec(text.trim()) ?? []).map(Number);
  return index !== undefined && count !== undefined && index <= count ? Object.freeze({ index, count }) : undefined;
}

/** `i/n`, as it is written. */
export const formatShard = ({ index, count }: Shard): string => `${index}/${count}`;
