import { isRefusal, isWarningOnly, type Tolerance } from '../../access/denial.js';
import type { TapError } from '../../errors.js';
import { cutShort } from '../../quote.js';
import { isLimit, type LimitError } from '../../linkedin/errors.js';
import type { Logger } from '../../log/logger.js';
import { Causes, type CauseFacts } from './causes.js';
import { Ledger } from './ledger.js';

/** What became of one stream in this run. */
export interface StreamReport {
  readonly name: string;
  readonly selectedByDefault: boolean;
  /** All its faults are only warnings. */
  readonly neverFails: true | undefined;
  records: number;
  seconds: number;
  /** Latest `timeRange.end` received, epoch milliseconds; null: none, or not a time-bound stream. */
  newestEnd: number | null;
  /** Whether a failure of it makes the run fail. */
  faulty: boolean;
  /** Organizations that lack data because something failed. */
  readonly failed: Set<string>;
  /** Whether a rate limit or a budget deferred some of it to the next run. */
  isDeferred: boolean;
  /** Organizations deferred to the next run. */
  readonly deferred: Set<string>;
  /** Organizations with some of their records out, but not all. */
  readonly begun: Set<string>;
  /** How many items brought nothing, by what became of them. */
  readonly notes: Map<string, number>;
}

export interface StreamFault {
  readonly stream: string;
  /** Every organization that lacks data because of it. */
  readonly organizations: readonly string[];
  readonly error: TapError;
}

/** One post, geo or the like that brought nothing. */
export interface ItemFault {
  /** Empty: only the names of such items were wanted, not a stream of them. */
  readonly streams: readonly { readonly name: string }[];
  /** The organization the item belongs to; empty if none. */
  readonly organization: string;
  /** The kind of item, for instance `posts`. */
  readonly noun: string;
  /** The URN of the item. */
  readonly item: string;
  /** `failed` makes the run fail, the others do not. */
  readonly fate: 'gone' | 'refused' | 'failed';
  readonly error: TapError;
}

/** Gathers what went wrong and how much went right, and reports each fault once. */
export class Report {
  readonly #logger: Logger;
  readonly #streams: Map<string, StreamReport>;
  readonly #said = new Set<string>();
  readonly #causes = new Causes();
  readonly #faults: StreamFault[] = [];
  readonly #limits = new Map<string, LimitError>();
  /** What became of each page and stream. */
  readonly ledger = new Ledger();

