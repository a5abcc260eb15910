import { textOf } from '../json-object.js';
import type { Config } from '../config/config.js';
import { organizationId } from '../linkedin/urn.js';
import type { Logger } from '../log/logger.js';
import type { Unexpected } from '../singer/additional-fields.js';
import { createStreamWriter, type StreamWriter } from '../singer/messages.js';
import type { Output } from '../singer/output.js';
import { CONNECTION } from '../streams/connection.js';
import type { Element, Row, RowContext } from '../streams/entry.js';
import type { Pseudonymizer } from '../streams/pseudonymizer.js';
import type { Report } from './outcome/report.js';
import type { PlannedStream, SyncStream } from './stream.js';

/** Elements of an answer, and what is known around them. */
export interface Emission {
  /** `urn:li:organization:N`; empty where they are not about one. */
  readonly organization: string;
  readonly elements: readonly Element[];
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  /** URN of the post they belong to. */
  readonly post?: string;
}

export interface EmitterOptions {
  readonly writers: ReadonlyMap<string, StreamWriter>;
  readonly output: Output;
  readonly report: Report;
  readonly pseudonymizer: Pseudonymizer | null;
  /** What every row says in its column `connection`; null: there is none. */
  readonly connectionName: string | null;
  /** What every row of the run may know. */
  readonly context: Omit<RowContext, 'organization' | 'organizationId' | 'post'>;
}

/** Turns elements into the rows of streams and writes them. */
export class Emitter {
  readonly #options: EmitterOptions;

  constructor(options: EmitterOptions) {
    this.#options = options;
  }

  async write(
    streams: readonly PlannedStream[],
    { organization, elements, receivedAt, post = '' }: Emission,
  ): Promise<void> {
    const { writers, report, connectionName } = this.#options;
    const context = {
      ...this.#options.context,
      organization,
      organizationId: organizationId(organization) ?? 0,
      post,
    };
    const timeExtracted = new Date(receivedAt).toISOString();
    for (const stream of streams) {
      const writer = writers.get(stream.name)!;
      if (organization !== '') report.begin(stream.name, organization);
      // Of one answer: else the same key comes again on the next run, and is meant to.
      const keys = stream.replication.kind === 'lifetime' && post === '' ? new Set<string>() : null;
      for (const element of elements) {
        for (const made of this.#rowsOf(stream, element, context)) {
          const row = connectionName === null ? made : { ...made, [CONNECTION]: connectionName };
          if (keys) this.#noticeDouble(row, { stream, keys });
          const wait = writer.write(row, timeExtracted);
          if (wait) await wait;
        }
      }
    }
  }

  #noticeDouble(row: Row, { stream, keys }: { stream: PlannedStream; keys: Set<string> }): void {
    let key = '';
    for (const property of stream.keyProperties) key += ` ${textOf(row[property])}`;
    if (keys.has(key)) this.#options.report.addDouble(stream.name, key);
    keys.add(key);
  }

  /** Has what was written handed to the reader of the output. */
  flush(): Promise<void> {
    return this.#options.output.flush();
  }

  #rowsOf(
    { rows, keyProperties, memberTexts = [] }: PlannedStream,
    element: Element,
    context: RowContext,
  ): readonly Row[] {
    const { pseudonymizer } = this.#options;
    if (!pseudonymizer) return rows(element, context);
    return rows(pseudonymizer.element(element, memberTexts), context).map((row) =>
      pseudonymizer.row(row, keyProperties),
    );
  }
}

/** A writer for each stream. */
export function createWriters(
  streams: readonly SyncStream[],
  {
    config,
    output,
    report,
    logger,
  }: { config: Pick<Config, 'flattening'>; output: Output; report: Report; logger: Logger },
): Map<string, StreamWriter> {
  return new Map(
    streams.map(({ name, schema, selectedSchema, keyProperties, replication }) => {
      const writer = createStreamWriter(
        {
          name,
          fullSchema: schema,
          schema: selectedSchema,
          keyProperties,
          bookmarkProperties: replication.kind === 'incremental' ? [replication.key] : [],
          flattening: config.flattening,
        },
        {
          output,
          onUnexpected: createUnexpectedNotice(name, logger),
          onUnkeyed: () => report.addUnkeyed(name, keyProperties),
        },
      );
      return [name, writer];
    }),
  );
}

/** What LinkedIn sends beside the schema is said once for each field. */
function createUnexpectedNotice(stream: string, logger: Logger): (unexpected: Unexpected) => void {
  const said = new Set<string>();
  return ({ kind, path }) => {
    if (said.has(path)) return;
    said.add(path);
    const what = kind === 'unknown field' ? 'a field this version does not know' : 'another type than declared in';
    logger.warning(`${stream}: LinkedIn sends ${what} ${path}; it is kept in additional_fields.`, { stream });
  };
}
