import type { Config } from '../../config/config.js';
import type { BatchReader } from '../../linkedin/batch.js';
import type { LinkedInClient } from '../../linkedin/client.js';
import { GEO } from '../../linkedin/endpoints.js';
import { AccessDeniedError, isLimit } from '../../linkedin/errors.js';
import { encodeLocale } from '../../linkedin/request-builders.js';
import type { Element } from '../../streams/entry.js';
import { GEO_URN } from '../../streams/facets.js';
import { GEOS_SOURCE, nameText } from '../../streams/standardized.js';
import type { Emitter } from '../emitter.js';
import type { CallFault, FaultHandler } from '../faults.js';
import { ItemFaults } from '../items.js';
import type { Report } from '../outcome/report.js';
import type { PlannedStream } from '../stream.js';
import type { Names } from './names.js';

/** Rows that wait for the names of geos. */
export interface Waiting {
  readonly urns: ReadonlySet<string>;
  readonly write: () => Promise<void>;
  /** Called if a limit prevented the lookup of some names: the rows are written without them. */
  readonly onLack: () => void;
}

export interface GeoLookupOptions {
  /** The stream `geos`, if it is selected. */
  readonly streams: readonly PlannedStream[];
  readonly client: Pick<LinkedInClient, 'keepCalls' | 'token'>;
  readonly report: Report;
  readonly batch: BatchReader;
  readonly emitter: Emitter;
  readonly faults: FaultHandler;
  readonly names: Names;
  /** Of the names, for instance `en_US`. */
  readonly locale: string;
}

interface Held extends Waiting {
  /** Geos whose names are still to come. */
  readonly missing: Set<string>;
}

/**
 * Looks up the geos that answers mention, each once per run and fifty per call. Rows that need a name are held until it
 * is there: never more than the answers that mention fifty unknown geos.
 */
export class GeoLookup {
  readonly #options: GeoLookupOptions;
  readonly #items: ItemFaults;
  readonly #wanted = new Set<string>();
  readonly #asked = new Set<string>();
  /** Geos that a limit prevented from being looked up. */
  readonly #lacking = new Set<string>();
  #held: Held[] = [];
  /** Calls decided on, but not finished. */
  #pending = 0;
  /** A call failed: the next ones may not be sent at all. */
  #isRefused = false;
  #turn: Promise<void> = Promise.resolve();

  constructor(options: GeoLookupOptions) {
    this.#options = options;
    this.#items = new ItemFaults({ ...options, source: GEOS_SOURCE, organization: '', noun: 'geos' });
  }

  /** Looks up the geos, and writes the rows once all names are there. */
  async hold(waiting: Waiting): Promise<void> {
    const { names } = this.#options;
    const missing = new Set([...waiting.urns].filter((urn) => !names.has(urn)));
    if (missing.size === 0) return this.#write(waiting);
    for (const urn of missing) if (!this.#asked.has(urn)) this.#wanted.add(urn);
    this.#held.push({ ...waiting, missing });
    this.#keepCalls();
    while (this.#wanted.size >= GEO.size) await this.#lookUp();
  }

  /** Looks up what is left, and writes what is held. */
  async close(): Promise<void> {
    while (this.#wanted.size > 0) await this.#lookUp();
    await this.#release();
    try {
      this.#items.close();
    } catch (error) {
      await this.#options.faults.settle({ ...this.#call, error });
    }
  }

  /** One call after another, so that a refusal of the first ends the lookup. */
  #lookUp(): Promise<void> {
    const urns = [...this.#wanted].slice(0, GEO.size);
    for (const urn of urns) {
      this.#wanted.delete(urn);
      this.#asked.add(urn);
    }
    this.#pending += 1;
    this.#turn = this.#turn.then(() => this.#name(urns));
    return this.#turn;
  }

  get #call(): Omit<CallFault, 'error'> {
    return { source: GEOS_SOURCE, streams: this.#options.streams, organizations: [] };
  }

  async #name(urns: readonly string[]): Promise<void> {
    const { faults, names } = this.#options;
    const of = this.#call;
    try {
      if (!faults.refuses({ ...of, streams: [] })) await this.#read(urns);
    } catch (error) {
      this.#isRefused = true;
      if (isLimit(error)) {
        for (const urn of urns) if (!names.has(urn)) this.#lacking.add(urn);
      }
      // An app of the Development tier is refused BATCH_GET: its rows go without names, which is no failure.
      await faults.settle({ ...of, ...(error instanceof AccessDeniedError && { streams: [] }), error });
    } finally {
      for (const urn of urns) if (!names.has(urn)) names.set(urn, null);
      this.#pending -= 1;
      this.#keepCalls();
    }
    await this.#release();
  }

  async #read(urns: readonly string[]): Promise<void> {
    const { streams, batch, emitter, names, locale } = this.#options;
    const query = `locale=${encodeLocale(locale)}`;
    const ids = urns.map((urn) => urn.slice(GEO_URN.length));
    const resource = { ...GEO, query, singly: false, ...(streams[0] && { stream: streams[0].name }) };
    const faults: [geo: string, error: unknown][] = [];
    for await (const answer of batch<Element>(resource, ids)) {
      const geo = `${GEO_URN}${answer.item}`;
      if ('error' in answer) {
        faults.push([geo, answer.error]);
        continue;
      }
      const { entity, receivedAt } = answer.value;
      this.#items.answered();
      names.set(geo, nameText(entity, locale));
      await emitter.write(streams, { organization: '', elements: [entity], receivedAt });
    }
    for (const [geo, error] of faults) this.#items.settle(geo, error);
  }

  /** Writes the rows that no longer wait for a name. */
  async #release(): Promise<void> {
    const { names } = this.#options;
    const ready: Held[] = [];
    this.#held = this.#held.filter((held) => {
      for (const urn of held.missing) if (names.has(urn)) held.missing.delete(urn);
      if (held.missing.size > 0) return true;
      ready.push(held);
      return false;
    });
    for (const waiting of ready) await this.#write(waiting);
  }

  async #write({ urns, write, onLack }: Waiting): Promise<void> {
    if ([...urns].some((urn) => this.#lacking.has(urn))) onLack();
    await write();
  }

  /** Reserves calls of the budget for the names of rows already read, ahead of further rows. */
  #keepCalls(): void {
    const calls = this.#isRefused ? 0 : this.#pending + Math.ceil(this.#wanted.size / GEO.size);
    this.#options.client.keepCalls(GEO.resource, calls);
  }
}

/** Geos are looked up for their own stream and for the names in rows of others; null: neither is wanted. */
export function createGeoLookup(
  streams: readonly PlannedStream[],
  {
    config,
    ...parts
  }: Omit<GeoLookupOptions, 'streams' | 'locale'> & { config: Pick<Config, 'resolveNames' | 'locale'> },
): GeoLookup | null {
  const selected = streams.filter(({ source }) => source.kind === 'geos');
  const needsNames = config.resolveNames && streams.some(({ namesGeos }) => namesGeos);
  return selected.length > 0 || needsNames
    ? new GeoLookup({ ...parts, streams: selected, locale: config.locale })
    : null;
}