  constructor(streams: readonly (Tolerance & { readonly name: string })[], logger: Logger) {
    this.#logger = logger;
    this.#streams = new Map(
      streams.map(({ name, selectedByDefault, neverFails }) => [
        name,
        {
          name,
          selectedByDefault,
          neverFails,
          records: 0,
          faulty: false,
          seconds: 0,
          newestEnd: null,
          failed: new Set(),
          isDeferred: false,
          deferred: new Set(),
          begun: new Set(),
          notes: new Map(),
        },
      ]),
    );
  }

  of(stream: string): StreamReport {
    return this.#streams.get(stream)!;
  }

  note(stream: string, what: string, count = 1): void {
    const { notes } = this.of(stream);
    notes.set(what, (notes.get(what) ?? 0) + count);
  }

  sawEnd(stream: string, end: number): void {
    const report = this.of(stream);
    report.newestEnd = Math.max(report.newestEnd ?? end, end);
  }

  get streams(): readonly StreamReport[] {
    return [...this.#streams.values()];
  }

  /** Streams in which something failed: exit 1. */
  get failed(): readonly string[] {
    return this.streams.filter(({ faulty }) => faulty).map(({ name }) => name);
  }

  /** What made them fail, apart from faults of single items. */
  get faults(): readonly StreamFault[] {
    return this.#faults;
  }

  /** A rate limit or a budget deferred something to the next run: exit 3, unless something failed as well. */
  get deferred(): boolean {
    return this.#limits.size > 0;
  }

  /** The limits that did: one for each resource, and the budget. */
  get limits(): readonly LimitError[] {
    return [...this.#limits.values()];
  }

  /** What went wrong so far and is not reported yet, by cause. */
  get causes(): readonly CauseFacts[] {
    return this.#causes.list();
  }

  /**
   * Takes a fault of a stream; the run goes on. If a stream that many apps have no access to is refused, that is only a
   * warning.
   */
  add({ stream, organizations, error }: StreamFault): void {
    const report = this.of(stream);
    if (isLimit(error)) {
      report.isDeferred = true;
      for (const organization of organizations) {
        report.deferred.add(organization);
        this.ledger.settle({ stream, organization, fate: 'deferred' });
      }
      return this.#addLimit(error);
    }
    for (const organization of organizations) {
      report.failed.add(organization);
      this.ledger.settle({ stream, organization, fate: isRefusal(error) ? 'refused' : 'failed' });
    }
    const tolerated = isWarningOnly(error, [report]);
    if (!tolerated) {
      report.faulty = true;
      this.#faults.push({ stream, organizations, error });
    }
    this.#causes.add({ level: tolerated ? 'warning' : 'error', stream, organizations, error });
    this.#logger.debug(`${stream}: ${error.message}`, { stream });
  }

  /** Logs what went wrong, a line for each cause. */
  tellCauses(): void {
    this.#causes.tell(this.#logger);
  }

  /** Takes the fault of a single item, which does not affect the others. */
  addItem({ streams, organization, noun, item, fate, error }: ItemFault): void {
    if (streams.length === 0 && fate !== 'gone') this.#sayOnce(item, () => this.#logger.warning(error.advice));
    const what = `${noun} ${fate}`;
    for (const { name } of streams) {
      this.note(name, what);
      if (fate !== 'gone') this.#logger.debug(`${name}: ${item}: ${error.message}`, { stream: name });
      if (fate !== 'failed') continue;
      const report = this.of(name);
      report.faulty = true;
      if (organization !== '') report.failed.add(organization);
      this.ledger.settle({ stream: name, organization, fate: 'failed' });
    }
    if (fate === 'gone' || streams.length === 0) return;
    this.#causes.addItem({ level: fate === 'failed' ? 'error' : 'warning', streams, what, item, error });
  }

  /** Takes a fault in reading names whose stream is not selected: rows come without them. */
  addNameless(error: TapError): void {
    if (isLimit(error)) this.#addLimit(error);
    else this.#logger.warning(error.advice);
  }

  /** Defers an organization to the next run, because a limit was met before the names for its rows came. */
  defer(streams: readonly { readonly name: string }[], organization: string): void {
    for (const { name } of streams) {
      const report = this.of(name);
      report.isDeferred = true;
      report.deferred.add(organization);
      this.ledger.settle({ stream: name, organization, fate: 'deferred' });
    }
  }

  /** Notes that records of an organization are out. */
  begin(stream: string, organization: string): void {
    this.of(stream).begun.add(organization);
  }

  /** Notes that everything there was to read of these organizations was asked for. */
  finish(streams: readonly { readonly name: string }[], organizations: readonly string[]): void {
    for (const { name } of streams) {
      const { begun, deferred } = this.of(name);
      for (const organization of organizations) {
        if (!deferred.has(organization)) begun.delete(organization);
        this.ledger.settle({ stream: name, organization, fate: 'read' });
      }
    }
  }

  #addLimit(error: LimitError): void {
    const what = `${error.code} ${error.resource}`;
    if (!this.#limits.has(what)) this.#limits.set(what, error);
    this.#sayOnce(what, () => this.#logger.warning(error.advice));
  }

  /** Reports that two rows of one answer have the same key: both are written, and a table keeps the second one. */
  addDouble(stream: string, key: string): void {
    const sentence = `${stream}: LinkedIn sent two elements for the key ${cutShort(key, 200)}: both are written, and a table keeps the second one.`;
    this.#sayOnce(`${stream} double`, () => this.#logger.warning(sentence, { stream }));
  }

  /** Reports that an element has no value for one of its keys: it has no place in a table and is left out. */
  addUnkeyed(stream: string, keys: readonly string[]): void {
    const report = this.of(stream);
    if (!report.neverFails) report.faulty = true;
    const sentence = `${stream}: LinkedIn sent elements without a usable value for one of ${keys.join(', ')}: they are left out.`;
    this.#sayOnce(sentence, () => this.#logger.error(sentence, { stream }));
  }

  #sayOnce(text: string, say: () => void): void {
    if (this.#said.has(text)) return;
    this.#said.add(text);
    say();
  }
}
