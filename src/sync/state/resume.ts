import { createHash } from 'node:crypto';
import { compareTexts } from '../../compare.js';
import type { Config, Shard } from '../../config/config.js';
import { formatShard, parseShard } from '../../config/shard.js';
import type { State } from '../../singer/state.js';
import { formatDay } from '../../singer/values.js';
import { divide } from '../shard.js';
import type { PlannedStream } from '../stream.js';
import { SERVED_MONTHS } from '../window.js';
import { lastTurns, toTurns, type LastTurns, type Turns } from './turns.js';
import { resumeOf, runsOfDay, type CompletedDay, type NextInLine, type ResumeEntry } from './resume-entry.js';

/** Today, the settings of this run, and its shard. */
interface RunIdentity {
  /** UTC, `YYYY-MM-DD`. */
  readonly day: string;
  readonly settings: string;
  readonly shard: Shard | null;
}

type Lists = ReadonlyMap<string, ReadonlySet<string>>;

/** The organizations of a run, and those of all shards. */
interface Pages {
  readonly organizations: readonly string[];
  readonly everyone: readonly string[];
}
type Named = readonly { readonly name: string }[];

/** What the last run deferred. Without a `resume` in the state nothing is done yet, and no organization comes first. */
export class Resume {
  readonly #run: RunIdentity;
  readonly #next: readonly NextInLine[];
  /** Organizations by stream that the last run read completely. */
  readonly #last: Lists;
  /** The UTC day of that run; empty: there was none. */
  readonly #lastDay: string;
  /** null: the last runs had no shards, so the places in the line are enough. */
  readonly #turns: readonly Turns[] | null;
  /** Organizations by stream that were read completely earlier today, with the same settings. */
  readonly done: Lists;

  constructor(entry: ResumeEntry | null, run: RunIdentity) {
    const { completed = {}, next = [], turns = null } = entry?.next.length ? entry : {};
    this.#run = run;
    this.#turns = turns;
    this.#next = inTurn(next);
    const day = Object.keys(completed).toSorted().at(-1) ?? '';
    const runs = runsOfDay(completed[day]);
    this.#lastDay = day;
    this.#last = unite(runs);
    this.done = day === run.day ? unite(runs.filter(({ settings }) => settings === run.settings)) : new Map();
  }

  /** Whether the stream was read completely today; `organization` is null for a stream that is about none. */
  isDone(stream: string, organization: string | null): boolean {
    const done = this.done.get(stream);
    return done !== undefined && (organization === null || done.has(organization));
  }

  /** One sentence about what this run leaves out. */
  describe(): string {
    const parts = [...this.done].map(([stream, { size }]) => (size === 0 ? stream : `${stream} (${size} pages)`));
    return `What was read earlier today is not read again: ${parts.join(', ')}.`;
  }

  /** The place of these streams in the line; streams that wait for nothing come last. */
  place(streams: Named): number {
    const line = this.#line;
    const place = line.findIndex((next) => isFor(next, streams));
    return place === -1 ? line.length : place;
  }

  /** The line of this shard, if it has one; otherwise the whole line. */
  get #line(): readonly NextInLine[] {
    const label = labelOf(this.#run.shard);
    const own = this.#next.filter(({ shard }) => shard === label);
    return own.length > 0 ? own : this.#next;
  }

