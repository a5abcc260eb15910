import type { RunSummary } from '../sync/outcome/run-summary.js';
import { groupByFamily } from '../sync/outcome/standing.js';
import { html, type Html } from './html.js';
import { counted, formatCount } from './words.js';

/** What was read, by family; single streams on demand. */
export function renderStreams({ streams }: RunSummary): Html {
  const families = groupByFamily(streams);
  return html`<section aria-labelledby="came">
    <h2 id="came">What was read</h2>
    <table>
      <caption>
        <span>Records written in this run.</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Family</th>
          <th scope="col" class="n">Streams</th>
          <th scope="col" class="n">Records</th>
          <th scope="col" class="n">Calls</th>
        </tr>
      </thead>
      <tbody>
        ${families.map(
          ({ title, streams: own, records, calls }) =>
            html`<tr>
              <th scope="row">${title}</th>
              <td class="n">${formatCount(own.length)}</td>
              <td class="n">${formatCount(records)}</td>
              <td class="n">${formatCount(calls)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
    <details class="more">
      <summary>${counted(streams.length, 'streams')} one by one</summary>
      ${renderStreamTable(streams)}
    </details>
  </section> `;
}

function renderStreamTable(streams: RunSummary['streams']): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Table of streams">
    <table>
      <caption>
        <span>Calls shared by several streams are counted for the first one.</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Stream</th>
          <th scope="col" class="n">Records</th>
          <th scope="col" class="n">Calls</th>
          <th scope="col">Not available</th>
        </tr>
      </thead>
      <tbody>
        ${streams.map(
          ({ name, records, calls, notes }) =>
            html`<tr>
              <th scope="row"><code>${name}</code></th>
              <td class="n">${formatCount(records)}</td>
              <td class="n">${formatCount(calls)}</td>
              <td>${[...notes].map(([what, number]) => `${formatCount(number)} ${what}`).join(', ')}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
