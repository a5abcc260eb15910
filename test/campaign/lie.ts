import type { Json } from '../support/output.js';

/** LinkedIn leaves it out at times. */
const MAY_LACK = ['uniqueImpressionsCount'];

/** Names of fields in which a record may differ from LinkedIn's data because of its settings. */
export interface Leeway {
  /** Null or absent. */
  readonly lacking: readonly string[];
  /** Anything. */
  readonly differing: readonly string[];
}

const NONE: Leeway = { lacking: [], differing: [] };

/**
 * The path at which a record differs from LinkedIn's data; null if it does not. Instants that LinkedIn sends as epoch
 * milliseconds are text in a record, lists and maps of a flattened record are JSON text, and anything else in a record
 * is the tap's own.
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

/** A list of members consists of nulls if they are dropped. */
function isNothing(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isNothing) : (value ?? null) === null;
}
