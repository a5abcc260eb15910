import type { Json } from '../support/output.js';

/** LinkedIn leaves it out at times. */
const MAY_LACK = ['uniqueImpressionsCount'];

/** Names of fields in which a record may not say what LinkedIn says, because it was told otherwise. */
export interface Leeway {
  /** Null or absent. */
  readonly lacking: readonly string[];
  /** Anything. */
  readonly differing: readonly string[];
}

const NONE: Leeway = { lacking: [], differing: [] };

/**
 * The path at which a record does not say what LinkedIn says; null: it says all of it. Instants that LinkedIn sends as
 * epoch milliseconds are texts in a record, lists and maps of a flattened record are texts that hold JSON, and what a
 * record has beside is the tap's own.
 */
export function findLie(
  record: unknown,
  truth: unknown,
  { path = '', leeway = NONE }: { path?: string; leeway?: Leeway } = {},
): string | null {
  if (truth === undefined || truth === null) return null;
  if (typeof truth === 'number' && typeof record === 'string') return Date.parse(record) === truth ? null : path;
  if (typeof truth === 'object' && typeof record === 'string')
    return findLie(JSON.parse(record), truth, { path, leeway });
  if (typeof truth !== 'object' || Array.isArray(truth)) {
    return JSON.stringify(record) === JSON.stringify(truth) ? null : path;
  }
  for (const [name, value] of Object.entries(truth)) {
    const told = (record as Json | null)?.[name];
    if (leeway.differing.includes(name)) continue;
    if ([...MAY_LACK, ...leeway.lacking].includes(name) && isNothing(told)) continue;
    const lie = findLie(told, value, { path: path === '' ? name : `${path}.${name}`, leeway });
    if (lie !== null) return lie;
  }
  return null;
}

/** A list of members is one of nulls where they are dropped. */
function isNothing(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isNothing) : (value ?? null) === null;
}
