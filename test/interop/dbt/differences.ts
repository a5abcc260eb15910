import type { Rows } from './dbt.js';
import type { ExpectedMart } from './expected/facts.js';

/** How many differences are named at most. */
const NAMED = 5;

/** Columns about which the sandbox's truth says nothing. */
const UNTOLD = new Set(['hashtags']);

/** All differences between a built table and its expected contents, one sentence each. */
export function differences(built: Rows, { keys, rows }: ExpectedMart): string[] {
  const keyOf = (row: Rows[number]): string => JSON.stringify(keys.map((key) => plain(row[key])));
  const found = new Map(built.map((row) => [keyOf(row), row]));
  const wanted = new Map(rows.map((row) => [keyOf(row), row]));
  const said = [
    ...(found.size === built.length ? [] : [`${built.length} rows have ${found.size} keys.`]),
    ...[...wanted.keys()].filter((key) => !found.has(key)).map((key) => `No row: ${key}.`),
    ...[...found.keys()].filter((key) => !wanted.has(key)).map((key) => `A row too many: ${key}.`),
    ...[...wanted].flatMap(([key, row]) => compareRow(found.get(key), row, key)),
  ];
  return said.length <= NAMED ? said : [...said.slice(0, NAMED), `And ${said.length - NAMED} more.`];
}

function compareRow(found: Rows[number] | undefined, wanted: Rows[number], key: string): string[] {
  if (!found) return [];
  const names = new Set([...Object.keys(wanted), ...Object.keys(found)]);
  return [...names].flatMap((name) => {
    if (UNTOLD.has(name)) return [];
    const [is, ought] = [plain(found[name]), plain(wanted[name])];
    return is === ought ? [] : [`${name} of ${key}: ${String(is)}, expected ${String(ought)}.`];
  });
}

/**
 * Databases differ in the last digit of divisions and in the format of instants, targets in how they store line breaks.
 */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number(value.toPrecision(12));
  if (typeof value !== 'string') return value;
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return new Date(value.endsWith('Z') ? value : `${value}Z`).toISOString();
  return value
    .replaceAll('\u0000', '')
    .replaceAll(/\n|\\n/g, ' ')
    .replaceAll(/\r|\\r/g, '')
    .replaceAll(/\t|\\t/g, ' ');
}
