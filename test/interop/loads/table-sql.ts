import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Connection } from '../postgres/server.js';
import { isJson, type Column, type Counter, type Shape } from './shape.js';

/** Where a table is, and what its columns are called there. */
export interface Source {
  readonly connection: Connection;
  readonly schema: string;
  readonly columnName: (name: string) => string;
}

/** Parts of queries on one table. */
export class TableSql {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly counters: readonly Counter[];
  readonly #source: Source;
  readonly #shape: Shape;

  constructor(source: Source, shape: Shape, existing: readonly string[]) {
    const exists = (name: string): boolean => existing.includes(source.columnName(name));
    this.#source = source;
    this.#shape = shape;
    this.table = `${escapeIdentifier(source.schema)}.${escapeIdentifier(shape.stream)}`;
    this.columns = shape.columns.filter(({ name }) => exists(name));
    this.counters = shape.counters.filter(({ column }) => exists(column));
  }

  get keys(): string {
    return this.#shape.keys.map((key) => this.#name(key)).join(', ');
  }

  /** A column in a form that does not depend on the type that a target chose for it. */
  valueOf({ name, kind }: Column): string {
    const column = this.#name(name);
    if (kind === 'instant') return `(extract(epoch from ${column}) * 1000)::bigint::text`;
    return isJson(kind) ? `to_jsonb(${column})::text` : `${column}::text`;
  }

  counterOf({ column, below }: Counter): string {
    if (below.length === 0) return this.#name(column);
    return `(${this.#name(column)} #>> ${escapeLiteral(`{${below.join(',')}}`)})::numeric`;
  }

  /** Number of days that do not start when the previous one ended. */
  get gaps(): string | null {
    const { days } = this.#shape;
    if (!days) return null;
    const [start, end] = [this.#name(days.start), this.#name(days.end)];
    const of = days.of.map((name) => this.#name(name)).join(', ');
    const steps = `select ${start} as start, lag(${end}) over (partition by ${of} order by ${start}) as before from ${this.table}`;
    return `select count(*) from (${steps}) as steps where before <> start`;
  }

  #name(name: string): string {
    return escapeIdentifier(this.#source.columnName(name));
  }
}
