import { DAY_MS } from '../../clock.js';
import type { Fate, PageEntry } from './ledger.js';
import { common, unite, without, type Stretch } from './stretches.js';

/**
 * The state of a day of one page and statistic.
 *
 * - `read`: read in this run for the first time
 * - `restated`: read again, because LinkedIn changes the numbers of recent days
 * - `read before`: covered by the bookmark
 * - `quiet`: asked for, but LinkedIn sent only later days: no activity, or left out
 * - `not yet served`: asked for in vain, as is usual for the newest days
 * - `behind`: wanted and due, but not there
 * - `refused`: LinkedIn does not let the token's member have it
 * - `out of reach`: wanted, but before the months that LinkedIn serves
 */
export const DAY_STATES = [
  'read',
  'restated',
  'read before',
  'quiet',
  'not yet served',
  'behind',
  'refused',
  'out of reach',
] as const;

export type DayState = (typeof DAY_STATES)[number];

export interface StatedStretch extends Stretch {
  readonly state: DayState;
}

/** Days of a run, as numbers of UTC days since 1970. */
export interface Horizon {
  /** The first day wanted if there is no bookmark, or the first one LinkedIn serves, whichever is later. */
  readonly from: number;
  /** The day after the last one wanted. */
  readonly to: number;
  /** The day after the last one that is overdue if it has not come. */
  readonly due: number;
}

/** The days of one page and statistic with their states, oldest first, without gaps or overlaps. */
export interface Coverage {
  readonly stretches: readonly StatedStretch[];
  /** The day after the last one that is there, by what came and by the bookmark; null: nothing ever came. */
  readonly upTo: number | null;
}

export interface CoverageQuestion {
  readonly entry: PageEntry;
  readonly fate: Fate;
  /** The bookmark at the end of the run, as a day; null: there is none. */
  readonly after: number | null;
  readonly horizon: Horizon;
  /** Whether an answer is complete whatever days it has: for videos, only days with views come. */
  readonly skipsDays: boolean;
}

/** Tells the state of each day wanted of one page and statistic. Pure. */
export function coverDays(question: CoverageQuestion): Coverage {
  const { entry, fate, after, horizon, skipsDays } = question;
  const isAnswered = skipsDays && entry.asked !== null;
  const came = isAnswered && fate === 'read' ? unite([...entry.came, entry.asked]) : entry.came;
  const before = isAnswered && fate === 'read earlier' ? horizon.to : toDay(entry.before);
  const knownTo = before ?? entry.asked?.from ?? horizon.from;
  const known: Stretch = { from: before === null ? knownTo : Math.min(horizon.from, knownTo), to: knownTo };
  const upTo = latest([before, after, came.at(-1)?.to ?? null]);
  const wanted = { from: Math.max(entry.asked?.from ?? knownTo, entry.lost?.to ?? knownTo, knownTo), to: horizon.to };
  const stretches = [
    ...name('out of reach', entry.lost ? without(entry.lost, came) : []),
    ...name('read before', without(known, came)),
    ...name('restated', within(came, known)),
    ...name(
      'read',
      came.flatMap((stretch) => without(stretch, [known])),
    ),
    ...without(wanted, came).flatMap((open) => judge(open, { fate, upTo, due: horizon.due })),
  ];
  return { stretches: join(stretches.toSorted((one, other) => one.from - other.from)), upTo };
}

/** Joins adjacent stretches with the same state. */
function join(stretches: readonly StatedStretch[]): StatedStretch[] {
  const joined: StatedStretch[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (last?.state === stretch.state && last.to === stretch.from) joined.splice(-1, 1, { ...last, to: stretch.to });
    else joined.push(stretch);
  }
  return joined;
}

/** States of days that were wanted, but neither came nor are covered by a bookmark. */
function judge(open: Stretch, { fate, upTo, due }: { fate: Fate; upTo: number | null; due: number }): StatedStretch[] {
  if (fate === 'refused') return name('refused', [open]);
  const isRead = fate === 'read' || fate === 'read earlier';
  // If nothing of a page ever came, it has no activity, as far as one can tell.
  const quietTo = upTo ?? (isRead ? due : open.from);
  return [
    ...name('quiet', within([open], { from: open.from, to: quietTo })),
    ...name('behind', within([open], { from: quietTo, to: due })),
    ...name('not yet served', within([open], { from: Math.max(quietTo, due), to: open.to })),
  ];
}

const name = (state: DayState, stretches: readonly Stretch[]): StatedStretch[] =>
  stretches.map(({ from, to }) => ({ state, from, to }));

const within = (stretches: readonly Stretch[], limits: Stretch): Stretch[] =>
  stretches.flatMap((stretch) => common(stretch, limits) ?? []);

const toDay = (ms: number | null): number | null => (ms === null ? null : Math.floor(ms / DAY_MS));

function latest(days: readonly (number | null)[]): number | null {
  const known = days.filter((day) => day !== null);
  return known.length > 0 ? Math.max(...known) : null;
}
