import { isObject } from '../../json-object.js';
import { StateError, type State } from '../../singer/state.js';
import type { Turns } from './turns.js';

export const RESUME = 'resume';

/** What a run that stopped at a limit deferred to the next one, under `resume` in the state. */
export interface ResumeEntry {
  /** What was read, by UTC day, so that another run on that day need not read it again. */
  readonly completed: Readonly<Record<string, CompletedDay | readonly CompletedDay[]>>;
  /** Where to go on, in the order in which calls ran out. Empty: nothing waits, and the whole entry has no effect. */
  readonly next: readonly NextInLine[];
  /** The shards, `i/n`, that this comes from; absent: a run that read all organizations. */
  readonly shards?: readonly string[];
  /** Who has waited longest; kept by runs of shards, and by runs after them. */
  readonly turns?: readonly Turns[];
}

/** Streams that are read by the same calls, and the organization with which they begin. */
export interface NextInLine {
  readonly streams: readonly string[];
  readonly organization: string;
  /** `i/n`, if a shard begins there. */
  readonly shard?: string;
  /** Its place in the line of its own run, from 0, if several lines were merged; otherwise the list is the line. */
  readonly turn?: number;
}

export interface CompletedDay {
  /** A hash of the settings that decide what a record holds: what was read with others does not count. */
  readonly settings: string;
  /** Organizations by stream; an empty list for a stream that is about none. */
  readonly streams: Readonly<Record<string, readonly string[]>>;
}

/** What was completed on a day, by set of settings: shards may differ in theirs. */
export const runsOfDay = (day: ResumeEntry['completed'][string] | undefined): readonly CompletedDay[] =>
  day === undefined ? [] : [day].flat();

export function resumeOf(state: State): ResumeEntry | null {
  return (state.extra(RESUME) as ResumeEntry | null | undefined) ?? null;
}

/** Replaces what the last run deferred by what this one defers; null: nothing. */
export function writeResume(state: State, entry: ResumeEntry | null): void {
  state.setExtra(RESUME, entry ?? undefined);
}

/** @throws StateError where a state has a `resume` that this tap did not write */
export function checkResume(state: State): void {
  const entry = state.extra(RESUME);
  if (entry === undefined || entry === null || isResumeEntry(entry)) return;
  throw new StateError(
    'The state cannot be used: "resume" is not in the form that this tap writes; it can be removed.',
  );
}

function isResumeEntry(entry: unknown): entry is ResumeEntry {
  if (!isObject(entry) || !isObject(entry['completed']) || !Array.isArray(entry['next'])) return false;
  const { shards = [], turns = [] } = entry;
  if (!isTexts(shards) || !Array.isArray(turns) || !turns.every(areTurns)) return false;
  return entry['next'].every(isNextInLine) && Object.values(entry['completed']).flat().every(isCompletedDay);
}

function isNextInLine(next: unknown): boolean {
  if (!isObject(next) || !isText(next['organization']) || !isTexts(next['streams'])) return false;
  const { shard, turn } = next;
  return (shard === undefined || isText(shard)) && (turn === undefined || Number.isSafeInteger(turn));
}

function isCompletedDay(day: unknown): boolean {
  if (!isObject(day) || !isText(day['settings']) || !isObject(day['streams'])) return false;
  return Object.values(day['streams']).every(isTexts);
}

function areTurns(turns: unknown): boolean {
  return (
    isObject(turns) &&
    isTexts(turns['streams']) &&
    isObject(turns['days']) &&
    Object.values(turns['days']).every(isTexts)
  );
}

const isTexts = (list: unknown): boolean => Array.isArray(list) && list.every(isText);
const isText = (value: unknown): value is string => typeof value === 'string';
