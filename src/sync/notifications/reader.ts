import { textOf } from '../../json-object.js';
import type { Config } from '../../config/config.js';
import { DAY_MS, nextMidnight } from '../../clock.js';
import type { ApiRequest } from '../../linkedin/api-request.js';
import type { LinkedInClient } from '../../linkedin/client.js';
import { Overlap } from '../../linkedin/overlap.js';
import { paginate } from '../../linkedin/paging.js';
import { PAGE_SIZES, requestNotifications } from '../../linkedin/request-builders.js';
import type { Logger } from '../../log/logger.js';
import type { State } from '../../singer/state.js';
import { isInstant } from '../../singer/values.js';
import type { Element } from '../../streams/entry.js';
import type { Emitter } from '../emitter.js';
import type { Losses, Availability } from '../outcome/losses.js';
import { assertOwned } from '../read.js';
import { isFresh, LATE_MS, Recent, type RecentItem } from '../state/recent.js';
import {
  hasNotificationsBookmarks,
  readNotificationsBookmark,
  writeNotificationsBookmark,
  type NotificationsBookmark,
} from '../state/notifications.js';
import type { PlannedStream } from '../stream.js';
import { Pointers } from './pointers.js';

export interface NotificationsOptions {
  readonly client: LinkedInClient;
  readonly emitter: Emitter;
  readonly state: State;
  readonly logger: Logger;
  readonly losses: Pick<Losses, 'add'>;
  /** All streams of the run. */
  readonly streams: readonly PlannedStream[];
  readonly config: Pick<Config, 'startDate'>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Days for which LinkedIn keeps notifications (organization-notifications page of its documentation). */
const KEPT_DAYS = 60;

interface Notification extends RecentItem {
  readonly element: Element;
}

/**
 * Reads the notifications of organizations, and has the details of the posts they are about read again. The span asked
 * for ends at `now`, so that what happens meanwhile does not move the pages. The two days before the bookmark are read
 * again, because notifications may show up late.
 */
export class Notifications {
  readonly #options: NotificationsOptions;
  readonly #available: Availability;
  readonly #isFirstRun: boolean;
  readonly #overlap: Overlap;

  constructor(options: NotificationsOptions) {
    const { logger, now, state } = options;
    this.#options = options;
    this.#isFirstRun = !hasNotificationsBookmarks(state);
    this.#available = {
      what: 'notifications',
      limit: `${KEPT_DAYS} days that LinkedIn keeps notifications`,
      rule: `LinkedIn keeps them for ${KEPT_DAYS} days`,
      since: now - KEPT_DAYS * DAY_MS,
    };
    const said =
      'notifications: LinkedIn does not accept a start between two pages; pages are read without overlap for the rest of the run.';
    this.#overlap = new Overlap({ onRefused: () => logger.info(said, { stream: 'notifications' }) });
  }

  /** @throws the fault of the walk */
  async read(stream: PlannedStream, organization: string): Promise<void> {
    const { client, emitter, state, now, streams } = this.#options;
    const before = stream.ignoreBookmark ? null : readNotificationsBookmark(state, organization);
    this.#addLoss(before, { stream: stream.name, organization });
    const span = { since: this.#startOf(before), until: now };
    const requestPage = (start: number): ApiRequest => ({
      ...requestNotifications(organization, { ...span, start }),
      stream: stream.name,
    });
    const recent = new Recent(before?.modifiedAt ?? null);
    const pointers = new Pointers(organization);
    let newest: number | null = null;
    const pages = paginate<Element>(client, requestPage, { count: PAGE_SIZES.notifications, overlap: this.#overlap });
    for await (const { body, receivedAt } of pages) {
      assertOwned(body.elements, { organization, field: 'organizationalEntity', request: requestPage(0) });
      const found = body.elements.map(asNotification);
      for (const { modifiedAt } of found) {
        // A date in the future is LinkedIn's mistake: as a bookmark it would hide everything before it.
        if (modifiedAt !== null && modifiedAt < nextMidnight(now)) newest = Math.max(newest ?? modifiedAt, modifiedAt);
      }
      recent.add(found, newest);
      const fresh = found.filter((item) => isNew(item, { before, now })).map(({ element }) => element);
      await emitter.write([stream], { organization, elements: fresh, receivedAt });
      await emitter.flush();
      pointers.add(fresh);
    }
    // Both in one step, so that no STATE has the bookmark without the posts that are due for it.
    this.#remember({ organization, newest, recent });
    pointers.hand(state, streams);
  }

  #startOf(before: NotificationsBookmark | null): number {
    const kept = this.#available.since;
    const first = this.#options.config.startDate ?? kept;
    if (before === null) return Math.max(kept, first);
    // Not before start_date, but an older bookmark wins, so that an outage leaves no gap.
    return Math.max(kept, before.modifiedAt - LATE_MS, Math.min(first, before.modifiedAt));
  }

  /** A quiet page has an old bookmark and loses nothing: what counts is when it was last read. */
  #addLoss(before: NotificationsBookmark | null, of: { stream: string; organization: string }): void {
    const { losses, config } = this.#options;
    // A page without a bookmark may have had no notifications so far.
    if (before === null && !this.#isFirstRun) return;
    const wanted = before ? (before.readUntil ?? before.modifiedAt) : (config.startDate ?? -Infinity);
    const days = Math.ceil((this.#available.since - wanted) / DAY_MS);
    if (days > 0) losses.add({ ...of, days, resumed: before !== null }, this.#available);
  }

  #remember({ organization, newest, recent }: { organization: string; newest: number | null; recent: Recent }): void {
    const { state, now } = this.#options;
    const known = readNotificationsBookmark(state, organization);
    const modifiedAt = Math.max(newest ?? -Infinity, known?.modifiedAt ?? -Infinity);
    if (modifiedAt === -Infinity) return;
    writeNotificationsBookmark(state, organization, { modifiedAt, recent: recent.of(modifiedAt), readUntil: now });
  }
}

/** Whether the last run did not see it, or saw it with another date. */
function isNew(item: Notification, { before, now }: { before: NotificationsBookmark | null; now: number }): boolean {
  if (before === null || before.recent === null) return true;
  return isFresh(item, { bookmark: before.modifiedAt, recent: before.recent, before: nextMidnight(now) });
}

function asNotification(element: Element): Notification {
  const { notificationId, lastModifiedAt } = element;
  const stamp = typeof lastModifiedAt === 'number' ? lastModifiedAt : null;
  return { urn: textOf(notificationId), modifiedAt: isInstant(lastModifiedAt) ? lastModifiedAt : null, stamp, element };
}
