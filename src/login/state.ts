import { randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, as text for a URL. */
export function makeState(): string {
  return randomBytes(32).toString('base64url');
}

/** Whether both are equal, compared in constant time. */
export function isSameState(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
