import { DAY_STATES, type DayState } from '../sync/outcome/coverage.js';
import { gridOf, labelTicks, type Axis } from './axis.js';
import { html, jsonForScript, type Html } from './html.js';
import type { Row } from './rows.js';
import { callPage, counted, formatCount, formatDayNumber, showName, STATE_WORDS, titleOf } from './words.js';

export interface Picture {
  readonly stream: string;
  readonly rows: readonly Row[];
  readonly axis: Axis;
  readonly nameOf: (organization: string) => string | null;
  /** How many rows, from the first, have a name beside them; the others are thin. */
  readonly labelled: number;
}

/** Heights of rows, and of the bars in them, in pixels. */
const TALL = { row: 22, bar: 16 };
const THIN = { row: 5, bar: 4 };
/** Minimum width of a day in pixels: on a narrow screen the picture scrolls. */
const DAY_PX = 1.6;

/** A statistic by page and day: names on the left, a line of bars for each row, and the data for pointing at a day. */
export function drawPicture(picture: Picture): Html {
  const { stream, rows, axis, labelled } = picture;
  const tall = rows.slice(0, labelled);
  const thin = rows.slice(labelled);
  const height = tall.length * TALL.row + thin.length * THIN.row;
  const days = axis.to - axis.from;
  const title = titleOf(stream);
  return html`<figure class="cover" data-from="${axis.from}" data-to="${axis.to}">
    <figcaption>
      <h3>${title} <code>${stream}</code></h3>
    </figcaption>
    <div class="chart">
      <div class="names">
        <div class="corner"></div>
        ${tall.map((row) => label(row, picture))}${
          thin.length > 0 ? html`<div class="rest">${restOf(thin)}</div>` : null
        }
      </div>
      <div
        class="scroll"
        tabindex="0"
        role="application"
        aria-label="${title}: days by page, from ${formatDayNumber(axis.from)} to ${formatDayNumber(axis.to - 1)}. The arrow keys describe each day; the table of missing days says the same."
      >
        <div class="days" style="min-width:${Math.round(days * DAY_PX)}px">
          <div class="months" aria-hidden="true">${labelTicks(axis)}</div>
          <svg viewBox="0 0 ${days} ${height}" preserveAspectRatio="none" style="height:${height}px" aria-hidden="true">
            ${gridOf(axis, height)}${DAY_STATES.map((state) => [
              pathOf(state, { rows: tall, axis, size: TALL, top: 0 }),
              pathOf(state, { rows: thin, axis, size: THIN, top: tall.length * TALL.row }),
            ])}
          </svg>
          <div class="cursor" hidden></div>
        </div>
      </div>
    </div>
    <script type="application/json">
      ${dataOf(picture)}
    </script>
  </figure> `;
}

function label({ organization, pages, missing }: Row, { nameOf }: Picture): Html {
  const others = pages === 1 ? null : ` and ${formatCount(pages - 1)} like it`;
  const shown = html`${showName(organization, nameOf(organization))}${others}`;
  return html`<div class="${missing > 0 ? 'name lacks' : 'name'}">${shown}</div>`;
}

function restOf(thin: readonly Row[]): string {
  const lacking = thin.filter(({ missing }) => missing > 0).length;
  const further = counted(thin.length, 'further rows');
  return lacking === 0 ? `${further}, nothing missing` : `${further}, ${lacking} with missing days`;
}

/** One path, with a piece for each run of days in the state. */
function pathOf(
  state: DayState,
  { rows, axis, size, top }: { rows: readonly Row[]; axis: Axis; size: typeof TALL; top: number },
): Html | null {
  let path = '';
  let [x, y] = [0, 0];
  for (const [place, { stretches }] of rows.entries()) {
    const middle = top + place * size.row + size.row / 2;
    for (const stretch of stretches) {
      if (stretch.state !== state) continue;
      const [from, to] = [Math.max(stretch.from, axis.from) - axis.from, Math.min(stretch.to, axis.to) - axis.from];
      if (from >= to) continue;
      path += `${path === '' ? 'M' : 'm'}${from - x} ${middle - y}h${to - from}`;
      [x, y] = [to, middle];
    }
  }
  return path === '' ? null : html`<path class="${classOf(state)}" stroke-width="${size.bar}" d="${path}" />`;
}

export const classOf = (state: DayState): string => `day-${state.replaceAll(' ', '-')}`;

/**
 * Data for the script: the rows with their heights, and their stretches as a letter for the state and a number of days.
 */
function dataOf({ rows, axis, nameOf, labelled }: Picture): Html {
  const list = rows.map(({ organization, pages, stretches }, place) => {
    const others = pages === 1 ? '' : ` and ${formatCount(pages - 1)} like it`;
    const text = `${callPage(organization, nameOf(organization))}${others}`;
    let day = axis.from;
    let runs = '';
    for (const { state, from, to } of stretches) {
      const [start, end] = [Math.max(from, axis.from), Math.min(to, axis.to)];
      if (start >= end) continue;
      if (start > day) runs += `z${start - day}`;
      runs += `${STATE_LETTERS[DAY_STATES.indexOf(state)]!}${end - start}`;
      day = end;
    }
    return [text, place < labelled ? TALL.row : THIN.row, runs];
  });
  return jsonForScript(list);
}

const STATE_LETTERS = 'abcdefgh';

/** What the letters in the data mean, for the script. */
export const LETTER_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(DAY_STATES.map((state, place) => [STATE_LETTERS[place]!, STATE_WORDS[state].label])),
  z: 'not asked for',
};

/** The colours of the states that the pictures show. */
export function drawLegend(rows: readonly Row[]): Html {
  const shown = DAY_STATES.filter((state) =>
    rows.some(({ stretches }) => stretches.some((each) => each.state === state)),
  );
  return html`<ul class="legend">
    ${shown.map((state) => {
      const { label: word, meaning } = STATE_WORDS[state];
      return html`<li>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path class="${classOf(state)}" stroke-width="16" d="M0 8h16" /></svg
        ><span><b>${word}</b> <span class="soft">${meaning}</span></span>
      </li>`;
    })}
  </ul> `;
}
