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

/** Streams and pages that lost the same days. */
interface Alike {
  readonly loss: Loss;
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
  readonly #ofPages = new Map<string, Alike>();
  #isStartSaid = false;

  constructor(options: LossesOptions) {
    this.#options = options;
  }

  add(loss: Loss): void {
    if (loss.since === undefined && !loss.resumed) return this.#sayStart(loss.days);
    const key = [loss.resumed, loss.since, loss.days].join();
    const alike = this.#ofPages.get(key) ?? { loss, streams: new Set(), organizations: new Set() };
    this.#ofPages.set(key, alike);
    alike.streams.add(loss.stream);
    alike.organizations.add(loss.organization);
  }

  /** Logs a line for each group of pages that lost the same days. */
  tell(): void {
    for (const { loss, streams, organizations } of this.#ofPages.values()) {
      const pages = namePages([...organizations].map((urn) => String(organizationId(urn) ?? urn)));
      const details = { stream: loss.stream, extra: { streams: [...streams], organizations: [...organizations] } };
      const isWarning = loss.since === undefined || this.#options.startDate !== null;
      const sentence = `${nameStreams(streams)}: ${this.#describe(loss, pages)}`;
      this.#options.logger[isWarning ? 'warning' : 'info'](sentence, details);
    }
    this.#ofPages.clear();
  }

  #describe({ since, days }: Loss, pages: string): string {
    const { startDate, servedSince } = this.#options;
    if (since === undefined)
      return `the bookmark of ${pages} is older than the 12 months that LinkedIn serves; ${days} days before ${formatDay(servedSince)} are lost.`;
    const begin = `LinkedIn has data for ${pages} since ${formatDay(since)}`;
    return startDate === null
      ? `${begin}, and nothing before.`
      : `${begin}; ${days} days after start_date ${formatDay(startDate)} are lost.`;
  }

  #sayStart(days: number): void {
    if (this.#isStartSaid) return;
    this.#isStartSaid = true;
    const { startDate, servedSince, logger } = this.#options;
    const since = formatDay(servedSince);
    if (startDate === null) return logger.info(`Statistics start at ${since}: LinkedIn serves the last 12 months.`);
    logger.warning(
      `start_date ${formatDay(startDate)} is before the 12 months that LinkedIn serves: statistics start at ${since}, and ${days} days are lost.`,
    );
  }
}
