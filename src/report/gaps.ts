import type { DayState, StatedStretch } from '../sync/outcome/coverage.js';
import type { RunSummary } from '../sync/outcome/run-summary.js';
import { html, type Html } from './html.js';
import { isMissing, streamsOfDays } from './rows.js';
import { formatCount, formatDayNumber, showName, STATE_WORDS, titleOf } from './words.js';

/** Days of one page and statistic that are not there, with the same state. */
interface Gap {
  readonly organization: string;
  readonly stream: string;
  readonly state: DayState;
  readonly stretches: readonly StatedStretch[];
  readonly days: number;
}

/** Keeps the table short enough to be read. */
const MOST_GAPS = 400;
const STRETCHES_NAMED = 3;

/** Every gap in words, for people who cannot see the pictures, for print, and for reference. */
export function renderGaps(summary: RunSummary, ranked: readonly string[]): Html {
  const shown: Gap[] = [];
  let count = 0;
  for (const gap of findGaps(summary, ranked)) if (++count <= MOST_GAPS) shown.push(gap);
  if (count === 0) return html`<p>No day is missing: no statistic of any page has a gap.</p>`;
  const more =
    count > shown.length ? ` The first ${formatCount(shown.length)} of ${formatCount(count)}; --summary has all.` : '';
  return html`<div class="wide" tabindex="0" role="region" aria-label="Table of missing days">
    <table>
      <caption>
        <span
          >Days that are not there, by page and statistic, except for the two newest, which LinkedIn may serve
          late.${more}</span
        >
      </caption>
      <thead>
        <tr>
          <th scope="col">Page</th>
          <th scope="col">Statistic</th>
          <th scope="col">What</th>
          <th scope="col" class="n">Days</th>
          <th scope="col">Which</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map((gap) => renderGap(gap, summary))}
      </tbody>
    </table>
  </div>`;
}

function renderGap({ organization, stream, state, stretches, days }: Gap, summary: RunSummary): Html {
  const tone = state === 'quiet' ? 'warn' : 'bad';
  const named = stretches.slice(0, STRETCHES_NAMED).map(nameStretch).join('; ');
  const more = stretches.length - STRETCHES_NAMED;
  return html`<tr>
    <th scope="row">${showName(organization, summary.nameOf(organization))}</th>
    <td>${titleOf(stream)}</td>
    <td><span class="mark ${tone}">${STATE_WORDS[state].label}</span></td>
    <td class="n">${formatCount(days)}</td>
    <td class="which">${named}${more > 0 ? ` and ${formatCount(more)} more` : ''}</td>
  </tr> `;
}

function nameStretch({ from, to }: StatedStretch): string {
  return to - from === 1 ? formatDayNumber(from) : `${formatDayNumber(from)} – ${formatDayNumber(to - 1)}`;
}

/** Missing days first, then those for which nobody can tell whether there was anything. */
function* findGaps(summary: RunSummary, ranked: readonly string[]): Generator<Gap> {
  const streams = streamsOfDays(summary);
  for (const isWanted of [isMissing, (state: DayState): boolean => state === 'quiet']) {
    for (const organization of ranked) {
      for (const stream of streams) {
        const { stretches = [] } = summary.coverageOf(stream, organization) ?? {};
        const states = new Set(stretches.map(({ state }) => state).filter(isWanted));
        for (const state of states) {
          const own = stretches.filter((stretch) => stretch.state === state);
          const days = own.reduce((sum, { from, to }) => sum + to - from, 0);
          yield { organization, stream, state, stretches: own, days };
        }
      }
    }
  }
}
