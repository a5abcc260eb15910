import { DAY_MS } from '../clock.js';
import { html, type Html } from './html.js';

/** The days that all pictures of a report show, as numbers of days since 1970, `to` excluded. */
export interface Axis {
  readonly from: number;
  readonly to: number;
}

interface Tick {
  readonly day: number;
  readonly text: string;
}

/** With fewer days than this, weeks are marked instead of months. */
const FEW_DAYS = 62;

/** Marks for the columns: months, or every seventh day back from the last. */
function ticksOf({ from, to }: Axis): Tick[] {
  const ticks: Tick[] = [];
  for (let day = from; day < to; day++) {
    const date = new Date(day * DAY_MS);
    const [dayOfMonth, month] = [date.getUTCDate(), date.getUTCMonth()];
    if (to - from < FEW_DAYS) {
      if ((to - 1 - day) % 7 === 0) ticks.push({ day, text: `${dayOfMonth} ${MONTHS[month]!}` });
    } else if (dayOfMonth === 1) {
      ticks.push({ day, text: `${MONTHS[month]!}${month === 0 ? ` ${date.getUTCFullYear()}` : ''}` });
    }
  }
  return ticks;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Share of the width after which a name has no room. */
const ROOM = 0.97;

/** The names of the columns, each at its column. */
export function labelTicks(axis: Axis): Html[] {
  const shareOf = ({ day }: Tick): number => (day - axis.from) / (axis.to - axis.from);
  return ticksOf(axis)
    .filter((tick) => shareOf(tick) < ROOM)
    .map((tick) => html`<span style="left:${(shareOf(tick) * 100).toFixed(2)}%">${tick.text}</span>`);
}

/** A line down from each name. */
export function gridOf(axis: Axis, height: number): Html {
  const lines = ticksOf(axis).map(({ day }) => `M${day - axis.from} 0v${height}`);
  return html`<path class="grid" d="${lines.join('')}" />`;
}
