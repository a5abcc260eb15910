import { createHash } from 'node:crypto';
import type { Config } from '../../config/config.js';
import { isObject } from '../../json-object.js';
import { StateError, type State } from '../../singer/state.js';
import { formatDay } from '../../singer/values.js';
import type { PlannedStream } from '../stream.js';

const KEY = 'resume';

/** What a run that stopped at a limit deferred to the next one, under `resume` in the state. */
export interface ResumeEntry {
  /** What was read on that UTC day, so that another run on it need not pay for it again. */
  readonly completed: Readonly<Record<string, CompletedDay>>;
  /** Where to go on: first those who were the first to be turned away. */
  readonly next: readonly NextInLine[];
}

/** Streams that are read by the same calls, and the organization with which they begin. */
export interface NextInLine {
  readonly streams: readonly string[];
  readonly organization: string;
}

export interface CompletedDay {
  /** Of the settings that decide what a record holds: what was read with others does not count. */
  readonly settings: string;
  /** Organizations by stream; of a stream that is about none, an empty list. */
  readonly streams: Readonly<Record<string, readonly string[]>>;
}

/** Today, and the settings of this run. */
interface RunIdentity {
  /** UTC, `YYYY-MM-DD`. */
  readonly day: string;
  readonly settings: string;
}

type Lists = ReadonlyMap<string, ReadonlySet<string>>;

/** What the last run deferred. Without a `resume` in the state nothing is done yet, and no organization comes first. */
export class Resume {
  readonly #run: RunIdentity;
  readonly #next: ResumeEntry['next'];
  /** Organizations by stream, of what the last run read to its end. */
  readonly #last: Lists;
  /** The same, of what was read earlier today. */
  readonly done: Lists;

  constructor(entry: ResumeEntry | null, run: RunIdentity) {
    this.#run = run;
    this.#next = entry?.next ?? [];
    const day =
      Object.keys(entry?.completed ?? {})
        .toSorted()
        .at(-1) ?? '';
    const last = entry?.completed[day];
    this.#last = new Map(Object.entries(last?.streams ?? {}).map(([stream, list]) => [stream, new Set(list)]));
    this.done = day === run.day && last?.settings === run.settings ? this.#last : new Map();
  }

  /** Whether the stream was read to its end today; `organization` is null for one that is about none. */
  isDone(stream: string, organization: string | null): boolean {
    const done = this.done.get(stream);
    return done !== undefined && (organization === null || done.has(organization));
  }

  /** What of today this run leaves out, in a sentence. */
  describe(): string {
    const parts = [...this.done].map(([stream, { size }]) => (size === 0 ? stream : `${stream} (${size} pages)`));
    return `What was read earlier today is not read again: ${parts.join(', ')}.`;
  }

  /** The place of these streams in the line; those that wait for nothing come last. */
  place(streams: readonly { readonly name: string }[]): number {
    const place = this.#next.findIndex((next) => streams.some(({ name }) => next.streams.includes(name)));
    return place === -1 ? this.#next.length : place;
  }

  /**
   * The organizations in the order in which these streams read them: first the one at which the last run stopped. Calls
   * side by side overtake each other, so that it may have read some of those behind: their turn comes last.
   */
  order(streams: readonly { readonly name: string }[], organizations: readonly string[]): readonly string[] {
    const first = organizations.indexOf(this.#next[this.place(streams)]?.organization ?? '');
    if (first === -1) return organizations;
    const turned = [...organizations.slice(first), ...organizations.slice(0, first)];
    const wasRead = (organization: string): boolean | undefined =>
      streams.every(({ name }) => this.#last.get(name)?.has(organization));
    return [...turned.filter((organization) => !wasRead(organization)), ...turned.filter(wasRead)];
  }

  /** What this run defers, in turn. */
  toEntry({ streams, next }: { streams: CompletedDay['streams']; next: ResumeEntry['next'] }): ResumeEntry {
    const { day, settings } = this.#run;
    return { completed: { [day]: { settings, streams } }, next };
  }
}

/** What the last run deferred to this one; `now` is in epoch milliseconds. */
export function openResume(
  state: State,
  { config, streams, now }: { config: Config; streams: readonly PlannedStream[]; now: number },
): Resume {
  const entry = state.extra(KEY) as ResumeEntry | null | undefined;
  return new Resume(entry ?? null, { day: formatDay(now), settings: fingerprint(config, streams) });
}

const FINGERPRINT_LENGTH = 16;

/**
 * A short hash of the settings that decide what a record holds: what was read today with others has to be read again.
 * Those that only say how, as `max_calls` does, and the credentials are not among them.
 */
function fingerprint(config: Config, streams: readonly PlannedStream[]): string {
  const { startDate, endDate, timeGranularity, lookbackDays, snapshotHistory, resolveNames, locale } = config;
  const whole = streams.filter(({ ignoreBookmark }) => ignoreBookmark).map(({ name }) => name);
  const settings = [startDate, endDate, timeGranularity, lookbackDays, snapshotHistory, resolveNames, locale];
  const text = JSON.stringify([...settings, config.flattening, config.memberData?.mode, whole]);
  return createHash('sha256').update(text).digest('hex').slice(0, FINGERPRINT_LENGTH);
}

/** Puts what this run defers in the place of what the last one did; null: nothing is deferred. */
export function writeResume(state: State, entry: ResumeEntry | null): void {
  state.setExtra(KEY, entry ?? undefined);
}

/** @throws StateError where a state has a `resume` that this tap did not write */
export function checkResume(state: State): void {
  const entry = state.extra(KEY);
  if (entry === undefined || entry === null || isResumeEntry(entry)) return;
  throw new StateError('The state cannot be used: "resume" is not what this tap writes there; it can be taken out.');
}

function isResumeEntry(entry: unknown): entry is ResumeEntry {
  if (!isObject(entry) || !isObject(entry['completed']) || !Array.isArray(entry['next'])) return false;
  return entry['next'].every(isNextInLine) && Object.values(entry['completed']).every(isCompletedDay);
}

function isNextInLine(next: unknown): boolean {
  return isObject(next) && isText(next['organization']) && isTexts(next['streams']);
}

function isCompletedDay(day: unknown): boolean {
  if (!isObject(day) || !isText(day['settings']) || !isObject(day['streams'])) return false;
  return Object.values(day['streams']).every(isTexts);
}

const isTexts = (list: unknown): boolean => Array.isArray(list) && list.every(isText);
const isText = (value: unknown): value is string => typeof value === 'string';
