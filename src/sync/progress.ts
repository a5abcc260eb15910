import { formatCount } from '../count.js';
import type { LinkedInClient } from '../linkedin/client.js';
import type { StreamWriter } from '../singer/messages.js';
import type { Report } from './outcome/report.js';
import { countPages } from './outcome/standing.js';
import type { Task } from './plan.js';

/** Instants and spans are in milliseconds. */
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** Before this, the time left would be a guess. */
const KNOWN_AFTER = { ms: 3 * SECOND_MS, share: 0.02 };

export interface ProgressOptions {
  readonly report: Pick<Report, 'ledger'>;
  readonly writers: ReadonlyMap<string, StreamWriter>;
  readonly client: Pick<LinkedInClient, 'calls' | 'retries'>;
  /** null: no limit. */
  readonly maxCalls: number | null;
  /** Milliseconds since some fixed moment. */
  readonly elapsed: () => number;
  /** How many calls a task takes, as far as that is known before it runs. */
  readonly callsOf: (task: Task) => number;
}

/** Tracks how far a run has got. */
export class Progress {
  readonly #options: ProgressOptions;
  readonly #startedAt: number;
  #plannedCalls = 0;
  #finishedCalls = 0;
  /** Calls planned for the posts of each page: once a page is read, `callsOf` counts differently. */
  readonly #callsForPosts = new Map<string, number>();

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#startedAt = options.elapsed();
  }

  /** Takes the plan of the run. Called once, before the run begins, if `describe` will be used. */
  expect(tasks: Iterable<Task>): void {
    for (const task of tasks) {
      const calls = this.#options.callsOf(task);
      if (task.kind === 'posts') this.#callsForPosts.set(task.organizations[0], calls);
      this.#plannedCalls += calls;
    }
  }

  /** Notes that a task has ended, whatever came of it. */
  finish(task: Task): void {
    if (this.#plannedCalls === 0) return;
    this.#finishedCalls +=
      task.kind === 'posts' ? this.#callsForPosts.get(task.organizations[0])! : this.#options.callsOf(task);
  }

  /** How many pages are done, and how many are left. */
  get pages(): ReturnType<typeof countPages> {
    return countPages(this.#options.report.ledger, [...this.#options.writers.keys()]);
  }

  /** One line: percent, time left, records, calls, and what the run waits for. */
  describe(): string {
    const { writers, client, maxCalls } = this.#options;
    const records = [...writers.values()].reduce((sum, writer) => sum + writer.count, 0);
    const calls = `${formatCount(client.calls.total)}${maxCalls === null ? '' : ` of ${formatCount(maxCalls)}`} calls`;
    return [...this.#describeShare(), `${formatCount(records)} records`, calls, ...this.#describeWait()].join(', ');
  }

  #describeShare(): string[] {
    if (this.#plannedCalls === 0) return [];
    const share = this.#finishedCalls / this.#plannedCalls;
    const spentMs = this.#options.elapsed() - this.#startedAt;
    const percent = `${Math.floor(share * 100)} %`;
    if (share < KNOWN_AFTER.share || share === 1 || spentMs < KNOWN_AFTER.ms) return [percent];
    return [percent, `${describeSpan((spentMs / share) * (1 - share))} left`];
  }

  /** Only the longest wait is shown. */
  #describeWait(): string[] {
    const [longest] = [...this.#options.client.retries.waiting].sort((one, other) => other.left() - one.left());
    if (!longest) return [];
    const { resource, tries, left } = longest;
    return [`waiting ${Math.max(0, Math.ceil(left() / SECOND_MS))} s for ${resource} (try ${tries + 1})`];
  }
}

/** `40 s`, `12 min`, `1 h 5 min` */
function describeSpan(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.ceil(ms / SECOND_MS)} s`;
  const minutes = Math.round(ms / MINUTE_MS);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
