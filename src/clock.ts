import { setTimeout as delay } from 'node:timers/promises';

export const DAY_MS = 86_400_000;

/** 00:00 UTC at the end of the day that `ms` is in. */
export const nextMidnight = (ms: number): number => (Math.floor(ms / DAY_MS) + 1) * DAY_MS;

/** Returns the current instant, in epoch milliseconds. */
export type Clock = () => number;

/** Waits `ms` milliseconds, or rejects with the signal's reason if it is aborted first. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export const systemClock: Clock = () => Date.now();

export const systemSleep: Sleep = async (ms, signal) => {
  try {
    await delay(ms, undefined, signal ? { signal } : {});
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
};
