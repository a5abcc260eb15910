import type { State } from '../../singer/state.js';
import { readInstant } from './buckets.js';
import { readRecent } from './recent.js';

const STREAM = 'notifications';

/** What is remembered of the notifications of one organization. */
export interface NotificationsBookmark {
  /** Date of the newest one that came, epoch milliseconds. */
  readonly modifiedAt: number;
  /** Dates of those around the bookmark, by notification id; null: unknown. */
  readonly recent: ReadonlyMap<string, number | null> | null;
  /** Up to when they were read, whether or not any came, epoch milliseconds; null: unknown. */
  readonly readUntil: number | null;
}

export function readNotificationsBookmark(state: State, organization: string): NotificationsBookmark | null {
  const bookmark = state.bookmark(STREAM, organization);
  const modifiedAt = readInstant(bookmark?.['lastModifiedAt']);
  if (modifiedAt === null) return null;
  return { modifiedAt, recent: readRecent(bookmark), readUntil: readInstant(bookmark?.['read_until']) };
}

/** Whether the notifications of any organization were read before. */
export function hasNotificationsBookmarks(state: State): boolean {
  return [...state.entries(STREAM)].length > 0;
}

export function writeNotificationsBookmark(
  state: State,
  organization: string,
  { modifiedAt, recent, readUntil }: NotificationsBookmark,
): void {
  state.setBookmark({
    stream: STREAM,
    organization,
    bookmark: {
      lastModifiedAt: new Date(modifiedAt).toISOString(),
      ...(recent !== null && { recent: Object.fromEntries(recent) }),
      ...(readUntil !== null && { read_until: new Date(readUntil).toISOString() }),
    },
  });
}
