import type { TapError } from '../errors.js';
import type { Element } from '../streams/entry.js';
import type { Loss } from './plan.js';

/** What an answer says about one organization. */
export interface Reading {
  readonly organization: string;
  readonly elements: readonly Element[];
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** Latest end of the time buckets received; null: none, or the elements are no buckets. Epoch milliseconds. */
  readonly newestEnd: number | null;
  /** The fault of an element that is no proper bucket; the others are read all the same. */
  readonly fault?: TapError;
  /** Days that turned out not to be served. */
  readonly loss?: Loss;
}

/** The buckets of one window. */
export interface BucketReading extends Reading {
  /** Earliest start among them; null: none came. Epoch milliseconds. */
  readonly oldestStart: number | null;
}
