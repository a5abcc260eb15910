import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../../json-object.js';
import { GRANULARITY, parseInstant } from '../buckets.js';

/** What one state says of an entry. */
export interface Candidate {
  readonly name: string;
  readonly value: unknown;
}

/** One entry, in all states that have it. */
export interface Dispute {
  /** What it was at the beginning; undefined: not there. */
  readonly base: unknown;
  /** Whether what all of them began with is known. */
  readonly isTold: boolean;
  /** What the beginning said without saying of whom. */
  readonly givenOut?: unknown;
  readonly candidates: readonly Candidate[];
  /** The field by which one of two bookmarks is further; null: they have no order. */
  readonly key: string | null;
}

export interface Settlement {
  readonly value: unknown;
  /** Those that differ where nothing tells which one counts; empty: it is settled. */
  readonly rivals: readonly Candidate[];
}

/** The value that a run has changed; where it is not known what all began with, the furthest one. */
export function settle({ base, isTold, givenOut, candidates, key }: Dispute): Settlement {
  const distinct = distinctOf(candidates);
  if (!isTold) return pickFurthest(distinct, key);
  const changed = distinct.filter(({ value }) => !isDeepStrictEqual(value, base));
  const moved = changed.filter(({ value }) => !isGivenOut(value, givenOut));
  const counting = moved.length > 0 ? moved : changed.slice(0, 1);
  if (counting.length > 1) return { value: base, rivals: counting };
  return { value: counting.length === 0 ? base : counting[0]!.value, rivals: [] };
}

/** One candidate for each value. */
function distinctOf(candidates: readonly Candidate[]): Candidate[] {
  const distinct: Candidate[] = [];
  for (const candidate of candidates) {
    if (!distinct.some(({ value }) => isDeepStrictEqual(value, candidate.value))) distinct.push(candidate);
  }
  return distinct;
}

/** Whether it is the bookmark that waited for its organization; a state of Airbyte's does not say DAY or MONTH. */
function isGivenOut(value: unknown, givenOut: unknown): boolean {
  if (!isObject(value) || !isObject(givenOut)) return false;
  const { [GRANULARITY]: _own, ...bookmark } = value;
  const { [GRANULARITY]: _other, ...waiting } = givenOut;
  return isDeepStrictEqual(bookmark, waiting);
}

function pickFurthest(distinct: readonly Candidate[], key: string | null): Settlement {
  const [first, ...others] = distinct;
  if (first === undefined || others.length === 0) return { value: first?.value, rivals: [] };
  const granularities = new Set(distinct.map(({ value }) => granularityOf(value)));
  const places = distinct.map(({ value }) => placeOf(value, key));
  const furthest = Math.max(...places);
  const leading = distinct.filter((_, index) => places[index] === furthest);
  if (Number.isNaN(furthest) || granularities.size > 1) return { value: undefined, rivals: distinct };
  return leading.length > 1 ? { value: undefined, rivals: leading } : { value: leading[0]!.value, rivals: [] };
}

/** Epoch milliseconds; NaN where the value has no place. */
function placeOf(value: unknown, key: string | null): number {
  const instant = isObject(value) && key !== null ? value[key] : undefined;
  return typeof instant === 'string' ? parseInstant(instant) : NaN;
}

const granularityOf = (value: unknown): unknown => (isObject(value) ? value[GRANULARITY] : undefined) ?? 'DAY';
