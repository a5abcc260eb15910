import type { TapError } from '../errors.js';
import type { Element } from '../streams/entry.js';
import type { Loss } from './plan.js';

/** What an answer says of one organization. */
export interface Reading {
  readonly organization: string;
  readonly elements: readonly Element[];
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** Largest end among the buckets of time that came; null: none came, or they were no buckets. Epoch milliseconds. */
  readonly newestEnd: number | null;
  /** Of an element that has no place among the others; they are read all the same. */
  readonly fault?: TapError;
  /** Days that turned out not to be served. */
  readonly loss?: Loss;
}

/** The buckets of one window. */
export interface BucketReading extends Reading {
  /** Smallest start among them; null: none came. Epoch milliseconds. */
  readonly oldestStart: number | null;
}
