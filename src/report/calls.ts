import type { RunSummary } from '../sync/outcome/run-summary.js';
import { html, type Html } from './html.js';
import { counted, formatCount, formatSeconds } from './words.js';

/** Calls by endpoint, against the budget and what is known of LinkedIn's limits. */
export function renderCalls({ calls, limited }: RunSummary): Html {
  const most = Math.max(1, ...calls.byResource.values());
  const share = (count: number): string => ((count / most) * 100).toFixed(1);
  const budget = calls.max === null ? 'max_calls is not set' : `max_calls allows ${formatCount(calls.max)}`;
  const waits =
    calls.retries === 0
      ? 'None was retried'
      : `${counted(calls.retries, 'retries')}, after waits of ${formatSeconds(calls.waitedSeconds)} in total`;
  return html`<section aria-labelledby="calls">
    <h2 id="calls">Calls to LinkedIn</h2>
    <p>
      ${counted(calls.total, 'calls')}; ${budget}. ${waits}. In addition, ${counted(calls.forTokens, 'calls')} for
      tokens.
    </p>
    <div class="wide" tabindex="0" role="region" aria-label="Table of calls">
      <table>
        <caption>
          <span
            >LinkedIn counts calls by endpoint and day, from 00:00 UTC. It does not tell the tap how many it allows: the
            app’s Analytics tab in its developer portal shows that.</span
          >
        </caption>
        <thead>
          <tr>
            <th scope="col">Endpoint</th>
            <th scope="col" class="n">Calls</th>
            <th scope="col"><span class="soft">Share</span></th>
            <th scope="col">Limit</th>
          </tr>
        </thead>
        <tbody>
          ${[...calls.byResource]
            .toSorted(([, one], [, other]) => other - one)
            .map(
              ([resource, count]) =>
                html`<tr>
                  <th scope="row"><code>${resource}</code></th>
                  <td class="n">${formatCount(count)}</td>
                  <td class="meter"><span class="bar" style="width:${share(count)}%"></span></td>
                  <td>${describeLimit(resource, { calls, limited })}</td>
                </tr> `,
            )}
        </tbody>
      </table>
    </div>
  </section> `;
}

function describeLimit(resource: string, { calls, limited }: Pick<RunSummary, 'calls' | 'limited'>): Html {
  if (limited.includes(resource)) return html`<span class="mark bad">LinkedIn’s limit reached</span>`;
  const max = calls.maxByResource.get(resource);
  if (max === undefined) return html`not reached`;
  const isUsedUp = (calls.byResource.get(resource) ?? 0) >= max;
  return isUsedUp
    ? html`<span class="mark warn">max_calls ${formatCount(max)} used up</span>`
    : html`max_calls ${formatCount(max)}`;
}
