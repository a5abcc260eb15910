import { isDeepStrictEqual } from 'node:util';
import { listFaults, TapError } from '../../../errors.js';
import { isObject, type JsonObject } from '../../../json-object.js';
import { State, type StateValue } from '../../../singer/state.js';
import type { Stream } from '../../../streams/entry.js';
import { UNASSIGNED } from '../foreign/unassigned.js';
import { RESUME, type ResumeEntry } from '../resume-entry.js';
import { settle, type Candidate, type Dispute } from './entries.js';
import { mergeResume } from './resume.js';

/** A state, and its name in messages about conflicts. */
export interface NamedState {
  readonly name: string;
  readonly value: StateValue;
}

export interface MergeRequest {
  /** The state that all of them began with; null: unknown. */
  readonly base: StateValue | null;
  readonly states: readonly NamedState[];
  /** All streams of the tap, which tell which bookmarks have an order. */
  readonly streams: readonly Pick<Stream, 'name' | 'replication'>[];
}

/** Two states differ in an entry, and neither has the value they began with. */
export class StateConflictError extends TapError {
  constructor(conflicts: readonly string[]) {
    super('STATE_CONFLICT', listFaults('The states cannot be merged', conflicts), {
      hint: 'Two runs have read the same pages, or --base is not the state that all of them began with.',
    });
  }
}

/**
 * Merges several states into one: of each entry, the value that a run has changed. The order and grouping of states
 * make no difference. A state that holds nothing at all, which a run leaves if it could not begin, changes nothing.
 *
 * @throws StateConflictError, which names every entry that two of them have changed to different values
 */
export function mergeStates({ base, states, streams }: MergeRequest): StateValue {
  const told = states.filter(({ value }) => !isEmpty(value));
  const conflicts: string[] = [];
  const decide = (place: string, dispute: Dispute): unknown => {
    const { value, rivals } = settle(dispute);
    if (rivals.length > 0) conflicts.push(describe(place, rivals));
    return value;
  };
  const bookmarks = mergeBookmarks({ base, states: told, streams }, decide);
  const extras = mergeExtras({ base, states: told, bookmarks }, decide);
  if (conflicts.length > 0) throw new StateConflictError(conflicts);
  const resume = mergeResume(
    resumeIn(base),
    told.map(({ value }) => resumeIn(value)),
  );
  return new State({ ...extras, ...(resume && { [RESUME]: resume }), bookmarks }).value();
}

type Decide = (place: string, dispute: Dispute) => unknown;
type Bookmarks = Readonly<Record<string, JsonObject>>;

function mergeBookmarks({ base, states, streams }: MergeRequest, decide: Decide): Bookmarks {
  const all = [...(base ? [base] : []), ...states.map(({ value }) => value)];
  const merged = keysOf(all.map(({ bookmarks }) => bookmarks)).map((stream) => {
    const replication = streams.find(({ name }) => name === stream)?.replication;
    const key = replication?.kind === 'incremental' ? replication.key : null;
    const entries = states.map(({ name, value }) => ({ name, entries: value.bookmarks[stream] ?? {} }));
    const before = base?.bookmarks[stream] ?? {};
    // A bookmark of the base state that names no organization was given out by all runs alike.
    const givenOut = unassignedIn(base)[stream];
    const organizations = keysOf([before, ...entries.map((each) => each.entries)]);
    const settled = organizations.map((organization) => {
      const candidates = candidatesFor(organization, entries);
      const dispute = { base: before[organization], isTold: base !== null, givenOut, candidates, key };
      return [organization, decide(`bookmarks.${stream}.${organization}`, dispute)] as const;
    });
    return [stream, Object.fromEntries(settled)] as const;
  });
  return Object.fromEntries(merged);
}

/** Merges what else a state holds. Bookmarks that waited for their organization are dropped once a run has found it. */
function mergeExtras(
  { base, states, bookmarks }: Pick<MergeRequest, 'base' | 'states'> & { bookmarks: Bookmarks },
  decide: Decide,
): JsonObject {
  const extras: Record<string, unknown> = {};
  const parts = states.map(({ name, value }) => ({ name, entries: value }));
  for (const key of keysOf([base ?? {}, ...states.map(({ value }) => value)])) {
    if (key === 'bookmarks' || key === RESUME || key === UNASSIGNED) continue;
    const candidates = candidatesFor(key, parts);
    extras[key] = decide(key, { base: base?.[key], isTold: base !== null, candidates, key: null });
  }
  const waiting = states.map(({ name, value }) => ({ name, entries: unassignedIn(value) }));
  const before = unassignedIn(base);
  const left = keysOf([before, ...waiting.map(({ entries }) => entries)]).filter((stream) => {
    const isTaken = stream in before && waiting.some(({ entries }) => !(stream in entries));
    return !(isTaken && Object.keys(bookmarks[stream] ?? {}).length > 0);
  });
  const unassigned = left.map((stream) => {
    const dispute = {
      base: before[stream],
      isTold: base !== null,
      candidates: candidatesFor(stream, waiting),
      key: null,
    };
    return [stream, decide(`${UNASSIGNED}.${stream}`, dispute)] as const;
  });
  return unassigned.length > 0 ? { ...extras, [UNASSIGNED]: Object.fromEntries(unassigned) } : extras;
}

const candidatesFor = (key: string, parts: readonly { name: string; entries: JsonObject }[]): Candidate[] =>
  parts.flatMap(({ name, entries }) => (key in entries ? [{ name, value: entries[key] }] : []));

const keysOf = (objects: readonly JsonObject[]): string[] =>
  [...new Set(objects.flatMap((object) => Object.keys(object)))].sort();

function unassignedIn(state: StateValue | null): JsonObject {
  const entries = state?.[UNASSIGNED];
  return isObject(entries) ? entries : {};
}

const resumeIn = (state: StateValue | null): ResumeEntry | null =>
  (state?.[RESUME] as ResumeEntry | null | undefined) ?? null;

const isEmpty = (state: StateValue): boolean => isDeepStrictEqual(state, { bookmarks: {} });

/** The most states that a conflict names; the others are only counted. */
const NAMED = 3;

function describe(place: string, rivals: readonly Candidate[]): string {
  const names = rivals.map(({ name }) => name);
  const more = names.length - NAMED;
  const named = more > 0 ? [...names.slice(0, NAMED), `${more} more`] : names;
  return `${place} differs in ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}
