import { formatCount } from '../../count.js';
import type { LinkedInClient } from '../../linkedin/client.js';
import type { Logger } from '../../log/logger.js';
import { layOut } from '../../log/table.js';
import { formatDay } from '../../singer/values.js';
import { organizationId } from '../../linkedin/urn.js';
import { counted, formatSeconds } from './words.js';
import type { Losses } from './losses.js';
import type { Report } from './report.js';
import type { RunSummary, StreamSummary } from './run-summary.js';
import { countPages, groupByFamily, standingOf, type FamilySummary, type Laggard, type Standing } from './standing.js';

/** Closes the log of a run: what went wrong, a table of what came, and whether everything is there. */
export function sumUp(
  summary: RunSummary,
  parts: {
    readonly report: Report;
    readonly losses: Losses;
    readonly client: Pick<LinkedInClient, 'reportMetrics'>;
    readonly logger: Logger;
  },
): void {
  const { report, losses, client, logger } = parts;
  losses.tell();
  report.tellCauses();
  for (const { name, records } of summary.streams)
    logger.metric({ type: 'counter', metric: 'record_count', value: records, tags: { stream: name } });
  client.reportMetrics();
  if (summary.streams.every(({ records }) => records === 0)) return;
  tellNotes(summary, logger);
  for (const line of layOutStreams(summary)) logger.debug(line);
  // `reachOf` goes over every page, so it is called for all streams together only once.
  const whole = reachOf(summary.streams, summary);
  tellFamilies(summary, { whole, logger });
  tellStanding(summary, { whole, logger });
}

/** How far some streams have come. */
interface Reach {
  readonly standing: Standing;
  readonly pages: ReturnType<typeof countPages>;
}

/** Notes that the causes report already. */
const TOLD_AS_CAUSE = / (refused|failed)$/;

function tellNotes({ streams }: RunSummary, logger: Logger): void {
  for (const { name, notes } of streams) {
    for (const [what, count] of notes)
      if (!TOLD_AS_CAUSE.test(what)) logger.info(`${name}: ${counted(count, what)}.`, { stream: name });
  }
}

/** A line for each stream. */
function layOutStreams({ streams }: RunSummary): string[] {
  const head = ['stream', 'records', 'calls', 'seconds', 'newest day', 'failed', 'left'];
  const rows = streams.map(({ name, records, calls, seconds, newestEnd, failed, left }) => [
    name,
    String(records),
    String(calls),
    seconds.toFixed(1),
    newestEnd === null ? '-' : formatDay(newestEnd - 1),
    String(failed),
    String(left),
  ]);
  return layOut([head, ...rows], { left: 1 });
}

/** A line for each family of streams, and one for all of them. */
function tellFamilies(summary: RunSummary, { whole, logger }: { whole: Reach; logger: Logger }): void {
  const { streams, calls } = summary;
  const families = groupByFamily(streams);
  const all = { title: 'total', streams, records: sumOf(families.map(({ records }) => records)), calls: calls.total };
  const head = ['', 'streams', 'records', 'calls', 'every page up to'];
  const cells = families.map((family) => cellsOf(family, reachOf(family.streams, summary)));
  const [first = '', ...rows] = layOut([head, ...cells, cellsOf(all, whole)], { left: 1 });
  logger.info(first);
  for (const [index, row] of rows.entries()) {
    const own = families[index]?.streams.map(factsOf);
    logger.info(row, own && { extra: { streams: own } });
  }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

function cellsOf(
  { title, streams, records, calls }: Pick<FamilySummary, 'title' | 'streams' | 'records' | 'calls'>,
  reach: Reach,
): string[] {
  return [title, String(streams.length), formatCount(records), formatCount(calls), describeReach(reach)];
}

function reachOf(streams: readonly StreamSummary[], summary: RunSummary): Reach {
  return { standing: standingOf(summary, streams), pages: countPages(summary, namesOf(streams)) };
}

function describeReach({ standing: { upTo }, pages: { left } }: Reach): string {
  if (left > 0) return `${counted(left, 'pages')} left`;
  return upTo === null ? '-' : formatDay(upTo);
}

const namesOf = (streams: readonly StreamSummary[]): string[] => streams.map(({ name }) => name);

/** For machines. */
const factsOf = ({ name, records, calls, newestEnd, failed, left }: StreamSummary): object => ({
  stream: name,
  records,
  calls,
  newest_day: newestEnd === null ? null : formatDay(newestEnd - 1),
  failed,
  left,
});

/**
 * Logs whether everything is there and, if not, which page is furthest behind. What a limit or a signal left is
 * reported with the limit or signal.
 */
function tellStanding(summary: RunSummary, { whole, logger }: { whole: Reach; logger: Logger }): void {
  const { standing, pages } = whole;
  const { upTo, last, pagesBehind, pagesRefused, lostDays } = standing;
  const day = upTo === null ? null : formatDay(upTo);
  const extra = {
    pages_done: pages.done,
    pages_left: pages.left,
    pages_behind: pagesBehind,
    pages_refused: pagesRefused,
    up_to: day,
    lost_days: lostDays,
  };
  if (last && pages.left === 0) {
    const { organization, stream } = last;
    logger.warning(describeLast(last, pagesBehind), { stream, extra: { ...extra, organization } });
  }
  const done =
    pages.left === 0 ? counted(pages.done, 'pages') : `${pages.done} of ${pages.done + pages.left} pages done`;
  const retries = summary.calls.retries === 0 ? '' : `, ${counted(summary.calls.retries, 'retries')}`;
  const lost = lostDays === 0 ? '' : `, except for ${counted(lostDays, 'days')} that LinkedIn no longer serves`;
  // The message about what ended the run says how many pages are done.
  if (!summary.isComplete) return;
  const isWhole = day !== null && pages.left + pagesBehind + pagesRefused === 0;
  const verdict = isWhole ? `: every day up to ${day} is there${lost}` : '';
  logger.info(`${done} in ${formatSeconds(summary.seconds)}${retries}${verdict}.`, { extra });
}

function describeLast({ organization, name, stream, upTo, days }: Laggard, pagesBehind: number): string {
  const id = organizationId(organization);
  const who = name === null ? `Organization ${id}` : `${name} (${id})`;
  const reach = upTo === null ? 'has no days yet' : `ends with ${formatDay(upTo)}`;
  const others =
    pagesBehind > 1 ? ` ${counted(pagesBehind - 1, 'more pages')} ${pagesBehind === 2 ? 'is' : 'are'} behind.` : '';
  return `${who} is behind: ${stream} ${reach}, ${counted(days, 'days')} missing.${others} The next run asks for them again.`;
}
