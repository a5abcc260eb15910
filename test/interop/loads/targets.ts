import { join } from 'node:path';
import type { Connection } from '../postgres/server.js';
import type { ToolName } from '../tools/table.js';
import { beforeMaps, type Kind, type Shape } from './shape.js';

/** Where a load goes. */
export interface Place {
  /** A folder of its own, for files and configuration. */
  readonly folder: string;
  /** A schema of its own, for targets that store in PostgreSQL. */
  readonly schema: string;
  readonly connection: Connection | null;
}

/** Something a target is known to do to values; not the tap's doing, and nothing it can help. */
export interface Habit {
  readonly why: string;
  readonly kinds: readonly Kind[];
  /** Whether only where the target flattens. */
  readonly flattening?: true;
  /** What comes back for a value that is not null. */
  readonly stored: (value: unknown) => unknown;
}

export interface Target {
  readonly tool: ToolName;
  readonly store: 'postgres' | 'duckdb' | 'csv' | 'jsonl';
  readonly settings: (place: Place) => object;
  /** Further settings with which it makes columns of nested objects; none: it cannot. */
  readonly flattening?: object;
  /** It makes columns of nested objects, whatever it is told. */
  readonly alwaysFlattens?: true;
  /** What of a shape it carries where it makes columns by itself; left out: all. */
  readonly carries?: (shape: Shape) => Shape;
  /** What it calls a column. */
  readonly columnName?: (name: string) => string;
  readonly habits: readonly Habit[];
}

const DEEP = 10;

const EMPTY_TEXT_IS_NULL: Habit = {
  why: 'an empty text and no text are the same in a CSV file',
  kinds: ['text'],
  stored: (value) => (value === '' ? null : value),
};

const EMPTY_FIELD_IS_NULL: Habit = {
  why: 'its COPY takes an empty field for NULL',
  kinds: ['text'],
  stored: (value) => (value === '' ? null : value),
};

const LOST_MAP: Habit = {
  why: 'it flattens maps in records but not in schemas, so that their column stays empty',
  kinds: ['map'],
  flattening: true,
  stored: () => null,
};

/** Where a place's DuckDB is. */
export const databaseFile = (folder: string): string => join(folder, 'linkedin.duckdb');

/** Every target that the suite loads, each in its usual way of working. */
export const TARGETS: readonly Target[] = [
  {
    tool: 'jsonl',
    store: 'jsonl',
    settings: ({ folder }) => ({ destination_path: folder, do_timestamp_file: false }),
    habits: [],
  },
  {
    tool: 'meltanolabs-csv',
    store: 'csv',
    settings: ({ folder }) => ({ output_path: folder }),
    flattening: { flattening_enabled: true, flattening_max_depth: DEEP },
    habits: [EMPTY_TEXT_IS_NULL],
  },
  {
    tool: 'singer-csv',
    store: 'csv',
    // Else it reports each run to a server of its makers.
    settings: ({ folder }) => ({ destination_path: folder, disable_collection: true }),
    alwaysFlattens: true,
    // Each record's own fields decide where its values go: the keys of a map shift all that stands behind it.
    carries: beforeMaps,
    habits: [EMPTY_TEXT_IS_NULL],
  },
  {
    tool: 'meltanolabs-postgres',
    store: 'postgres',
    settings: ({ connection, schema }) => ({ ...connection, default_target_schema: schema }),
    flattening: { flattening_enabled: true, flattening_max_depth: DEEP },
    habits: [],
  },
  {
    tool: 'pipelinewise-postgres',
    store: 'postgres',
    settings: ({ connection, schema }) => ({
      ...connection,
      dbname: connection?.database,
      default_target_schema: schema,
      // Several batches, each with its state, of what would be one.
      batch_size_rows: 1000,
    }),
    flattening: { data_flattening_max_level: DEEP },
    columnName: (name) => name.toLowerCase(),
    habits: [
      EMPTY_FIELD_IS_NULL,
      {
        why: 'its COPY has no escapes but for quotes, so that those of JSON stay in the text',
        kinds: ['text'],
        stored: (value) => (typeof value === 'string' ? escapeControls(value) : value),
      },
      LOST_MAP,
    ],
  },
  {
    tool: 'duckdb',
    store: 'duckdb',
    settings: ({ folder, schema }) => ({ path: databaseFile(folder), default_target_schema: schema }),
    flattening: { data_flattening_max_level: DEEP },
    columnName: (name) => name.toLowerCase(),
    habits: [EMPTY_FIELD_IS_NULL, LOST_MAP],
  },
];

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeControls(text: string): string {
  return text.replaceAll(/[\n\r\t]/g, (control) => ESCAPES[control]!);
}
