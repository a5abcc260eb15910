import { isDeepStrictEqual } from 'node:util';
import { compareTexts } from '../../../compare.js';
import { parseShard } from '../../../config/shard.js';
import { runsOfDay, type CompletedDay, type NextInLine, type ResumeEntry } from '../resume-entry.js';
import { uniteTurns } from '../turns.js';

/**
 * Merges what several runs deferred: all that any of them completed, and the place of each in the line. A run that did
 * not finish has left what it began with, which then still waits.
 */
export function mergeResume(base: ResumeEntry | null, entries: readonly (ResumeEntry | null)[]): ResumeEntry | null {
  const changed = entries.filter((entry) => !isDeepStrictEqual(entry, base));
  if (changed.length === 0) return base;
  const told = changed.filter((entry) => entry !== null);
  const still = changed.length < entries.length ? base : null;
  const next = mergeLines(told.flatMap(takeTurns), { before: takeTurns(base), isStill: still !== null });
  const shards = [...new Set(told.flatMap((entry) => entry.shards ?? []))].sort();
  if (next.length === 0 && (shards.length === 0 || areAll(shards))) return null;
  const completed = mergeCompleted([...told.map((entry) => entry.completed), latestOf(still)]);
  const turns = uniteTurns([...told, ...(still ? [still] : [])].flatMap((entry) => entry.turns ?? []));
  return { ...(shards.length > 0 && { shards }), completed, next, ...(turns.length > 0 && { turns }) };
}

/** Whether they are all `n` shards of some `i/n`. */
function areAll(labels: readonly string[]): boolean {
  return labels.some((label) => {
    const { count = Infinity } = parseShard(label) ?? {};
    return labels.filter((other) => parseShard(other)?.count === count).length === count;
  });
}

type InTurn = NextInLine & { readonly turn: number };

const takeTurns = (entry: ResumeEntry | null): InTurn[] =>
  (entry?.next ?? []).map((each, place) => ({ ...each, streams: each.streams.toSorted(), turn: each.turn ?? place }));

/** A place that a run has moved replaces the one it began with. */
function mergeLines(
  moved: readonly InTurn[],
  { before, isStill }: { before: readonly InTurn[]; isStill: boolean },
): readonly InTurn[] {
  const distinct = new Map([...moved, ...(isStill ? before : [])].map((each) => [textOf(each), each]));
  const old = new Set(before.map(textOf));
  const all = [...distinct.values()];
  const kept = all.filter(
    (each) => !old.has(textOf(each)) || !all.some((other) => isSameLine(each, other) && !old.has(textOf(other))),
  );
  return kept.toSorted((one, other) => one.turn - other.turn || compareTexts(textOf(one), textOf(other)));
}

const isSameLine = (one: NextInLine, other: NextInLine): boolean =>
  one.shard === other.shard && one.streams.some((stream) => other.streams.includes(stream));

const textOf = ({ shard = '', streams, organization, turn }: InTurn): string =>
  JSON.stringify([shard, streams, organization, turn]);

type Completed = ResumeEntry['completed'];

/** Of what was there before, only the last day can still count. */
function latestOf(entry: ResumeEntry | null): Completed {
  const [day] = Object.keys(entry?.completed ?? {})
    .toSorted()
    .slice(-1);
  return day === undefined ? {} : { [day]: entry!.completed[day]! };
}

/** Merges what was completed, by day and settings. */
function mergeCompleted(all: readonly Completed[]): Completed {
  const days = [...new Set(all.flatMap((each) => Object.keys(each)))].sort();
  return Object.fromEntries(
    days.map((day) => {
      const runs = uniteRuns(all.flatMap((each) => runsOfDay(each[day])));
      return [day, runs.length === 1 ? runs[0]! : runs];
    }),
  );
}

function uniteRuns(runs: readonly CompletedDay[]): CompletedDay[] {
  const settings = [...new Set(runs.map((run) => run.settings))].sort();
  return settings.map((each) => {
    const lists = runs.filter((run) => run.settings === each).map((run) => run.streams);
    const names = [...new Set(lists.flatMap((list) => Object.keys(list)))].sort();
    const streams = names.map((name) => [name, [...new Set(lists.flatMap((list) => list[name] ?? []))].sort()]);
    return { settings: each, streams: Object.fromEntries(streams) as CompletedDay['streams'] };
  });
}
