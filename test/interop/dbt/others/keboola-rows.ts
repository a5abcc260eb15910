import type { Json } from '../../../support/output.js';
import type { KeboolaTable } from './keboola.js';

/** The key of a table's row. */
export function keyOf(row: Json, { keys }: KeboolaTable): string {
  return JSON.stringify(keys.map((key) => row[key] ?? null));
}

/** Flattens an answer to columns as Keboola does, and writes the start and end of a day as it does. */
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

/** Columns that the tap adds, and texts in languages that the model does not show. */
const LEFT_OUT =
  /^(organization_id|organization|snapshot_date|time_range_\w+|time_granularity|urn|permalink|\w+_name|\w+_localized_\w+|hashtags|mentions)$/;

/** Scalars of the answer that are missing or different in the row. Lists have a different notation there. */
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

/** Targets store line breaks in their own ways, and no NUL. */
function same(text: string): string {
  return text.replaceAll('\u0000', '').replaceAll(/\\n|\\r|\\t|\s/g, ' ');
}
