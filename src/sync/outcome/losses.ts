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

/** Days that were lost alike. */
interface Alike {
  readonly loss: Loss;
  readonly streams: Set<string>;
  readonly organizations: Set<string>;
}

/**
 * Says which days were wanted and are no longer served: at once for `start_date`; at the end of the run, with their
 * pages counted, for bookmarks that are too old, and for pages of which LinkedIn has more than 12 months, though not all
 * that was wanted.
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

  /** A line for each group of pages that lost the same. */
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
      return `the bookmark of ${pages} is older than the 12 months LinkedIn serves; ${days} days before ${formatDay(servedSince)} are lost.`;
    const begin = `LinkedIn has ${pages} since ${formatDay(since)}`;
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
      `start_date ${formatDay(startDate)} is earlier than the 12 months LinkedIn serves: statistics start at ${since}, ${days} days are lost.`,
    );
  }
}
