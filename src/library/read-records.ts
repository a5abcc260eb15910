import { readInputs, type SyncInputs } from '../cli/inputs.js';
import { openSession } from '../cli/session.js';
import { InputFaults } from '../errors.js';
import type { Settings } from '../generated/config.js';
import type { RecordsByStream } from '../generated/records.js';
import type { Logger } from '../log/logger.js';
import { ReaderGoneError } from '../singer/output.js';
import { State, type StateValue } from '../singer/state.js';
import type { Report } from '../sync/outcome/report.js';
import { readStateText } from '../sync/state/load.js';
import { sync } from '../sync/sync.js';
import { IncompleteError } from './errors.js';
import { LineChannel } from './line-channel.js';
import { createLibraryLogger, type LogLine } from './log.js';

/** The settings of docs/settings.md, as in a config file; each may be left out. */
export type TapSettings = Partial<Settings>;

export interface ReadOptions {
  readonly config: TapSettings;
  /** Patterns as for `--select`, for instance `posts, !posts.content`; left out: the default streams. */
  readonly select?: string | readonly string[];
  /** An earlier run's `reader.state`, or any other state that `--state` accepts; left out: none. */
  readonly state?: object;
  /** Ends the run: the loop then throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** Receives the log, line by line; left out: there is none. */
  readonly onLog?: (line: LogLine) => void;
}

/** A record with its stream: the value of `stream` determines the type of `record`. */
export type TapRecord = {
  readonly [Name in keyof RecordsByStream]: {
    readonly stream: Name;
    readonly record: RecordsByStream[Name];
    /** When LinkedIn's answer came, ISO 8601 in UTC. */
    readonly timeExtracted: string;
  };
}[keyof RecordsByStream];

/** One run, which can be iterated once. */
export interface RecordReader extends AsyncIterable<TapRecord> {
  /**
   * The state to keep. It covers only records that the loop has finished with, so it may be stored at any time, also
   * after `break` or an error: at worst, the next run returns some records again.
   */
  readonly state: StateValue;
}

/**
 * Reads LinkedIn as a sync does, and yields the records one by one. Nothing is sent before the loop starts. A slow loop
 * slows the calls down. Leaving it early ends them, and closes everything open, before your code continues.
 *
 * The loop throws `ConfigError`, `PatternError` or `StateError` if the options have a fault (`InputFaults` if they have
 * several), an error of `TapError`'s family if the run cannot continue (`AuthError`, `NoOrganizationError`…), and
 * `IncompleteError` at its end if some streams or organizations could not be read, or a limit left some to the next
 * run.
 */
export function readRecords(options: ReadOptions): RecordReader {
  let state = (options.state ?? { bookmarks: {} }) as StateValue;
  let isTaken = false;
  const keep = (moved: StateValue): void => {
    state = moved;
  };
  return {
    get state() {
      return state;
    },
    [Symbol.asyncIterator]() {
      if (isTaken) throw new TypeError('A reader can be iterated only once: call readRecords again, with its state.');
      isTaken = true;
      return run(options, keep);
    },
  };
}

async function* run(
  options: ReadOptions,
  keep: (state: StateValue) => void,
): AsyncGenerator<TapRecord, void, undefined> {
  const { signal, onLog } = options;
  signal?.throwIfAborted();
  const logger = createLibraryLogger(onLog);
  const inputs = await readOptions(options, logger);
  keep(inputs.state.value());
  const stop = new AbortController();
  const end = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', end, { once: true });
  const channel = new LineChannel();
  const session = openSession(inputs.config, { stdout: channel, logger, stop });
  const running = sync({ ...inputs, ...session, logger }).finally(() => channel.end());
  running.catch(() => {});
  try {
    for await (const line of channel.lines()) {
      stop.signal.throwIfAborted();
      const message = JSON.parse(line) as Message;
      if (message.type === 'STATE') keep(message.value);
      if (message.type === 'RECORD') yield recordOf(message);
    }
    assertComplete(await running);
  } finally {
    stop.abort(new ReaderGoneError());
    channel.destroy();
    await running.catch(() => {});
    session.client.close();
    signal?.removeEventListener('abort', end);
  }
}

type Message =
  | { readonly type: 'SCHEMA' }
  | { readonly type: 'STATE'; readonly value: StateValue }
  | { readonly type: 'RECORD'; readonly stream: string; readonly record: unknown; readonly time_extracted: string };

/** The encoder guarantees the type: every column of the schema, with its type. */
const recordOf = ({ stream, record, time_extracted: timeExtracted }: Message & { type: 'RECORD' }): TapRecord =>
  ({ stream, record, timeExtracted }) as TapRecord;

/** @throws ConfigError, PatternError, StateError, or InputFaults for several faults */
async function readOptions({ config, select = [], state }: ReadOptions, logger: Logger): Promise<SyncInputs> {
  const sources = {
    paths: ['config'],
    env: process.env,
    readFile: () => Promise.resolve(JSON.stringify(config ?? null)),
    isOpenToOthers: () => Promise.resolve(false),
  };
  try {
    return await readInputs(
      {
        sources,
        selection: { select: typeof select === 'string' ? [select] : select },
        readState: async (surroundings) =>
          state === undefined ? new State() : readStateText(JSON.stringify(state), surroundings),
      },
      logger,
    );
  } catch (error) {
    throw error instanceof InputFaults && error.errors.length === 1 ? error.errors[0] : error;
  }
}

/** @throws IncompleteError */
function assertComplete({ failed, faults, streams, deferred }: Report): void {
  if (failed.length === 0 && !deferred) return;
  const left = streams.filter(({ isDeferred }) => isDeferred).map(({ name }) => name);
  throw new IncompleteError({ failed, faults, deferred: left });
}
