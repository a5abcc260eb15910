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

/** Elements of an answer, with their context. */
export interface Emission {
  /** `urn:li:organization:N`; empty if they belong to no organization. */
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
  /** Value of the `connection` column of every row; null: no such column. */
  readonly connectionName: string | null;
  /** The part of the row context that is the same for the whole run. */
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
      // Only within one answer: the next run writes the same keys again, and is meant to.
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

  /** Hands everything written so far to the reader of the output. */
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

/** Reports each field that does not fit the schema once. */
function createUnexpectedNotice(stream: string, logger: Logger): (unexpected: Unexpected) => void {
  const said = new Set<string>();
  return ({ kind, path }) => {
    if (said.has(path)) return;
    said.add(path);
    const what = kind === 'unknown field' ? 'an unknown field,' : 'a value of an undeclared type in';
    logger.warning(`${stream}: LinkedIn sent ${what} ${path}; it is kept in additional_fields.`, { stream });
  };
}
