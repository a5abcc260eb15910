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
 * What became of an item that brought nothing: it is gone (404), LinkedIn refused it (any other 4xx), or it failed: no
 * answer in all tries, or one that makes no sense.
 */
export type ItemFate = 'gone' | 'refused' | 'failed';

interface Ranked {
  readonly error: unknown;
  /** null: the fault is not the item's. */
  readonly fate: ItemFate | null;
}

export interface ItemFaultsOptions {
  /** Whose calls ask for the items. */
  readonly source: Source;
  /** Whose data is missing where one does not answer. */
  readonly streams: readonly PlannedStream[];
  /** Whose items they are; empty where they are no organization's. */
  readonly organization: string;
  /** What they are, for instance `posts`. */
  readonly noun: string;
  readonly client: Pick<LinkedInClient, 'token'>;
  readonly report: Report;
}

/** Where there are fewer than the first twenty, all of them, but at least so many. */
const LEAST_ASKED = 3;
/** An outage must not cost a night: so many items in a row that were not answered are one. */
const UNANSWERED_IN_A_ROW = 3;

/** All items that were asked for were refused: not the items are, but the stream and page. */
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
 * The one policy for whatever is read item by item, or in batches of items: posts, what is under them, geos. An item
 * that does not answer costs itself and none of its neighbours; only where none answers is it the stream's fault.
 */
export class ItemFaults {
  readonly #options: ItemFaultsOptions;
  #hasAnswer = false;
  #refused = 0;
  #unansweredInARow = 0;
  #last: TapError | null = null;
  /** Not told yet: where none answers, they are no faults of items. */
  readonly #held: (() => void)[] = [];

  constructor(options: ItemFaultsOptions) {
    this.#options = options;
  }

  /** Whether any item answered. */
  get hasAnswer(): boolean {
    return this.#hasAnswer;
  }

  /** Some item answered. */
  answered(): void {
    this.#hasAnswer = true;
    this.#unansweredInARow = 0;
    this.#tell();
  }

  /**
   * Takes the fault of an item, by its URN, and says what it means for it; of the faults of several calls about it, the
   * most serious one.
   *
   * @throws the fault where it is none of the item's: it ends the run, a limit was met, a scope is known to be missing,
   *   nothing answers any more, or AllRefusedError
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

  /** All items were asked for. @throws AllRefusedError */
  close(): void {
    if (this.#refused >= LEAST_ASKED) this.#assertAnswer();
    this.#tell();
  }

  #tell(): void {
    for (const tell of this.#held.splice(0)) tell();
  }

  /** First what is not the item's, last what is no fault. */
  #rank(errors: readonly unknown[]): [Ranked, ...Ranked[]] {
    const ranked = errors.map((error) => ({ error, fate: this.#fateOf(error) }));
    const order: readonly Ranked['fate'][] = [null, 'failed', 'refused', 'gone'];
    return ranked.toSorted((one, other) => order.indexOf(one.fate) - order.indexOf(other.fate)) as [
      Ranked,
      ...Ranked[],
    ];
  }

  /** null: it is not the item's. */
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
