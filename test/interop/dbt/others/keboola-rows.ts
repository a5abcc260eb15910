import type { Json } from '../../../support/output.js';
import type { KeboolaTable } from './keboola.js';

/** What makes a row of a table unique. */
export function keyOf(row: Json, { keys }: KeboolaTable): string {
  return JSON.stringify(keys.map((key) => row[key] ?? null));
}

/** As Keboola makes columns of an answer; the limits of a day as it writes them. */
export function flattened(fact: Json, { opened, renamed = {} }: KeboolaTable): Json {
  const columns = new Map<string, unknown>();
  const enter = (value: unknown, path: readonly string[]): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [name, below] of Object.entries(value)) enter(below, [...path, name]);
      return;
    }
    columns.set(path.join('_'), value);
  };
  for (const [name, value] of Object.entries(fact)) enter(value, name === opened ? [] : [renamed[name] ?? name]);
  for (const limit of ['timeRange_start', 'timeRange_end']) {
    if (columns.has(limit)) columns.set(limit, String(columns.get(limit)).replace('Z', '+00:00'));
  }
  return Object.fromEntries([...columns].map(([name, value]) => [name, value === 'UNSPECIFIED' ? null : value]));
}

/** What the tap adds, and texts in other languages than the one the model shows. */
const LEFT_OUT =
  /^(organization_id|organization|snapshot_date|time_range_\w+|time_granularity|urn|permalink|\w+_name|\w+_localized_\w+|hashtags|mentions)$/;

/** Scalars of the answer that the row does not have, or has differently. Lists are in another notation there. */
export function faults(row: Json, fact: Json): string[] {
  return Object.entries(fact).flatMap(([name, value]) => {
    if (Array.isArray(value) || value === undefined) return [];
    if (!(name in row)) return LEFT_OUT.test(name) ? [] : [`There is no column ${name}.`];
    const found = typeof row[name] === 'string' ? same(row[name]) : row[name];
    const wanted = typeof value === 'string' ? same(value) : value;
    return found === (wanted === '' ? null : wanted)
      ? []
      : [`${name}: ${String(row[name])}, expected ${JSON.stringify(value)}`];
  });
}

/** Targets keep breaks of lines in their own ways, and no NUL. */
function same(text: string): string {
  return text.replaceAll('\u0000', '').replaceAll(/\\n|\\r|\\t|\s/g, ' ');
}
