import type { Roles } from '../access/roles.js';
import { FIRST_ASKED } from '../linkedin/divide.js';
import { AccessDeniedError, isLimit } from '../linkedin/errors.js';
import { geosOf } from '../streams/facets.js';
import type { Benchmarks } from './benchmarks.js';
import type { Emitter } from './emitter.js';
import type { CallFault, FaultHandler } from './faults.js';
import { AllRefusedError } from './items.js';
import type { GeoLookup } from './names/geos.js';
import { carriesNames, type ListReader, type StandardizedTask } from './names/lists.js';
import type { Names } from './names/names.js';
import type { Notifications } from './notifications/reader.js';
import type { Report } from './outcome/report.js';
import { toStretch } from './outcome/stretches.js';
import type { Losses } from './outcome/losses.js';
import type { PostsTask, Task } from './plan.js';
import type { PostsRunner } from './posts/runner.js';
import { readTask, type Readers, type Refused } from './read.js';
import type { Reading } from './reading.js';
import type { BucketBookmarks } from './state/buckets.js';
import type { Checkpoints } from './state/checkpoint.js';
import type { PlannedStream } from './stream.js';
import { cutShort } from '../quote.js';
import { cleanText } from '../singer/values.js';

/** Longer organization names are cut in texts for people. */
const LONGEST_NAME = 200;

export interface TaskRunnerOptions extends Readers {
  readonly emitter: Emitter;
  readonly faults: FaultHandler;
  readonly report: Report;
  readonly roles: Roles;
  readonly names: Names;
  /** null: nobody asked for the names of geos. */
  readonly geos: GeoLookup | null;
  readonly lists: ListReader;
  readonly posts: PostsRunner;
  readonly benchmarks: Benchmarks;
  readonly notifications: Notifications;
  readonly bookmarks: BucketBookmarks;
  readonly checkpoints: Checkpoints;
  readonly losses: Losses;
  /** Milliseconds since some fixed moment. */
  readonly elapsed: () => number;
}

/**
 * Runs tasks: makes the calls, writes the rows, moves the bookmarks and passes faults to their handler. Records first,
 * then the bookmark, then perhaps STATE: this order makes a killed run resumable.
 */
export class TaskRunner {
  readonly #options: TaskRunnerOptions;

  constructor(options: TaskRunnerOptions) {
    this.#options = options;
  }

