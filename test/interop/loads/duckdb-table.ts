import { askDuckdb } from '../support/duckdb.js';
import { isJson, type Column, type Shape } from './shape.js';
import { summarize, type Row, type Table } from './table.js';

interface Source {
  readonly file: string;
  readonly schema: string;
  /** What the target calls a column. */
  readonly columnName: (name: string) => string;
}

/** What a target stored in DuckDB; columns that the table lacks are also missing in the rows. */
export async function readDuckdbTable({ file, schema, columnName }: Source, shape: Shape): Promise<Table> {
  const { columns, rows: stored } = await askDuckdb(file, `select * from "${schema}"."${shape.stream}"`);
  const rows = stored.map((record): Row =>
    Object.fromEntries(shape.columns.map((column) => [column.name, parse(record[columnName(column.name)], column)])),
  );
  return { columns: columns.filter((name) => !name.startsWith('_sdc_')), rows, summary: summarize(rows, shape) };
}

function parse(value: unknown, { kind }: Column): unknown {
  if (value === null || value === undefined) return value;
  if (kind === 'instant') return Date.parse(`${value as string}Z`);
  return isJson(kind) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}
