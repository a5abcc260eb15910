import { organizationId } from '../../linkedin/urn.js';
import type { Logger } from '../../log/logger.js';
import { formatDay } from '../../singer/values.js';
import type { Loss } from '../plan.js';
import { namePages, nameStreams } from './words.js';

export interface LossesOptions {
  readonly startDate: number | null;
  readonly servedSince: number;
  readonly logger: Logger;
}

/** How far back LinkedIn's data of one kind goes. */
export interface Availability {
  readonly what: 'statistics' | 'notifications';
  /** For instance `12 months that LinkedIn serves`. */
  readonly limit: string;
  /** The same as a sentence. */
  readonly rule: string;
  /** Epoch milliseconds. */
  readonly since: number;
}

/** Streams and pages that lost the same days. */
interface Alike {
  readonly loss: Loss;
  readonly available: Availability;
  readonly streams: Set<string>;
  readonly organizations: Set<string>;
}

/**
 * Reports the days that were wanted but are no longer served. Those that `start_date` wanted are reported at once. At
 * the end of the run it reports, by groups of pages, bookmarks that are too old, and pages for which LinkedIn has more
 * than 12 months but not all that was wanted.
 */
export class Losses {
  readonly #options: LossesOptions;
  readonly #statistics: Availability;
  readonly #ofPages = new Map<string, Alike>();
  readonly #startsSaid = new Set<Availability['what']>();

  constructor(options: LossesOptions) {
    this.#options = options;
    this.#statistics = {
      what: 'statistics',
      limit: '12 months that LinkedIn serves',
      rule: 'LinkedIn serves the last 12 months',
      since: options.servedSince,
    };
  }

  add(loss: Loss, available: Availability = this.#statistics): void {
    if (loss.since === undefined && !loss.resumed) return this.#sayStart(loss.days, available);
    const key = [available.what, loss.resumed, loss.since, loss.days].join();
    const alike = this.#ofPages.get(key) ?? { loss, available, streams: new Set(), organizations: new Set() };
    this.#ofPages.set(key, alike);
    alike.streams.add(loss.stream);
    alike.organizations.add(loss.organization);
  }

  /** Logs a line for each group of pages that lost the same days. */
  tell(): void {
    for (const { loss, available, streams, organizations } of this.#ofPages.values()) {
      const pages = namePages([...organizations].map((urn) => String(organizationId(urn) ?? urn)));
      const details = { stream: loss.stream, extra: { streams: [...streams], organizations: [...organizations] } };
      const isWarning = loss.since === undefined || this.#options.startDate !== null;
      const sentence = `${nameStreams(streams)}: ${this.#describe(loss, { available, pages })}`;
      this.#options.logger[isWarning ? 'warning' : 'info'](sentence, details);
    }
    this.#ofPages.clear();
  }

  #describe({ since, days }: Loss, { available, pages }: { available: Availability; pages: string }): string {
    const { startDate } = this.#options;
    if (since === undefined)
      return `the bookmark of ${pages} is older than the ${available.limit}; ${days} days before ${formatDay(available.since)} are lost.`;
    const begin = `LinkedIn has data for ${pages} since ${formatDay(since)}`;
    return startDate === null
      ? `${begin}, and nothing before.`
      : `${begin}; ${days} days after start_date ${formatDay(startDate)} are lost.`;
  }

  #sayStart(days: number, { what, limit, rule, since }: Availability): void {
    if (this.#startsSaid.has(what)) return;
    this.#startsSaid.add(what);
    const { startDate, logger } = this.#options;
    const start = `${what} start at ${formatDay(since)}`;
    if (startDate === null) return logger.info(`${start.charAt(0).toUpperCase()}${start.slice(1)}: ${rule}.`);
    logger.warning(`start_date ${formatDay(startDate)} is before the ${limit}: ${start}, and ${days} days are lost.`);
  }
}
