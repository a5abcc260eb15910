import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Json } from '../../support/output.js';
import { readLiterals } from './python-literals.js';
import { isJson, type Column, type Shape } from './shape.js';
import { summarize, type Row, type Table } from './table.js';

export function readJsonlTable(folder: string, shape: Shape): Table {
  const text = readFileSync(join(folder, `${shape.stream}.jsonl`), 'utf8');
  const records = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Json);
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return tableFrom(columns, records, {
    shape,
    read: (value, { kind }) => (isJson(kind) ? parseText(value) : value),
  });
}

/** In CSV, null is an empty field. */
export async function readCsvTable(folder: string, shape: Shape): Promise<Table> {
  // The original target appends the time of the run to the name.
  const name = readdirSync(folder).find((file) => new RegExp(`^${shape.stream}(-\\d+T\\d+)?\\.csv$`).test(file));
  if (name === undefined) throw new Error(`There is no file for ${shape.stream}.`);
  const [header = [], ...lines] = parseCsv(readFileSync(join(folder, name), 'utf8'), { relax_column_count: true });
  const records = lines.map((cells) =>
    Object.fromEntries(header.map((column, index) => [column, cells[index] || null])),
  );
  const json = shape.columns.filter(({ kind }) => isJson(kind));
  const literals = await readLiterals(records.flatMap((record) => json.map((column) => record[column.name] ?? '')));
  return tableFrom(header, records, { shape, read: (cell, column) => readCell(cell as string, column, literals) });
}

function readCell(cell: string, { kind }: Column, literals: ReadonlyMap<string, unknown>): unknown {
  if (isJson(kind)) return literals.get(cell);
  if (kind === 'number') return Number(cell);
  return kind === 'boolean' ? cell === 'True' : cell;
}

function tableFrom(
  columns: readonly string[],
  records: readonly Json[],
  { shape, read }: { shape: Shape; read: (value: unknown, column: Column) => unknown },
): Table {
  const valueOf = (value: unknown, column: Column): unknown => {
    if (value === undefined || value === null) return value;
    return column.kind === 'instant' ? Date.parse(value as string) : read(value, column);
  };
  const rows = records.map((record): Row =>
    Object.fromEntries(shape.columns.map((column) => [column.name, valueOf(record[column.name], column)])),
  );
  return { columns, rows, summary: summarize(rows, shape) };
}

const parseText = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
