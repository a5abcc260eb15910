import type { Assumption } from './assumption.js';

const EDGES = 'the days from its start up to, but not including, its end';
const INSIDE = 'five days that ended a week ago';
const YEAR = 'the last 12 months, up to the end of today';

/** Statistics by day. */
export const WINDOWS = [
  {
    id: 'shares.edges',
    assumed: `A window of share statistics covers ${EDGES}.`,
    usedIn: ['sync/window.ts', 'sandbox/api/time-intervals.ts'],
    asked: `Share statistics of ${INSIDE}.`,
    otherwise:
      'The first day would be missing at `start_date`, or one day would be read twice. No day in between is lost, because bookmarks follow the days that came.',
  },
  {
    id: 'followers.edges',
    assumed: `A window of follower gains covers ${EDGES}.`,
    usedIn: ['sync/window.ts', 'sandbox/api/time-intervals.ts'],
    asked: `Followers gained in ${INSIDE}.`,
    otherwise: 'Same as for share statistics.',
  },
  {
    id: 'pages.edges',
    assumed: `A window of page statistics covers ${EDGES}.`,
    usedIn: ['sync/window.ts', 'sync/earlier.ts', 'sandbox/api/time-intervals.ts'],
    asked: `Page statistics of ${INSIDE}.`,
    otherwise:
      'Same as for share statistics. Also, between two of the years before the last 12 months, a day would be missing or come twice.',
  },
  {
    id: 'windows.order',
    assumed: 'Days come oldest first.',
    usedIn: ['sandbox/api/resources/statistics-finder.ts'],
    asked: `The order of all days of ${YEAR}, for each kind of statistics.`,
    otherwise: 'Nothing changes: the tap sorts them itself.',
  },
  {
    id: 'shares.yesterday',
    assumed: 'Share statistics include yesterday as soon as it is over.',
    usedIn: ['sync/window.ts', 'sandbox/data/statistics.ts'],
    asked: `Share statistics of ${YEAR}.`,
    otherwise:
      'Nothing is lost: a day that has not come is asked for again until it does. `lookback_days` would have to be longer by the delay.',
  },
  {
    id: 'pages.yesterday',
    assumed: 'Page statistics include yesterday as soon as it is over.',
    usedIn: ['sync/window.ts', 'sandbox/data/statistics.ts'],
    asked: `Page statistics of ${YEAR}.`,
    otherwise: 'Same as for share statistics.',
  },
  {
    id: 'followers.lag',
    assumed: 'The newest day of follower gains is the day before yesterday.',
    usedIn: ['sync/outcome/gather.ts', 'sandbox/data/statistics.ts'],
    asked: `Followers gained in ${YEAR}.`,
    otherwise:
      'Nothing is lost: a day that has not come is asked for again. A report might call a day late that is not, or miss one that is.',
  },
  {
    id: 'shares.today',
    assumed: 'Share statistics include today so far.',
    usedIn: ['sync/read.ts', 'sandbox/data/statistics.ts'],
    asked: `Share statistics of ${YEAR}.`,
    otherwise: 'Nothing changes: the tap never asks for today, and drops days that end after the end it asked for.',
  },
  {
    id: 'pages.today',
    assumed: 'Page statistics include today so far.',
    usedIn: ['sync/read.ts', 'sandbox/data/statistics.ts'],
    asked: `Page statistics of ${YEAR}.`,
    otherwise: 'Same as for share statistics.',
  },
  {
    id: 'shares.zero-days',
    assumed: 'Share statistics list days without activity, with zeros.',
    usedIn: ['sync/outcome/coverage.ts', 'sandbox/data/statistics.ts'],
    asked: `Gaps between the days of ${YEAR}, and days whose numbers are all 0.`,
    otherwise:
      'Days without activity have no row. A page without any activity has no bookmark, so all its days are asked for on each run.',
  },
  {
    id: 'followers.zero-days',
    assumed: 'Follower gains list days without any, with zeros.',
    usedIn: ['sync/outcome/coverage.ts', 'sandbox/data/statistics.ts'],
    asked: `Gaps between the days of ${YEAR}, and days whose numbers are all 0.`,
    otherwise: 'Same as for share statistics.',
  },
  {
    id: 'pages.zero-days',
    assumed: 'Page statistics list days without activity, with zeros.',
    usedIn: ['sync/outcome/coverage.ts', 'sandbox/data/page-statistics.ts'],
    asked: `Gaps between the days of ${YEAR}, and days whose numbers are all 0.`,
    otherwise: 'Same as for share statistics.',
  },
  {
    id: 'shares.unique',
    assumed: 'Each day of share statistics has uniqueImpressionsCount.',
    usedIn: ['streams/shares.ts', 'sandbox/data/statistics.ts'],
    asked: `Share statistics of ${YEAR}.`,
    otherwise: 'Nothing is lost: the column is null on days without it.',
  },
  {
    id: 'pages.older',
    assumed: 'Page statistics older than 12 months are gone.',
    usedIn: ['sync/earlier.ts', 'streams/pages.ts', 'sandbox/data/statistics.ts'],
    asked: 'Page statistics of the 12 months before the last 12.',
    otherwise:
      'The first run of a page reads them. A page that had a bookmark before the tap asked for them has to be read once with `FULL_TABLE`.',
  },
] as const satisfies readonly Assumption[];
