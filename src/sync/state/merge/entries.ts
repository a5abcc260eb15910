import { isDeepStrictEqual } from 'node:util';
import { isObject } from '../../../json-object.js';
import { GRANULARITY, readInstant } from '../buckets.js';

/** What one state has for an entry. */
export interface Candidate {
  readonly name: string;
  readonly value: unknown;
}

/** One entry, in all states that have it. */
export interface Dispute {
  /** Its value in the base state; undefined: not there. */
  readonly base: unknown;
  /** Whether there is a base state, with which all of them began. */
  readonly isTold: boolean;
  /** The bookmark in the base state that names no organization. */
  readonly givenOut?: unknown;
  readonly candidates: readonly Candidate[];
  /** The field that orders bookmarks; null: they have no order. */
  readonly key: string | null;
}

export interface Settlement {
  readonly value: unknown;
  /** Candidates that differ where nothing tells which one counts; empty: it is settled. */
  readonly rivals: readonly Candidate[];
}

/** The value that a run has changed; without a base state, the furthest one. */
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

/**
 * Whether the value is the bookmark that waited for its organization. The granularity may differ, because Airbyte's
 * states do not have one.
 */
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

/** Epoch milliseconds; NaN if the value has no order. */
function placeOf(value: unknown, key: string | null): number {
  const instant = isObject(value) && key !== null ? value[key] : undefined;
  return (typeof instant === 'string' ? readInstant(instant) : null) ?? NaN;
}

const granularityOf = (value: unknown): unknown => (isObject(value) ? value[GRANULARITY] : undefined) ?? 'DAY';
