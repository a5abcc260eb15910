import { join } from 'node:path';
import type { Connection } from '../postgres/server.js';
import type { ToolName } from '../tools/table.js';
import { beforeMaps, type Kind, type Shape } from './shape.js';

/** Where a load goes. */
export interface Place {
  /** Its own folder, for files and configuration. */
  readonly folder: string;
  /** Its own schema, for targets that store in PostgreSQL. */
  readonly schema: string;
  readonly connection: Connection | null;
}

/** Something a target is known to do to values, which the tap cannot change. */
export interface Habit {
  readonly why: string;
  readonly kinds: readonly Kind[];
  /** Whether it only applies when the target flattens. */
  readonly flattening?: true;
  /** What comes back for a value that is not null. */
  readonly stored: (value: unknown) => unknown;
}

export interface Target {
  readonly tool: ToolName;
  readonly store: 'postgres' | 'duckdb' | 'csv' | 'jsonl';
  readonly settings: (place: Place) => object;
  /** Additional settings that make it flatten nested objects; absent if it cannot. */
  readonly flattening?: object;
  /** Whether it always flattens nested objects. */
  readonly alwaysFlattens?: true;
  /** The part of a shape that survives its own flattening; if absent, all of it. */
  readonly carries?: (shape: Shape) => Shape;
  /** Its name for a column. */
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

/** Path of a place's DuckDB file. */
export const databaseFile = (folder: string): string => join(folder, 'linkedin.duckdb');

/** Every target that the suite loads, each in its usual mode. */
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
    // Otherwise it reports each run to a server of its makers.
    settings: ({ folder }) => ({ destination_path: folder, disable_collection: true }),
    alwaysFlattens: true,
    // Each record's own fields decide where its values go, so the keys of a map shift all later columns.
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
      // Several batches, each with its own state, instead of a single one.
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
