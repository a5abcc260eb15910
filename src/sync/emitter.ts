import { organizationId } from '../linkedin/urn.js';
import type { StreamWriter } from '../singer/messages.js';
import type { Element, Row, RowContext } from '../streams/entry.js';
import type { Pseudonymizer } from '../streams/pseudonymizer.js';
import type { PlannedStream } from './stream.js';
import type { Report } from './outcome/report.js';

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

/** Turns elements into the rows of streams and writes them. */
export class Emitter {
  readonly #writers: ReadonlyMap<string, StreamWriter>;
  readonly #report: Report;
  readonly #pseudonymizer: Pseudonymizer | null;
  readonly #context: Omit<RowContext, 'organization' | 'organizationId' | 'post'>;

  constructor(
    at: { writers: ReadonlyMap<string, StreamWriter>; report: Report; pseudonymizer: Pseudonymizer | null },
    context: Omit<RowContext, 'organization' | 'organizationId' | 'post'>,
  ) {
    this.#writers = at.writers;
    this.#report = at.report;
    this.#pseudonymizer = at.pseudonymizer;
    this.#context = context;
  }

  async write(
    streams: readonly PlannedStream[],
    { organization, elements, receivedAt, post = '' }: Emission,
  ): Promise<void> {
    const context = { ...this.#context, organization, organizationId: organizationId(organization) ?? 0, post };
    const timeExtracted = new Date(receivedAt).toISOString();
    for (const stream of streams) {
      const writer = this.#writers.get(stream.name)!;
      if (organization !== '') this.#report.begin(stream.name, organization);
      for (const element of elements) {
        for (const row of this.#rowsOf(stream, element, context)) {
          const wait = writer.write(row, timeExtracted);
          if (wait) await wait;
        }
      }
    }
  }

  #rowsOf(
    { rows, keyProperties, memberTexts = [] }: PlannedStream,
    element: Element,
    context: RowContext,
  ): readonly Row[] {
    const pseudonymizer = this.#pseudonymizer;
    if (!pseudonymizer) return rows(element, context);
    return rows(pseudonymizer.element(element, memberTexts), context).map((row) =>
      pseudonymizer.row(row, keyProperties),
    );
  }
}
