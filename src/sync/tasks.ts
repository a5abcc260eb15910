import { BucketBookmarks } from './state/buckets.js';
import type { SyncContext } from './context.js';
import type { CallFault } from './faults.js';
import { geosOf } from '../streams/facets.js';
import type { GeoLookup } from './names/geos.js';
import type { Task } from './plan.js';
import type { PlannedStream } from './stream.js';
import { runPosts } from './posts/runner.js';
import { readTask, type Reading } from './read.js';
import { carriesNames, readStandardized, type StandardizedTask } from './names/lists.js';

/** Carries out tasks: makes the calls, writes the rows, moves the bookmarks, and hands faults to their handler. */
export class TaskRunner {
  readonly #context: SyncContext;
  readonly #bookmarks: BucketBookmarks;
  /** Where geos are looked up; null: nobody asked for their names. */
  readonly #geos: GeoLookup | null;

  constructor(context: SyncContext, { geos }: { geos: GeoLookup | null }) {
    this.#context = context;
    this.#bookmarks = new BucketBookmarks(context.state, context.config.timeGranularity);
    this.#geos = geos;
  }

  /** @throws whatever ends the run as a whole */
  async run(task: Task): Promise<void> {
    await this.#guard(task, async () => {
      if (task.kind === 'posts') return runPosts(task, this.#context);
      for await (const answer of readTask(task, this.#context)) {
        if ('error' in answer) {
          await this.#context.faults.settle({ ...task, organizations: [answer.organization], error: answer.error });
        } else {
          await this.#take(task, answer);
        }
      }
    });
  }

  /** The walk over the member's roles, for the stream that shows them. @throws whatever ends the run as a whole */
  async runRoles(stream: PlannedStream): Promise<void> {
    const streams = [stream];
    await this.#guard({ source: stream.source, streams, organizations: [] }, () =>
      this.#context.roles.walk(({ organization, element, receivedAt }) =>
        this.#context.emitter.write(streams, { organization, elements: [element], receivedAt }),
      ),
    );
  }

  /** A list of standardized data. @throws whatever ends the run as a whole */
  async runStandardized(task: StandardizedTask): Promise<void> {
    await this.#guard({ ...task, organizations: [] }, () => readStandardized(task, this.#context));
  }

  async #guard(of: Omit<CallFault, 'error'>, work: () => Promise<void>): Promise<void> {
    const { elapsed, faults, output, report } = this.#context;
    if (faults.refuses(of)) return;
    const startedAt = elapsed();
    try {
      await work();
      await output.flush();
      report.finish(of.streams, of.organizations);
    } catch (error) {
      await faults.settle({ ...of, error });
    } finally {
      for (const { name } of of.streams) report.of(name).seconds += (elapsed() - startedAt) / 1000;
    }
  }

  /** Records first, then the bookmark, then perhaps STATE: the order that makes a killed run resumable. */
  async #take({ source, streams }: Task, { newestEnd, ...reading }: Reading): Promise<void> {
    const { emitter, report, checkpoints } = this.#context;
    const geos = this.#geos && source.kind === 'organization' ? geosOf(source, reading.elements) : new Set<string>();
    const held = this.#geos ? streams.filter(({ namesGeos }) => namesGeos) : [];
    if (this.#context.names.isCutShort) report.defer(streams.filter(carriesNames), reading.organization);
    await emitter.write(
      streams.filter((stream) => !held.includes(stream)),
      reading,
    );
    await this.#geos?.hold({
      urns: geos,
      write: () => emitter.write(held, reading),
      onLack: () => report.defer(held.length > 0 ? held : streams, reading.organization),
    });
    if (newestEnd === null) return;
    for (const { name: stream } of streams) {
      report.sawEnd(stream, newestEnd);
      this.#bookmarks.advance({ stream, organization: reading.organization, end: newestEnd });
    }
    await checkpoints.moved();
  }
}
