import { organizationId } from '../linkedin/urn.js';
import type { RunSummary } from '../sync/outcome/run-summary.js';
import { html, type Html } from './html.js';
import { countMissing, MOST_PAGES, streamsOfDays } from './rows.js';
import { counted, formatCount, formatDate, formatDayNumber, showName, titleOf } from './words.js';

/** For each page, the last day of each statistic, and what was not read. */
export function renderPages(summary: RunSummary, ranked: readonly string[]): Html {
  const streams = streamsOfDays(summary);
  const hasPosts = summary.streams.some(({ name }) => name === 'posts');
  const shown = ranked.slice(0, MOST_PAGES);
  const more =
    ranked.length > shown.length
      ? ` The first ${formatCount(shown.length)} of ${formatCount(ranked.length)}, those with missing days first; --summary has all.`
      : '';
  return html`<section aria-labelledby="pages">
    <h2 id="pages">Pages</h2>
    <div class="wide" tabindex="0" role="region" aria-label="Table of pages">
      <table>
        <caption>
          <span>The last day that is there, by statistic, and how many days are missing.${more}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">ID</th>
            ${streams.map((stream) => html`<th scope="col">${titleOf(stream)}</th>`)}${
              hasPosts ? html`<th scope="col">Newest change of a post</th>` : null
            }
            <th scope="col">This run</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((organization) => {
            const newest = summary.bookmarksOf('posts', organization)?.after ?? null;
            return html`<tr>
              <th scope="row">${showName(organization, summary.nameOf(organization))}</th>
              <td>${organizationId(organization)}</td>
              ${streams.map((stream) =>
                renderDay(summary, { stream, organization }),
              )}${hasPosts ? html`<td class="d">${newest === null ? '–' : formatDate(newest)}</td>` : null}
              <td>${renderFate(summary, organization)}</td>
            </tr> `;
          })}
        </tbody>
      </table>
    </div>
  </section> `;
}

function renderDay(summary: RunSummary, { stream, organization }: { stream: string; organization: string }): Html {
  const coverage = summary.coverageOf(stream, organization);
  if (!coverage || coverage.upTo === null) return html`<td class="d">–</td>`;
  const day = formatDayNumber(coverage.upTo - 1);
  const missing = countMissing(coverage.stretches);
  return html`<td class="d">
    ${day}${missing > 0 ? html` <span class="mark bad">${formatCount(missing)} missing</span>` : null}
  </td>`;
}

function renderFate(summary: RunSummary, organization: string): Html {
  const counts = { refused: 0, failed: 0, left: 0 };
  for (const { name } of summary.streams) {
    const fate = summary.fateOf(name, organization);
    if (fate === 'refused' || fate === 'failed' || fate === 'left') counts[fate] += 1;
  }
  const marks = Object.entries(counts).filter(([, count]) => count > 0);
  if (marks.length === 0) return html`<span class="mark good">read</span>`;
  return html`${marks.map(([fate, count]) => html`<span class="mark ${fate === 'left' ? 'warn' : 'bad'}">${counted(count, 'streams')} ${fate}</span> `)}`;
}