  /**
   * The organizations in the order in which these streams read them, beginning with the one at which the last run
   * stopped. As calls run in parallel, that run may have read some of those after it: they come last. If the last run
   * was one of several shards, each shard has its own place among the organizations that were its own then.
   */
  order(streams: Named, { organizations, everyone }: Pages): readonly string[] {
    const ranks = rankByPlace(
      this.#next.filter((next) => isFor(next, streams)),
      everyone,
    );
    const turns = this.#turns ? this.#lastTurns(streams.map(({ name }) => name)) : NO_TURNS;
    if (ranks.size === 0 && turns.size === 0) return organizations;
    const rank = (organization: string): number =>
      (this.#wasRead(streams, organization) ? everyone.length : 0) + (ranks.get(organization) ?? 0);
    const turn = (organization: string): string => turns.get(organization) ?? '';
    return organizations
      .map((organization) => ({ organization, rank: rank(organization), turn: turn(organization) }))
      .sort((one, other) => compareTexts(one.turn, other.turn) || one.rank - other.rank)
      .map(({ organization }) => organization);
  }

  /** The day of each organization's last turn; before there were shards, what was read last tells it. */
  #lastTurns(streams: readonly string[]): Map<string, string> {
    if (this.#turns) return lastTurns(this.#turns, streams);
    const read = streams.map((stream) => [...(this.#last.get(stream) ?? [])]);
    return new Map(read.flat().map((organization) => [organization, this.#lastDay]));
  }

  /** Whether the last run read all these streams of the organization. */
  #wasRead(streams: Named, organization: string): boolean {
    return streams.every(({ name }) => this.#last.get(name)?.has(organization));
  }

  /** The entry for what this run defers; `turns` has the organizations that had their turn in it. */
  toEntry({ streams, next, turns }: Deferred): ResumeEntry {
    const { day, settings, shard } = this.#run;
    const completed = { [day]: { settings, streams } };
    if (shard === null && !this.#turns) return { completed, next };
    const merged = turns.flatMap((each) => {
      const last = this.#lastTurns(each.streams);
      for (const organization of each.organizations) last.set(organization, day);
      return last.size === 0 ? [] : [toTurns(each.streams, last)];
    });
    const label = labelOf(shard);
    if (label === undefined) return { completed, next, turns: merged };
    return { shards: [label], completed, next: next.map((each) => ({ ...each, shard: label })), turns: merged };
  }
}

/** What a run leaves to the next one. */
interface Deferred {
  readonly streams: CompletedDay['streams'];
  readonly next: ResumeEntry['next'];
  /** Organizations that had their turn, by groups of streams. */
  readonly turns: readonly { readonly streams: readonly string[]; readonly organizations: readonly string[] }[];
}

const NO_TURNS: LastTurns = new Map();

const labelOf = (shard: Shard | null): string | undefined => (shard === null ? undefined : formatShard(shard));

const isFor = (next: NextInLine, streams: Named): boolean => streams.some(({ name }) => next.streams.includes(name));

/** Merged lines take turns: first the heads of all of them, then the places behind. */
function inTurn(next: readonly NextInLine[]): readonly NextInLine[] {
  return next.toSorted((one, other) => (one.turn ?? 0) - (other.turn ?? 0));
}

/** For each organization, how many of its shard come before it, counted from where that shard stopped. */
function rankByPlace(stops: readonly NextInLine[], everyone: readonly string[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const divided = new Map<number, ReturnType<typeof divide>>();
  for (const { organization, shard: label = '1/1' } of stops) {
    const { index, count } = parseShard(label) ?? WHOLE;
    const shards = divided.get(count) ?? divide(everyone, count);
    divided.set(count, shards);
    const members = shards[index - 1]!;
    const first = members.indexOf(organization);
    if (first === -1) continue;
    for (const [place, member] of members.entries()) {
      const rank = (place - first + members.length) % members.length;
      ranks.set(member, Math.min(rank, ranks.get(member) ?? rank));
    }
  }
  return ranks;
}

const WHOLE: Shard = { index: 1, count: 1 };

/** Organizations by stream, of all these runs together. */
function unite(runs: readonly CompletedDay[]): Lists {
  const lists = new Map<string, Set<string>>();
  for (const { streams } of runs) {
    for (const [stream, organizations] of Object.entries(streams)) {
      const list = lists.get(stream) ?? new Set();
      lists.set(stream, list);
      for (const organization of organizations) list.add(organization);
    }
  }
  return lists;
}

/** What the last run deferred to this one; `now` is in epoch milliseconds. */
export function openResume(
  state: State,
  { config, streams, now }: { config: Config; streams: readonly PlannedStream[]; now: number },
): Resume {
  const identity = { day: formatDay(now), settings: fingerprint(config, streams), shard: config.shard };
  return new Resume(resumeOf(state), identity);
}

const FINGERPRINT_LENGTH = 16;

/**
 * A short hash of the settings that decide what a record holds: what was read today with others has to be read again.
 * Left out are the credentials and the settings that only say how to read, such as `max_calls`, or which organizations.
 */
function fingerprint(config: Config, streams: readonly PlannedStream[]): string {
  const { startDate, endDate, timeGranularity, lookbackDays, snapshotHistory, resolveNames, locale } = config;
  const whole = streams.filter(({ ignoreBookmark }) => ignoreBookmark).map(({ name }) => name);
  const settings = [startDate, endDate, timeGranularity, lookbackDays, snapshotHistory, resolveNames, locale];
  const own = config.connectionName === null ? [] : [config.connectionName];
  const months = config.socialWindowMonths === SERVED_MONTHS ? [] : [{ months: config.socialWindowMonths }];
  const text = JSON.stringify([...settings, config.flattening, config.memberData?.mode, whole, ...own, ...months]);
  return createHash('sha256').update(text).digest('hex').slice(0, FINGERPRINT_LENGTH);
}
