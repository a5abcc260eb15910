import type { StateValue } from '../../src/singer/state.js';
import type { Json, TapRun } from '../support/output.js';
import { findLie, type Leeway } from './lie.js';
import { LISTS, nameRow, type KnownRow, type KnownRows } from './rows.js';

const TIME_BOUND = ['follower_statistics_time_bound', 'share_statistics_time_bound', 'page_statistics_time_bound'];

/** Posts that appear this late are still requested. */
const LATE_MS = 2 * 86_400_000;

interface Circumstances {
  readonly known: KnownRows;
  readonly nameOf: (urn: string) => string | null;
  /** Posts are edited while the run reads them, so what is known about them differs from what a page of them said. */
  readonly postsMove: boolean;
  readonly leeway: Leeway;
  readonly granularity: string;
  /** Days without activity are left out, so one may appear before the bookmark when it is restated. */
  readonly daysAppear: boolean;
}

interface Expectation {
  readonly streams: ReadonlySet<string>;
  readonly organizations: ReadonlySet<number>;
  /** Streams whose rows have to be there, whatever their contents. */
  readonly present?: ReadonlySet<string>;
  readonly leeway: Leeway;
}

/** The contents of an upserting target after some runs, and what is wrong with them. */
export class Ledger {
  readonly #rows = new Map<string, Json>();
  readonly problems: string[] = [];

  get size(): number {
    return this.#rows.size;
  }

  /** Takes the messages of a run in order, and compares each with what LinkedIn knew on that night. */
  take(run: TapRun, at: Circumstances): void {
    const { known, nameOf, postsMove, leeway } = at;
    for (const message of run.messages) {
      if (message.type === 'STATE') this.#checkState(message.value, at);
      if (message.type !== 'RECORD') continue;
      const { stream } = message;
      const record = unflatten(message.record);
      const name = nameRow(
        stream,
        // With `snapshot_history` a table keeps a row per day; only the newest is kept here.
        run.schemas.get(stream)!.key_properties.flatMap((key) => (key === 'snapshot_date' ? [] : [record[key]])),
      );
      this.#rows.set(name, record);
      if (LISTS.has(stream)) {
        const told = nameOf(String(record['urn']));
        if (told !== record['name_text']) this.#add(`${name} is called ${String(record['name_text'])}, not ${told}`);
        continue;
      }
      const row = known.get(name);
      if (!row) this.#add(`${name} was invented`);
      else if (!postsMove || stream !== 'posts') this.#compare(name, record, { row, leeway: withNames(row, leeway) });
    }
  }

  /** Compares what has come with everything known about these streams and pages. */
  expect(known: KnownRows, at: Expectation): void {
    for (const [name, row] of known) {
      if (!at.streams.has(row.stream)) continue;
      if (row.stream !== 'organization_acls' && !at.organizations.has(row.organization)) continue;
      const record = this.#rows.get(name);
      if (!record) this.#add(`${name} is missing`);
      else if (!at.present?.has(row.stream)) this.#compare(name, record, { row, leeway: at.leeway });
    }
  }

  /** Checks that everything a bookmark covers has come before it. */
  #checkState({ bookmarks }: StateValue, { known, postsMove, daysAppear, granularity }: Circumstances): void {
    for (const [name, row] of known) {
      const bookmark = bookmarks[row.stream]?.[`urn:li:organization:${row.organization}`] as Json | undefined;
      if (!bookmark || this.#rows.has(name)) continue;
      if (
        !daysAppear &&
        TIME_BOUND.includes(row.stream) &&
        bookmark['time_granularity'] === granularity &&
        String(row.own['time_range_end']) <= String(bookmark['timeRange.end'])
      ) {
        this.#add(`${name} is missing, and its bookmark is ${String(bookmark['timeRange.end'])}`);
      }
      const modifiedAt = row.truth['lastModifiedAt'];
      if (
        !postsMove &&
        (row.stream === 'posts' || row.stream === 'notifications') &&
        Number(modifiedAt) <= Date.parse(String(bookmark['lastModifiedAt'])) - LATE_MS
      ) {
        this.#add(`${name} is missing, and its bookmark is ${String(bookmark['lastModifiedAt'])}`);
      }
    }
  }

  #compare(name: string, record: Json, { row, leeway }: { row: KnownRow; leeway: Leeway }): void {
    const path = findLie(record, row.truth, { leeway });
    if (path !== null) this.#add(`${name} is wrong at ${path}`);
  }

  #add(problem: string): void {
    this.problems.push(problem);
  }
}

/** Names of benchmark pages are optional: LinkedIn may refuse them. */
function withNames({ stream }: KnownRow, leeway: Leeway): Leeway {
  if (stream !== 'benchmark_follower_count') return leeway;
  return { ...leeway, lacking: [...leeway.lacking, 'localizedName', 'vanityName'] };
}

/** The nested form of a record that the tap has flattened; LinkedIn's names contain no double underscore. */
function unflatten(record: Json): Json {
  const nested: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record)) {
    const path = name.split('__');
    const last = path.pop()!;
    let inner = nested;
    for (const step of path) inner = (inner[step] ??= {}) as Record<string, unknown>;
    inner[last] = value;
  }
  return nested;
}
