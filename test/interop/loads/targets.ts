import type { Connection } from '../postgres/server.js';
import type { ToolName } from '../tools/table.js';
import { beforeMaps, shapeOf, type Kind, type Shape } from './shape.js';
import type { Stream } from '../../../src/streams/entry.js';

/** Where a load goes. */
export interface Place {
  /** An empty folder, for files and configuration. */
  readonly folder: string;
  readonly connection: Connection;
  /** A schema of its own in the database. */
  readonly schema: string;
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
  readonly store: 'postgres' | 'csv' | 'jsonl';
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
    settings: ({ connection: { database, ...connection }, schema }) => ({
      ...connection,
      dbname: database,
      default_target_schema: schema,
    }),
    flattening: { data_flattening_max_level: DEEP },
    columnName: (name) => name.toLowerCase(),
    habits: [
      {
        why: 'its COPY takes an empty field for NULL',
        kinds: ['text'],
        stored: (value) => (value === '' ? null : value),
      },
      {
        why: 'its COPY has no escapes but for quotes, so that those of JSON stay in the text',
        kinds: ['text'],
        stored: (value) => (typeof value === 'string' ? escapeControls(value) : value),
      },
      {
        why: 'it flattens maps in records but not in schemas, so that their column stays empty',
        kinds: ['map'],
        flattening: true,
        stored: () => null,
      },
    ],
  },
];

/** A target, what the tap sends it, and what it does with it. */
export interface Setup {
  readonly name: string;
  readonly target: Target;
  /** Whether the tap makes columns of nested objects. */
  readonly fromTap: 'plain' | 'flattened';
  readonly flattening: boolean;
}

/** Nested objects left alone, made columns by the target, and made columns by the tap. */
export const SETUPS: readonly Setup[] = TARGETS.flatMap((target) => {
  const { tool, flattening, alwaysFlattens = false } = target;
  const setups: Setup[] = [
    { name: tool, target, fromTap: 'plain', flattening: alwaysFlattens },
    { name: `${tool}, flattened by the tap`, target, fromTap: 'flattened', flattening: alwaysFlattens },
  ];
  if (flattening) setups.push({ name: `${tool}, flattening`, target, fromTap: 'plain', flattening: true });
  return setups;
});

/** How a stream ought to lie where the setup puts it. */
export function loadedShape(stream: Stream, { target, fromTap, flattening }: Setup): Shape {
  const shape = shapeOf(stream, { flattened: flattening || fromTap === 'flattened' });
  return target.carries && fromTap === 'plain' ? target.carries(shape) : shape;
}

export function settingsOfTarget({ target, flattening }: Setup, place: Place): object {
  return { ...target.settings(place), ...(flattening && target.flattening) };
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeControls(text: string): string {
  return text.replaceAll(/[\n\r\t]/g, (control) => ESCAPES[control]!);
}
