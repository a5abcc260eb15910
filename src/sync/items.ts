import { TapError } from '../errors.js';
import type { LinkedInClient } from '../linkedin/client.js';
import { FIRST_ASKED } from '../linkedin/divide.js';
import {
  AccessDeniedError,
  AnswerError,
  endsRun,
  NotFoundError,
  RefusedError,
  UnansweredError,
} from '../linkedin/errors.js';
import { lacksScope } from '../linkedin/scopes.js';
import type { Source } from '../streams/entry.js';
import type { Report } from './outcome/report.js';
import type { PlannedStream } from './stream.js';

/**
 * What became of an item that brought nothing: it is gone (404), LinkedIn refused it (any other 4xx), or it failed
 * because no try was answered, or the answer makes no sense.
 */
export type ItemFate = 'gone' | 'refused' | 'failed';

interface Ranked {
  readonly error: unknown;
  /** null: the fault is not the item's. */
  readonly fate: ItemFate | null;
}

export interface ItemFaultsOptions {
  /** The source whose calls ask for the items. */
  readonly source: Source;
  /** The streams that lack data if an item does not answer. */
  readonly streams: readonly PlannedStream[];
  /** The organization the items belong to; empty if none. */
  readonly organization: string;
  /** What the items are, for instance `posts`. */
  readonly noun: string;
  readonly client: Pick<LinkedInClient, 'token'>;
  readonly report: Report;
}

/** If fewer than the first twenty were asked for, all of them must be refused, and there must be at least this many. */
const LEAST_ASKED = 3;
/** This many unanswered items in a row count as an outage, which must not cost a night. */
const UNANSWERED_IN_A_ROW = 3;

/** All items asked for were refused: so the stream and page are refused, not the items. */
export class AllRefusedError extends Error {
  constructor(
    readonly asked: number,
    /** The refusal of the last one. */
    readonly last: TapError,
  ) {
    super(`All ${asked} items were refused`, { cause: last });
    this.name = 'AllRefusedError';
  }
}

/**
 * The one policy for everything that is read item by item or in batches of items: posts, what is under them, geos. An
 * item that does not answer costs only itself; only if none answers is it the stream's fault.
 */
export class ItemFaults {
  readonly #options: ItemFaultsOptions;
  #hasAnswer = false;
  #refused = 0;
  #unansweredInARow = 0;
  #last: TapError | null = null;
  /** Faults not reported yet: if no item answers, they are not faults of the items. */
  readonly #held: (() => void)[] = [];

  constructor(options: ItemFaultsOptions) {
    this.#options = options;
  }

  /** Whether any item answered. */
  get hasAnswer(): boolean {
    return this.#hasAnswer;
  }

  /** Notes that an item answered. */
  answered(): void {
    this.#hasAnswer = true;
    this.#unansweredInARow = 0;
    this.#tell();
  }

  /**
   * Takes the fault of an item, given by its URN, and returns what it means for the item. If several calls about it
   * failed, the most serious fault counts.
   *
   * @throws the fault if it is not the item's: it ends the run, a limit was met, a scope is known to be missing, or
   *   nothing answers any more; or AllRefusedError
   */
  settle(item: string, ...errors: readonly unknown[]): ItemFate {
    const [{ error, fate }] = this.#rank(errors);
    if (fate === null) {
      this.#tell();
      throw error;
    }
    const { report, streams, organization, noun } = this.#options;
    this.#held.push(() => report.addItem({ streams, organization, noun, item, fate, error: error as TapError }));
    if (fate === 'gone') this.answered();
    else if (error instanceof UnansweredError) this.#countUnanswered(error);
    else this.#countRefused(error as TapError);
    if (this.#hasAnswer) this.#tell();
    return fate;
  }

  /** Called when all items were asked for. @throws AllRefusedError */
  close(): void {
    if (this.#refused >= LEAST_ASKED) this.#assertAnswer();
    this.#tell();
  }

  #tell(): void {
    for (const tell of this.#held.splice(0)) tell();
  }

  /** Most serious first; faults that are not the item's come before all others. */
  #rank(errors: readonly unknown[]): [Ranked, ...Ranked[]] {
    const ranked = errors.map((error) => ({ error, fate: this.#fateOf(error) }));
    const order: readonly Ranked['fate'][] = [null, 'failed', 'refused', 'gone'];
    return ranked.toSorted((one, other) => order.indexOf(one.fate) - order.indexOf(other.fate)) as [
      Ranked,
      ...Ranked[],
    ];
  }

  /** null: the fault is not the item's. */
  #fateOf(error: unknown): ItemFate | null {
    if (!(error instanceof TapError) || endsRun(error)) return null;
    if (error instanceof NotFoundError) return 'gone';
    if (error instanceof AccessDeniedError) return this.#lacksScope() ? null : 'refused';
    if (error instanceof RefusedError) return error.status === null ? null : 'refused';
    return error instanceof AnswerError || error instanceof UnansweredError ? 'failed' : null;
  }

  #lacksScope(): boolean {
    const { source, client } = this.#options;
    return lacksScope(source.endpoint.scopes, client.token.scopes);
  }

  #countUnanswered(error: UnansweredError): void {
    this.#unansweredInARow += 1;
    if (this.#unansweredInARow >= UNANSWERED_IN_A_ROW) throw error;
  }

  #countRefused(error: TapError): void {
    this.#refused += 1;
    this.#last = error;
    this.#unansweredInARow = 0;
    if (this.#refused >= FIRST_ASKED) this.#assertAnswer();
  }

  #assertAnswer(): void {
    if (!this.#hasAnswer && this.#last) throw new AllRefusedError(this.#refused, this.#last);
  }
}
