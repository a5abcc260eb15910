import type { State } from '../../singer/state.js';
import { parseInstant } from './buckets.js';
import { readRecent } from './recent.js';

const STREAM = 'notifications';

/** What is remembered of the notifications of one organization. */
export interface NotificationsBookmark {
  /** Date of the newest one that came, epoch milliseconds. */
  readonly modifiedAt: number;
  /** Dates of those around the bookmark, by notification id; null: unknown. */
  readonly recent: ReadonlyMap<string, number | null> | null;
}

export function readNotificationsBookmark(state: State, organization: string): NotificationsBookmark | null {
  const bookmark = state.bookmark(STREAM, organization);
  const modifiedAt = parseInstant(bookmark?.['lastModifiedAt']);
  return Number.isNaN(modifiedAt) ? null : { modifiedAt, recent: readRecent(bookmark) };
}

export function writeNotificationsBookmark(
  state: State,
  organization: string,
  { modifiedAt, recent }: NotificationsBookmark,
): void {
  state.setBookmark({
    stream: STREAM,
    organization,
    bookmark: {
      lastModifiedAt: new Date(modifiedAt).toISOString(),
      ...(recent !== null && { recent: Object.fromEntries(recent) }),
    },
  });
}
