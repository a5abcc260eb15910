import { TapError } from '../errors.js';
import type { BatchReader } from '../linkedin/batch.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { AnswerError, endsRun, isLimit } from '../linkedin/errors.js';
import { askedOf } from '../linkedin/refusal.js';
import { organizationId, organizationUrn } from '../linkedin/urn.js';
import type { BenchmarkSource, Element } from '../streams/entry.js';
import type { Emitter } from './emitter.js';
import type { Report } from './outcome/report.js';
import type { Resume } from './state/resume.js';
import type { PlannedStream } from './stream.js';

/** One benchmark page whose followers are counted. */
export interface BenchmarkTask {
  readonly kind: 'benchmark';
  readonly source: BenchmarkSource;
  readonly streams: readonly PlannedStream[];
  readonly organizations: readonly [string];
}

export interface BenchmarksOptions {
  readonly client: LinkedInClient;
  readonly batch: BatchReader;
  readonly emitter: Emitter;
  readonly report: Report;
  /** The pages of this run. */
  readonly pages: readonly string[];
}

/** The pages that were not completely read earlier today. */
export function openBenchmarks(
  pages: readonly string[],
  { streams, resume }: { streams: readonly PlannedStream[]; resume: Pick<Resume, 'isDone'> },
): string[] {
  const own = streams.filter(({ source }) => source.per === 'benchmark');
  return pages.filter((page) => !own.every(({ name }) => resume.isDone(name, page)));
}

/** Names of some pages, by URN; null: a limit prevented the lookup. */
type Names = ReadonlyMap<string, Element> | null;

/**
 * Counts the followers of benchmark pages. Their names are looked up fifty at a time, when the first of the fifty is
 * counted; if LinkedIn does not give them, rows come without.
 */
export class Benchmarks {
  readonly #options: BenchmarksOptions;
  readonly #names = new Map<number, Promise<Names>>();

  constructor(options: BenchmarksOptions) {
    this.#options = options;
  }

  /** @throws the fault of the call */
  async run(task: BenchmarkTask): Promise<void> {
    const { client, emitter, report } = this.#options;
    const { source, streams, organizations } = task;
    const [organization] = organizations;
    const names = await this.#namesFor(task);
    const request = { ...source.request(organization), stream: streams[0]!.name, about: organization };
    const { body, receivedAt } = await client.get<Element>(request);
    if ((body[source.field] ?? null) === null) {
      throw new AnswerError({ asked: askedOf(request), came: `a body without ${source.field}` });
    }
    await emitter.write(streams, { organization, elements: [{ ...names?.get(organization), ...body }], receivedAt });
    if (names === null) report.defer(streams, organization);
  }

  #namesFor({ source, streams, organizations: [organization] }: BenchmarkTask): Promise<Names> {
    const { size } = source.names;
    const { pages } = this.#options;
    const turn = Math.floor(pages.indexOf(organization) / size);
    const known = this.#names.get(turn);
    if (known) return known;
    const names = this.#lookUp(pages.slice(turn * size, (turn + 1) * size), {
      ...source.names,
      stream: streams[0]!.name,
    });
    this.#names.set(turn, names);
    return names;
  }

  async #lookUp(pages: readonly string[], resource: BenchmarkSource['names'] & { stream: string }): Promise<Names> {
    const { batch, report } = this.#options;
    const found = new Map<string, Element>();
    try {
      for await (const answer of batch<Element>(
        resource,
        pages.map((page) => String(organizationId(page))),
      )) {
        if ('error' in answer) continue;
        const { localizedName, vanityName } = answer.value.entity;
        found.set(organizationUrn(answer.item), { localizedName, vanityName });
      }
    } catch (error) {
      if (!(error instanceof TapError) || endsRun(error)) throw error;
      report.addNameless(error);
      if (isLimit(error)) return null;
    }
    return found;
  }
}
