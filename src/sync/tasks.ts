import { TapError } from '../errors.js';
import { createBatchReader, type BatchReader } from '../linkedin/batch.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { AccessDeniedError, AuthError, TokenEndpointError, VersionError } from '../linkedin/errors.js';
import { organizationId } from '../linkedin/urn.js';
import type { StreamWriter } from '../singer/messages.js';
import type { Output } from '../singer/output.js';
import { rememberSeconds } from '../singer/values.js';
import type { RowContext, Source } from '../streams/entry.js';
import { explainDenial, MissingScopeError } from './access.js';
import type { BucketBookmarks } from './bookmarks.js';
import type { Checkpoints } from './checkpoint.js';
import type { PlannedStream, Task } from './plan.js';
import { readTask, type Reading } from './read.js';
import type { Report } from './report.js';
import type { Roles } from './roles.js';

export interface TaskRunnerOptions {
  readonly client: LinkedInClient;
  readonly output: Output;
  readonly report: Report;
  readonly writers: ReadonlyMap<string, StreamWriter>;
  readonly roles: Roles;
  readonly bookmarks: BucketBookmarks;
  readonly checkpoints: Checkpoints;
  /** UTC day of the run, `YYYY-MM-DD`. */
  readonly snapshotDate: string;
  readonly granularity: RowContext['granularity'];
  /** Milliseconds since any fixed moment. */
  readonly elapsed: () => number;
}

interface Fault {
  readonly streams: readonly PlannedStream[];
  readonly organizations: readonly string[];
  readonly error: unknown;
}

/** Carries out tasks: makes the calls, writes the rows, moves the bookmarks, and puts faults into the report. */
export class TaskRunner {
  readonly #at: TaskRunnerOptions;
  /** Sources that the token has no scope for: no further call in this run. */
  readonly #closed = new Map<Source, MissingScopeError>();
  readonly #batch: BatchReader;
  readonly #formatSecond = rememberSeconds();

  constructor(options: TaskRunnerOptions) {
    this.#at = options;
    this.#batch = createBatchReader(options.client);
  }

  /** @throws whatever ends the run as a whole */
  async run(task: Task): Promise<void> {
    const { streams, organizations } = task;
    const closed = this.#closed.get(task.source);
    if (closed) return this.#report({ streams, organizations, error: closed });
    await this.#guard({ streams, organizations }, async () => {
      for await (const answer of readTask(task, { client: this.#at.client, batch: this.#batch })) {
        if ('error' in answer)
          await this.#settle({ streams, organizations: [answer.organization], error: answer.error });
        else await this.#take(streams, answer);
      }
    });
  }

  /** The walk over the member's roles, for the stream that shows them. @throws whatever ends the run as a whole */
  async runRoles(stream: PlannedStream): Promise<void> {
    const streams = [stream];
    await this.#guard({ streams, organizations: [] }, () =>
      this.#at.roles.walk(({ organization, element, receivedAt }) =>
        this.#write(streams, { organization, elements: [element], receivedAt }),
      ),
    );
  }

  async #guard(of: Omit<Fault, 'error'>, work: () => Promise<void>): Promise<void> {
    const { elapsed, output, report } = this.#at;
    const startedAt = elapsed();
    try {
      await work();
      await output.flush();
    } catch (error) {
      await this.#settle({ ...of, error });
    } finally {
      for (const { name } of of.streams) report.of(name).seconds += (elapsed() - startedAt) / 1000;
    }
  }

  /** Records first, then the bookmark, then perhaps STATE: the order that makes a killed run resumable. */
  async #take(streams: readonly PlannedStream[], { newestEnd, ...reading }: Reading): Promise<void> {
    await this.#write(streams, reading);
    if (newestEnd === null) return;
    for (const { name: stream } of streams) {
      this.#at.report.sawEnd(stream, newestEnd);
      this.#at.bookmarks.advance({ stream, organization: reading.organization, end: newestEnd });
    }
    await this.#at.checkpoints.moved();
  }

  async #write(streams: readonly PlannedStream[], reading: Omit<Reading, 'newestEnd'>): Promise<void> {
    const { writers, snapshotDate, granularity } = this.#at;
    const { organization, elements, receivedAt } = reading;
    const context: RowContext = {
      organization,
      organizationId: organizationId(organization) ?? 0,
      snapshotDate,
      granularity,
      formatSecond: this.#formatSecond,
    };
    const timeExtracted = new Date(receivedAt).toISOString();
    for (const stream of streams) {
      const writer = writers.get(stream.name)!;
      for (const element of elements) {
        const wait = writer.write(stream.row(element, context), timeExtracted);
        if (wait) await wait;
      }
    }
  }

  async #settle({ streams, organizations, error }: Fault): Promise<void> {
    if (!(error instanceof TapError) || endsRun(error)) throw error;
    if (!(error instanceof AccessDeniedError)) return this.#report({ streams, organizations, error });
    const { source } = streams[0]!;
    const { endpoint } = source;
    const explained = await explainDenial({
      denial: error,
      endpoint,
      organization: organizations[0] ?? null,
      grantedScopes: this.#at.client.token.scopes,
      roles: this.#at.roles,
    });
    if (explained instanceof MissingScopeError) this.#closed.set(source, explained);
    this.#report({ streams, organizations, error: explained });
  }

  #report({ streams, organizations, error }: Fault & { error: TapError }): void {
    for (const { name } of streams) this.#at.report.add({ stream: name, organizations, error });
  }
}

/** Faults that every further call would meet as well. */
function endsRun(error: TapError): boolean {
  return error instanceof AuthError || error instanceof TokenEndpointError || error instanceof VersionError;
}
