import { DAY_MS } from '../../clock.js';
import type { Logger } from '../../log/logger.js';
import { formatDay } from '../../singer/values.js';

/** Days for which LinkedIn keeps notifications (organization-notifications page of its documentation). */
export const KEPT_DAYS = 60;

/** `bookmark`: epoch milliseconds; null: there is none. */
export type KeptNotice = (of: { organization: string; bookmark: number | null }) => void;

/**
 * Reports how many days are lost because LinkedIn no longer keeps their notifications: for each bookmark, and once for
 * `start_date`.
 */
export function createKeptNotice({
  now,
  startDate,
  logger,
}: {
  now: number;
  startDate: number | null;
  logger: Pick<Logger, 'info' | 'warning'>;
}): KeptNotice {
  const kept = now - KEPT_DAYS * DAY_MS;
  const since = formatDay(kept);
  const daysBefore = (wanted: number): number => Math.ceil((kept - wanted) / DAY_MS);
  const about = { stream: 'notifications' };
  let said = false;
  return ({ organization, bookmark }) => {
    const lost = daysBefore(bookmark ?? startDate ?? -Infinity);
    if (lost <= 0) return;
    if (bookmark !== null) {
      const words = `the bookmark of ${organization} is older than the ${KEPT_DAYS} days that LinkedIn keeps notifications`;
      return logger.warning(`notifications: ${words}; ${lost} days before ${since} are lost.`, about);
    }
    if (said) return;
    said = true;
    if (startDate === null) {
      return logger.info(
        `notifications: they start at ${since}, because LinkedIn keeps them for ${KEPT_DAYS} days.`,
        about,
      );
    }
    const words = `start_date ${formatDay(startDate)} is before the ${KEPT_DAYS} days that LinkedIn keeps notifications`;
    logger.warning(`notifications: ${words}; they start at ${since}, and ${lost} days are lost.`, about);
  };
}
