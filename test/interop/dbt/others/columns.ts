import { ask, type Rows } from '../dbt.js';
import type { Ground } from '../places.js';

/** The kind of value in a column, whatever a database calls it. */
export type Kind = 'text' | 'integer' | 'number' | 'boolean' | 'instant' | 'json';

/** Names of columns by kind, separated by spaces. */
export type Columns = Readonly<Partial<Record<Kind, string>>>;

const KINDS: Readonly<Record<string, Kind>> = {
  text: 'text',
  VARCHAR: 'text',
  bigint: 'integer',
  BIGINT: 'integer',
  'double precision': 'number',
  DOUBLE: 'number',
  boolean: 'boolean',
  BOOLEAN: 'boolean',
  'timestamp without time zone': 'instant',
  TIMESTAMP: 'instant',
  jsonb: 'json',
  JSON: 'json',
};

/** The tables of a schema, and the kinds of their columns by name. */
export async function columnsOf(ground: Ground, schema: string): Promise<Record<string, Record<string, string>>> {
  const rows: Rows = await ask(
    ground,
    `select table_name, column_name, data_type from information_schema.columns where table_schema = '${schema}'`,
  );
  const tables: Record<string, Record<string, string>> = {};
  for (const { table_name: table, column_name: column, data_type: type } of rows as readonly Record<string, string>[]) {
    tables[table!] = { ...tables[table!], [column!]: KINDS[type!] ?? type! };
  }
  return tables;
}

/** The same from a declared list. */
export function listed(tables: Readonly<Record<string, Columns>>): Record<string, Record<string, string>> {
  const kindsOf = (columns: Columns): Record<string, string> =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([kind, names]) => names.split(/\s+/).map((name) => [name, kind])),
    );
  return Object.fromEntries(Object.entries(tables).map(([name, columns]) => [name, kindsOf(columns)]));
}
