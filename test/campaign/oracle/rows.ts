import type { Json } from '../../support/output.js';

/** What LinkedIn knows of one row. */
export interface KnownRow {
  readonly stream: string;
  readonly key: readonly unknown[];
  /** Whose data it is; null: nobody's. */
  readonly organization: number | null;
  /** LinkedIn's own fields, as it sends them. */
  readonly fields: Json;
}

/** Rows by stream and key. */
export type Known = ReadonlyMap<string, KnownRow>;

export const nameRow = (stream: string, key: readonly unknown[]): string => JSON.stringify([stream, ...key]);

/**
 * The path at which a record does not say what LinkedIn says; null: it says all of it. Instants that LinkedIn sends as
 * epoch milliseconds are texts in a record, and what a record has beside is the tap's own.
 */
export function findLie(record: unknown, truth: unknown, path = ''): string | null {
  if (truth === undefined || truth === null) return null;
  if (typeof truth === 'number' && typeof record === 'string') return Date.parse(record) === truth ? null : path;
  if (typeof truth !== 'object' || Array.isArray(truth)) {
    return JSON.stringify(record) === JSON.stringify(truth) ? null : path;
  }
  for (const [name, value] of Object.entries(truth)) {
    const lie = findLie((record as Json | null)?.[name], value, path === '' ? name : `${path}.${name}`);
    if (lie !== null) return lie;
  }
  return null;
}