  /** @throws whatever ends the run as a whole */
  async run(task: Task): Promise<void> {
    const { benchmarks } = this.#options;
    if (task.kind === 'posts') return this.#runPosts(task);
    await this.#guard(task, async () => {
      if (task.kind === 'benchmark') return benchmarks.run(task);
      const refused: Refused[] = [];
      let answered = false;
      for await (const answer of readTask(task, this.#options)) {
        if ('error' in answer) {
          refused.push(answer);
          continue;
        }
        answered = true;
        if (task.kind === 'batch') this.#nameOrganization(answer);
        await this.#write(task, answer);
        if (task.kind === 'time bound') this.#noteDays(task, answer);
        if (answer.loss) this.#options.losses.add(answer.loss);
        if (answer.fault) refused.push({ organization: answer.organization, error: answer.fault });
        else await this.#advance(task, answer);
      }
      await this.#settleRefused(task, { refused, answered });
    });
  }

  /** A fault of what is read ahead of the walk does not stop the walk. */
  async #runPosts(task: PostsTask): Promise<void> {
    const { posts, notifications, checkpoints } = this.#options;
    const { organizations } = task;
    for (const stream of task.streams) {
      const { source } = stream;
      if (source.kind !== 'notifications') continue;
      await this.#guard({ source, streams: [stream], organizations }, async () => {
        await notifications.read(stream, organizations[0]);
        await checkpoints.moved();
      });
    }
    const streams = task.streams.filter(({ source }) => source.kind !== 'notifications');
    if (streams.length === 0) return;
    await this.#guard({ ...task, streams }, async () => {
      await posts.run({ ...task, streams });
      await checkpoints.moved();
    });
  }

  /**
   * If all pages were refused, twenty or more, no single page is to blame. A 403 or a limit is settled page by page.
   */
  async #settleRefused(
    task: Task,
    { refused, answered }: { refused: readonly Refused[]; answered: boolean },
  ): Promise<void> {
    const { faults } = this.#options;
    const [first] = refused;
    const areDenied = refused.some(({ error }) => error instanceof AccessDeniedError || isLimit(error));
    if (first && !answered && !areDenied && refused.length >= FIRST_ASKED) {
      const error = new AllRefusedError(refused.length, first.error);
      return faults.settle({ ...task, organizations: refused.map(({ organization }) => organization), error });
    }
    for (const { organization, error } of refused) {
      await faults.settleItem({ ...task, organizations: [organization], error }, { answered });
    }
  }

  /** Walks the member's roles for the stream that shows them. @throws whatever ends the run as a whole */
  async runRoles(stream: PlannedStream): Promise<void> {
    const { roles, emitter } = this.#options;
    const streams = [stream];
    await this.#guard({ source: stream.source, streams, organizations: [] }, () =>
      roles.walk(({ organization, element, receivedAt }) =>
        emitter.write(streams, { organization, elements: [element], receivedAt }),
      ),
    );
  }

  /** Reads a list of standardized data. @throws whatever ends the run as a whole */
  async runStandardized(task: StandardizedTask): Promise<void> {
    await this.#guard({ ...task, organizations: [] }, () => this.#options.lists.read(task));
  }

  async #guard(of: Omit<CallFault, 'error'>, work: () => Promise<void>): Promise<void> {
    const { elapsed, faults, emitter, report } = this.#options;
    if (faults.refuses(of)) return;
    const startedAt = elapsed();
    try {
      await work();
      await emitter.flush();
      report.finish(of.streams, of.organizations);
    } catch (error) {
      await faults.settle({ ...of, error });
    } finally {
      for (const { name } of of.streams) report.of(name).seconds += (elapsed() - startedAt) / 1000;
    }
  }

  /** Writes the rows of a reading; rows with names of geos wait until those are known. */
  async #write(task: Task, reading: Reading): Promise<void> {
    const { emitter, report, names } = this.#options;
    const held = this.#options.geos ? task.streams.filter(({ namesGeos }) => namesGeos) : [];
    if (names.isCutShort) report.defer(task.streams.filter(carriesNames), reading.organization);
    await emitter.write(
      task.streams.filter((stream) => !held.includes(stream)),
      reading,
    );
    await this.#holdForGeos(task, { reading, held });
  }

  async #holdForGeos(
    { source, streams }: Task,
    { reading, held }: { reading: Reading; held: readonly PlannedStream[] },
  ): Promise<void> {
    const { geos, emitter, report } = this.#options;
    await geos?.hold({
      urns: source.kind === 'organization' ? geosOf(source, reading.elements) : new Set(),
      write: () => emitter.write(held, reading),
      onLack: () => report.defer(held.length > 0 ? held : streams, reading.organization),
    });
  }

  /** Batches read the organizations themselves, and so tell their names. */
  #nameOrganization({ organization, elements: [element] }: Reading): void {
    const name = element?.['localizedName'];
    if (typeof name === 'string')
      this.#options.report.ledger.name(organization, cutShort(cleanText(name), LONGEST_NAME));
  }

  #noteDays({ streams }: Task, { organization, elements }: Reading): void {
    const days = elements.map(({ timeRange }) => toStretch(timeRange as { start: number; end: number }));
    for (const { name: stream } of streams) this.#options.report.ledger.came({ stream, organization }, days);
  }

  async #advance({ kind, streams }: Task, { organization, newestEnd }: Reading): Promise<void> {
    const { report, bookmarks, checkpoints } = this.#options;
    if (kind !== 'time bound') return;
    for (const { name: stream } of streams) {
      if (newestEnd === null) continue;
      report.sawEnd(stream, newestEnd);
      bookmarks.advance({ stream, organization, end: newestEnd });
    }
    if (newestEnd !== null) await checkpoints.moved();
  }
}
