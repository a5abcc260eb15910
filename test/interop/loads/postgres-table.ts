import { Client } from 'pg';
import type { Column, Shape } from './shape.js';
import type { Row, Summary, Table } from './table.js';
import { TableSql, type Source } from './table-sql.js';

/** Columns that targets add for themselves. */
const OF_TARGET = /^_sdc_/;

/** Queries the columns of the shape; those that the table lacks are also missing in the result. */
export async function readPostgresTable(source: Source, shape: Shape): Promise<Table> {
  const client = new Client(source.connection);
  await client.connect();
  try {
    const columns = await listColumns(client, source, shape);
    const sql = new TableSql(source, shape, columns);
    return {
      columns: columns.filter((name) => !OF_TARGET.test(name)),
      rows: await readRows(client, sql),
      summary: await summarize(client, sql),
    };
  } finally {
    await client.end();
  }
}

async function listColumns(client: Client, { schema }: Source, { stream }: Shape): Promise<string[]> {
  const { rows } = await client.query<{ column_name: string }>(
    'select column_name from information_schema.columns where table_schema = $1 and table_name = $2',
    [schema, stream],
  );
  return rows.map(({ column_name }) => column_name);
}

async function readRows(client: Client, sql: TableSql): Promise<Row[]> {
  const list = sql.columns.map((column) => sql.valueOf(column)).join(', ');
  const { rows } = await client.query<(string | null)[]>({
    text: `select ${list} from ${sql.table}`,
    rowMode: 'array',
    types: { getTypeParser: () => (text: string) => text },
  });
  return rows.map((cells) =>
    Object.fromEntries(sql.columns.map((column, index) => [column.name, parse(cells[index]!, column)])),
  );
}

function parse(cell: string | null, { kind }: Column): unknown {
  if (cell === null) return null;
  if (kind === 'number' || kind === 'instant') return Number(cell);
  if (kind === 'boolean') return cell === 'true';
  if (kind === 'text') return cell;
  // JSON in a text column arrives as a JSON string containing JSON.
  const value: unknown = JSON.parse(cell);
  return typeof value === 'string' ? JSON.parse(value) : value;
}

async function summarize(client: Client, sql: TableSql): Promise<Summary> {
  const sums = sql.counters.map((counter) => `sum(${sql.counterOf(counter)})`);
  const ask = async (text: string): Promise<(string | null)[]> =>
    (await client.query<(string | null)[]>({ text, rowMode: 'array' })).rows[0]!;
  const [rows, keys, ...totals] = await ask(
    `select ${['count(*)', `count(distinct (${sql.keys}))`, ...sums].join(', ')} from ${sql.table}`,
  );
  const [gaps] = sql.gaps === null ? ['0'] : await ask(sql.gaps);
  return {
    rows: Number(rows),
    keys: Number(keys),
    sums: Object.fromEntries(
      sql.counters.map(({ name }, index) => [name, totals[index] === null ? null : Number(totals[index])]),
    ),
    gaps: Number(gaps),
  };
}
