import { formatCount } from '../count.js';
import type { LinkedInClient } from '../linkedin/client.js';
import type { StreamWriter } from '../singer/messages.js';
import type { Report } from './outcome/report.js';
import { countPages } from './outcome/standing.js';
import type { Task } from './plan.js';

/** Instants and spans are in milliseconds. */
const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** Earlier, what is left would be a guess. */
const KNOWN_AFTER = { ms: 3 * SECOND_MS, share: 0.02 };

export interface ProgressOptions {
  readonly report: Pick<Report, 'ledger'>;
  readonly writers: ReadonlyMap<string, StreamWriter>;
  readonly client: Pick<LinkedInClient, 'calls' | 'retries'>;
  /** null: no limit. */
  readonly maxCalls: number | null;
  /** Milliseconds since any fixed moment. */
  readonly elapsed: () => number;
  /** How many calls a task takes, as far as that is known before it runs. */
  readonly callsOf: (task: Task) => number;
}

/** How far a run has got. */
export class Progress {
  readonly #options: ProgressOptions;
  readonly #startedAt: number;
  #plannedCalls = 0;
  #finishedCalls = 0;
  /** Calls that the posts of each page were planned to take: how many it really has is known only afterwards. */
  readonly #callsForPosts = new Map<string, number>();

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#startedAt = options.elapsed();
  }

  /** What the run is going to do; told once, before it begins to, where `describe` is going to be asked. */
  expect(tasks: Iterable<Task>): void {
    for (const task of tasks) {
      const calls = this.#options.callsOf(task);
      if (task.kind === 'posts') this.#callsForPosts.set(task.organizations[0], calls);
      this.#plannedCalls += calls;
    }
  }

  /** A task has come to its end, whatever it brought. */
  finish(task: Task): void {
    if (this.#plannedCalls === 0) return;
    this.#finishedCalls +=
      task.kind === 'posts' ? this.#callsForPosts.get(task.organizations[0])! : this.#options.callsOf(task);
  }

  /** Pages that came to their end, and those that did not. */
  get pages(): ReturnType<typeof countPages> {
    return countPages(this.#options.report.ledger, [...this.#options.writers.keys()]);
  }

  /** In one line: percent, time left, records, calls, and what is waited for. */
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

  /** The call that waits longest says it for all. */
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
