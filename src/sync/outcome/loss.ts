import type { Logger } from '../../log/logger.js';
import { formatDay } from '../../singer/values.js';
import type { Loss } from '../plan.js';

/**
 * Says aloud which days were wanted and are no longer served: once for `start_date`, for each bookmark that is too old,
 * and for each page of which LinkedIn has more than 12 months, though not all that was wanted.
 */
export function createLossNotice(options: {
  startDate: number | null;
  servedSince: number;
  logger: Logger;
}): (loss: Loss) => void {
  const { startDate, servedSince, logger } = options;
  const since = formatDay(servedSince);
  let said = false;
  return ({ stream, organization, days, resumed, since: first }) => {
    if (first !== undefined) {
      const begin = `${stream}: LinkedIn has ${organization} since ${formatDay(first)}`;
      if (startDate === null) logger.info(`${begin}, and nothing before.`, { stream });
      else logger.warning(`${begin}; ${days} days after start_date ${formatDay(startDate)} are lost.`, { stream });
      return;
    }
    if (resumed) {
      logger.warning(
        `${stream}: the bookmark of ${organization} is older than the 12 months LinkedIn serves; ${days} days before ${since} are lost.`,
        { stream },
      );
      return;
    }
    if (said) return;
    said = true;
    if (startDate === null) logger.info(`Statistics start at ${since}: LinkedIn serves the last 12 months.`);
    else {
      logger.warning(
        `start_date ${formatDay(startDate)} is earlier than the 12 months LinkedIn serves: statistics start at ${since}, ${days} days are lost.`,
      );
    }
  };
}
