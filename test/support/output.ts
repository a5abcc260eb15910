import type { PropertySchema } from '../../src/singer/schema.js';
import type { StateValue } from '../../src/singer/state.js';

export type Json = Readonly<Record<string, unknown>>;

export interface SchemaMessage {
  readonly type: 'SCHEMA';
  readonly stream: string;
  readonly schema: { readonly type: 'object'; readonly properties: Readonly<Record<string, PropertySchema>> };
  readonly key_properties: readonly string[];
  readonly bookmark_properties?: readonly string[];
}

export interface RecordMessage {
  readonly type: 'RECORD';
  readonly stream: string;
  readonly record: Json;
  readonly time_extracted: string;
}

export interface StateMessage {
  readonly type: 'STATE';
  readonly value: StateValue;
}

export type Message = SchemaMessage | RecordMessage | StateMessage;

/** The result of one run of the tap. */
export interface TapRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly messages: readonly Message[];
  /** Lines of stderr. */
  readonly log: readonly string[];
  /** The lines of one level, without the level's name. */
  logged(level: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL'): string[];
  readonly schemas: ReadonlyMap<string, SchemaMessage>;
  records(stream: string): Json[];
  readonly states: readonly StateValue[];
  /** The last STATE. */
  readonly state: StateValue;
}

/** Parses a run's output. A last line without a newline was cut off by a kill, and no reader would take it. */
export function readRun(at: { exitCode: number | null; stdout: string; stderr: string }): TapRun {
  const messages = at.stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Message);
  const states = messages.flatMap((message) => (message.type === 'STATE' ? [message.value] : []));
  const log = at.stderr.split('\n').filter((line) => line !== '');
  return {
    ...at,
    messages,
    log,
    logged: (level) => log.filter((line) => line.startsWith(`${level} `)).map((line) => line.slice(level.length + 1)),
    schemas: new Map(messages.flatMap((message) => (message.type === 'SCHEMA' ? [[message.stream, message]] : []))),
    records: (stream) =>
      messages.flatMap((message) => (message.type === 'RECORD' && message.stream === stream ? [message.record] : [])),
    states,
    state: states.at(-1) ?? { bookmarks: {} },
  };
}

/** The records of runs by stream and key, later ones replacing earlier ones: the contents of an upserting target. */
export function upsert(...runs: readonly TapRun[]): Map<string, Json> {
  const rows = new Map<string, Json>();
  for (const run of runs) {
    for (const message of run.messages) {
      if (message.type !== 'RECORD') continue;
      const keys = run.schemas.get(message.stream)!.key_properties.map((key) => message.record[key]);
      rows.set(JSON.stringify([message.stream, ...keys]), message.record);
    }
  }
  return rows;
}
