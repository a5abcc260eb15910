import type { Assumption } from './assumption.js';

const EDGES = 'the days from its start up to, not including, its end';
const INSIDE = 'five days that end a week ago';
const YEAR = 'the last 12 months up to the end of today';

/** Statistics by day. */
export const WINDOWS = [
  {
    id: 'shares.edges',
    assumed: `A window of share statistics brings ${EDGES}.`,
    usedIn: ['sync/window.ts', 'sandbox/api/time-intervals.ts'],
    asked: `Share statistics of ${INSIDE}.`,
    otherwise:
      'A first day would be missing at `start_date`, or a day asked for twice. No day in between is lost: bookmarks go by the days that came.',
  },
  {
    id: 'followers.edges',
    assumed: `A window of followers brings ${EDGES}.`,
    usedIn: ['sync/window.ts', 'sandbox/api/time-intervals.ts'],
    asked: `Followers gained in ${INSIDE}.`,
    otherwise: 'As for share statistics.',
  },
  {
    id: 'pages.edges',
    assumed: `A window of page statistics brings ${EDGES}.`,
    usedIn: ['sync/window.ts', 'sync/earlier.ts', 'sandbox/api/time-intervals.ts'],
    asked: `Page statistics of ${INSIDE}.`,
    otherwise: 'As for share statistics; between two years before the 12 months, a day would be missing or come twice.',
  },
  {
    id: 'windows.order',
    assumed: 'Days come oldest first.',
    usedIn: ['sandbox/api/resources/statistics-finder.ts'],
    asked: `The order of all days of ${YEAR}, of each kind of statistics.`,
    otherwise: 'Nothing: the tap puts them in order itself.',
  },
  {
    id: 'shares.yesterday',
    assumed: 'Share statistics have yesterday once it is over.',
    usedIn: ['sync/window.ts', 'sandbox/data/statistics.ts'],
    asked: `Share statistics of ${YEAR}.`,
    otherwise:
      'Nothing is lost: a day that has not come is asked for again until it does. `lookback_days` would have to be longer by the delay.',
  },
  {
    id: 'pages.yesterday',
    assumed: 'Page statistics have yesterday once it is over.',
    usedIn: ['sync/window.ts', 'sandbox/data/statistics.ts'],
    asked: `Page statistics of ${YEAR}.`,
    otherwise: 'As for share statistics.',
  },
  {
    id: 'followers.lag',
    assumed: 'The newest day of followers is the day before yesterday.',
    usedIn: ['sync/outcome/gather.ts', 'sandbox/data/statistics.ts'],
    asked: `Followers gained in ${YEAR}.`,
    otherwise:
      'Nothing is lost: a day that has not come is asked for again. A report would call days late that are not, or the other way round.',
  },
  {
    id: 'shares.today',
    assumed: 'Share statistics have today as far as it has come.',
    usedIn: ['sync/read.ts', 'sandbox/data/statistics.ts'],
    asked: `Share statistics of ${YEAR}.`,
    otherwise: 'Nothing: the tap never asks for today, and drops what ends after the end it asked for.',
  },
  {
    id: 'pages.today',
    assumed: 'Page statistics have today as far as it has come.',
    usedIn: ['sync/read.ts', 'sandbox/data/statistics.ts'],
    asked: `Page statistics of ${YEAR}.`,
    otherwise: 'As for share statistics.',
  },
  {
    id: 'shares.zero-days',
    assumed: 'Share statistics have a day without activity, with zeros.',
    usedIn: ['sync/outcome/coverage.ts', 'sandbox/data/statistics.ts'],
    asked: `Gaps between the days of ${YEAR}, and days whose numbers are all 0.`,
    otherwise:
      'Days without activity have no row. A page without any activity has no bookmark, so that all its days are asked for on each run.',
  },
  {
    id: 'followers.zero-days',
    assumed: 'Followers gained have a day without any, with zeros.',
    usedIn: ['sync/outcome/coverage.ts', 'sandbox/data/statistics.ts'],
    asked: `Gaps between the days of ${YEAR}, and days whose numbers are all 0.`,
    otherwise: 'As for share statistics.',
  },
  {
    id: 'pages.zero-days',
    assumed: 'Page statistics have a day without activity, with zeros.',
    usedIn: ['sync/outcome/coverage.ts', 'sandbox/data/page-statistics.ts'],
    asked: `Gaps between the days of ${YEAR}, and days whose numbers are all 0.`,
    otherwise: 'As for share statistics.',
  },
  {
    id: 'shares.unique',
    assumed: 'Each day of share statistics has uniqueImpressionsCount.',
    usedIn: ['streams/shares.ts', 'sandbox/data/statistics.ts'],
    asked: `Share statistics of ${YEAR}.`,
    otherwise: 'Nothing is lost: the column is null on the days without it.',
  },
  {
    id: 'pages.older',
    assumed: 'Page statistics older than 12 months are gone.',
    usedIn: ['sync/earlier.ts', 'streams/pages.ts', 'sandbox/data/statistics.ts'],
    asked: 'Page statistics of the 12 months before the last 12.',
    otherwise:
      'The first run of a page brings them. A page that had a bookmark before the tap asked for them has to be read once with `FULL_TABLE`.',
  },
] as const satisfies readonly Assumption[];
