import { TapError } from '../errors.js';
import { isObject, type JsonObject } from '../json-object.js';
import { isTooDeep, quoteValue } from './values.js';

/**
 * What the state keeps for one organization in one stream, for instance `{"timeRange.end": "2026-11-21T00:00:00Z"}`.
 */
export type Bookmark = Readonly<Record<string, unknown>>;

export interface StateValue {
  readonly bookmarks: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [key: string]: unknown;
}

/** A bad state file. */
export class StateError extends TapError {
  constructor(message: string, { hint = USUAL_HINT }: { hint?: string } = {}) {
    super('STATE_INVALID', message, { hint });
  }
}

/** Nothing in the file is a state. */
export class NoStateError extends StateError {
  constructor() {
    super('The state file holds no state: a JSON object with "bookmarks".');
  }
}

const USUAL_HINT = 'Pass a state that this tap or a target printed, or leave --state out to start from start_date.';

/** Converts another tool's state; null: the value is not one. */
export type ForeignReader = (value: unknown) => StateValue | null;

/**
 * The state of a run: what came in, and what the run has changed since. Entries of streams and organizations that the
 * run does not touch stay as they are.
 */
export class State {
  #rest: JsonObject;
  readonly #bookmarks: Map<string, Map<string, unknown>>;

  constructor(value: StateValue = { bookmarks: {} }) {
    const { bookmarks, ...rest } = value;
    this.#rest = rest;
    this.#bookmarks = new Map(
      Object.entries(bookmarks).map(([stream, entry]) => [stream, new Map(Object.entries(entry))]),
    );
  }

  bookmark(stream: string, organization: string): Bookmark | undefined {
    return this.#bookmarks.get(stream)?.get(organization) as Bookmark | undefined;
  }

  setBookmark({ stream, organization, bookmark }: { stream: string; organization: string; bookmark: Bookmark }): void {
    let entry = this.#bookmarks.get(stream);
    if (!entry) this.#bookmarks.set(stream, (entry = new Map()));
    entry.set(organization, bookmark);
  }

  /** What the state holds besides its bookmarks. */
  extra(key: string): unknown {
    return this.#rest[key];
  }

  /** undefined removes it. */
  setExtra(key: string, value: unknown): void {
    const { [key]: _before, ...others } = this.#rest;
    this.#rest = value === undefined ? others : { ...others, [key]: value };
  }

  /** The state's entries for a stream, by organization. */
  entries(stream: string): Iterable<[string, unknown]> {
    return this.#bookmarks.get(stream) ?? [];
  }

  /** Organizations that have a bookmark in any stream. */
  organizations(): Set<string> {
    return new Set([...this.#bookmarks.values()].flatMap((entry) => [...entry.keys()]));
  }

  /** The whole state, with its bookmarks sorted: equal states print equally, in whatever order the run set them. */
  value(): StateValue {
    const bookmarks = sorted(this.#bookmarks).map(([stream, entry]) => [stream, Object.fromEntries(sorted(entry))]);
    return { ...this.#rest, bookmarks: Object.fromEntries(bookmarks) as StateValue['bookmarks'] };
  }
}

/**
 * Reads the text of a state file: all of it as one JSON value, else its last line that is a state, so that a target's
 * whole output can be passed. Accepts a state, a STATE message, `{}`, and anything `readForeign` can convert. An empty
 * text means no state.
 *
 * @throws StateError when the text holds none
 */
export function parseState(text: string, readForeign: ForeignReader = () => null): StateValue {
  const trimmed = text.trim();
  if (trimmed === '') return { bookmarks: {} };
  return readState(trimmed, readForeign) ?? parseLastState(trimmed.split('\n'), readForeign);
}

/**
 * The last line that is a state.
 *
 * @throws StateError when none is, or that one cannot be used
 */
export function parseLastState(lines: readonly string[], readForeign: ForeignReader = () => null): StateValue {
  for (const line of lines.toReversed()) {
    const value = readLine(line, readForeign);
    if (value) return value;
  }
  throw new NoStateError();
}

/** Whether the line is a state, valid or not: an invalid one does no harm as long as a later one counts. */
export function isStateLine(line: string, readForeign: ForeignReader = () => null): boolean {
  try {
    return readLine(line, readForeign) !== null;
  } catch (error) {
    if (error instanceof StateError) return true;
    throw error;
  }
}

/** Whether a text starts like one JSON value over all its lines, and no line of it is JSON by itself. */
export function isBrokenValue(text: string): boolean {
  return CONTAINER.test(text) && !text.split('\n').some((line) => CONTAINER.test(line) && isJson(line));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The start of JSON that can be a state. Without this test, parsing millions of log lines in vain takes long. */
const CONTAINER = /^\s*[[{]/;

const readLine = (line: string, readForeign: ForeignReader): StateValue | null =>
  CONTAINER.test(line) ? readState(line, readForeign) : null;

function readState(text: string, readForeign: ForeignReader): StateValue | null {
  let value: unknown;
  try {
    value = JSON.parse(text.trim());
  } catch {
    return null;
  }
  const state = isObject(value) && value['type'] === 'STATE' && isObject(value['value']) ? value['value'] : value;
  if (!isObject(state)) return readForeign(state);
  if (Object.keys(state).length === 0) return { bookmarks: {} };
  const { bookmarks } = state;
  return isObject(bookmarks) ? checkBookmarks({ ...state, bookmarks }) : readForeign(state);
}

function checkBookmarks(state: JsonObject & { bookmarks: JsonObject }): StateValue {
  if (isTooDeep(state)) throw new StateError('The state cannot be used: it is nested too deep to be written again.');
  for (const [stream, entry] of Object.entries(state.bookmarks)) {
    if (!isObject(entry)) {
      throw new StateError(`bookmarks.${stream} is ${quoteValue(entry)}; an object keyed by organization is expected.`);
    }
  }
  return state as StateValue;
}

const sorted = <Value>(map: Map<string, Value>): [string, Value][] =>
  [...map].sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
