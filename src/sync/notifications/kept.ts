import { DAY_MS } from '../../clock.js';
import type { Logger } from '../../log/logger.js';
import { formatDay } from '../../singer/values.js';

/** LinkedIn keeps notifications for so long (organization-notifications page of its documentation). */
export const KEPT_DAYS = 60;

/** `bookmark`: epoch milliseconds; null: there is none. */
export type KeptNotice = (of: { organization: string; bookmark: number | null }) => void;

/** Says how many days are lost because LinkedIn keeps notifications no longer: for each bookmark, and once for `start_date`. */
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
      const words = `the bookmark of ${organization} is older than the ${KEPT_DAYS} days LinkedIn keeps them`;
      return logger.warning(`notifications: ${words}; ${lost} days before ${since} are lost.`, about);
    }
    if (said) return;
    said = true;
    if (startDate === null) {
      return logger.info(`notifications: they start at ${since}: LinkedIn keeps them for ${KEPT_DAYS} days.`, about);
    }
    const words = `start_date ${formatDay(startDate)} is earlier than the ${KEPT_DAYS} days LinkedIn keeps them`;
    logger.warning(`notifications: ${words}: they start at ${since}, ${lost} days are lost.`, about);
  };
}
