import { isLimit } from '../../linkedin/errors.js';
import type { LinkedInClient } from '../../linkedin/client.js';
import { paginate } from '../../linkedin/paging.js';
import { PAGE_SIZES, requestStandardized } from '../../linkedin/request-builders.js';
import type { Element, StandardizedSource } from '../../streams/entry.js';
import { nameText, STANDARDIZED_STREAMS, standardizedUrn } from '../../streams/standardized.js';
import type { Emitter } from '../emitter.js';
import type { PlanOptions } from '../plan.js';
import { isWrittenBy } from '../shard.js';
import type { PlannedStream } from '../stream.js';
import type { Names } from './names.js';

/** One list of standardized data, walked to its end: rows for its own streams, names for the rows of others. */
export interface StandardizedTask {
  readonly source: StandardizedSource;
  readonly streams: readonly PlannedStream[];
}

export interface ListReaderOptions {
  readonly client: LinkedInClient;
  readonly emitter: Emitter;
  /** Receives the names of the lists. */
  readonly names: Names;
  /** Of the names, for instance `en_US`. */
  readonly locale: string;
}

/** Walks lists of standardized data: writes their rows, and keeps their names for the rows of others. */
export class ListReader {
  readonly #options: ListReaderOptions;

  constructor(options: ListReaderOptions) {
    this.#options = options;
  }

  /** @throws the fault of the walk */
  async read(task: StandardizedTask): Promise<void> {
    try {
      await this.#walk(task);
    } catch (error) {
      if (task.source.named && isLimit(error)) this.#options.names.cutShort();
      throw error;
    }
  }

  async #walk({ source: { endpoint, path, urnKind }, streams }: StandardizedTask): Promise<void> {
    const { client, emitter, names, locale } = this.#options;
    const requestPage = (start: number) => ({
      ...requestStandardized({ endpoint, path, locale, start }),
      ...(streams[0] && { stream: streams[0].name }),
    });
    const pages = paginate<Element>(client, requestPage, { count: PAGE_SIZES.standardized });
    for await (const { body, receivedAt } of pages) {
      for (const element of body.elements) {
        const urn = element['$URN'] ?? standardizedUrn(urnKind, element['id']);
        if (typeof urn === 'string') names.set(urn, nameText(element, locale));
      }
      await emitter.write(streams, { organization: '', elements: body.elements, receivedAt });
    }
  }
}

/**
 * The lists to walk: those of the selected streams, unless they were read earlier today, and those whose names will
 * appear in rows still to come.
 */
export function planStandardized(
  { streams, organizations, shard, resume }: Pick<PlanOptions, 'streams' | 'organizations' | 'shard' | 'resume'>,
  { resolveNames }: { resolveNames: boolean },
): StandardizedTask[] {
  const needsNames = streams.some(
    (stream) =>
      carriesNames(stream) && !organizations.every((organization) => resume.isDone(stream.name, organization)),
  );
  return STANDARDIZED_STREAMS.flatMap(({ name, source }) => {
    if (source.kind !== 'standardized') return [];
    const selected = streams.filter((stream) => stream.name === name);
    const open = selected.filter((stream) => isWrittenBy(shard, source) && !resume.isDone(stream.name, null));
    const givesNames = needsNames && source.named === true && (resolveNames || selected.length > 0);
    return open.length > 0 || givesNames ? [{ source, streams: open }] : [];
  });
}

/** Whether its rows carry names of the lists. */
export function carriesNames({ schema }: PlannedStream): boolean {
  return NAME_COLUMNS.some((column) => column in schema.properties);
}

const NAME_COLUMNS = ['function_name', 'industry_name', 'seniority_name'];
