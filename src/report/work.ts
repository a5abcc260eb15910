import { versionEnd } from '../linkedin/version.js';
import { groupByFamily } from '../sync/outcome/standing.js';
import type { RunSummary } from '../sync/outcome/run-summary.js';
import { html, type Html } from './html.js';
import type { RunFacts } from './run-facts.js';
import { counted, formatCount, formatDate, formatMinute, formatSeconds } from './words.js';

/** What came, by family; the streams of all of them on demand. */
export function renderStreams({ streams }: RunSummary): Html {
  const families = groupByFamily(streams);
  return html`<section aria-labelledby="came">
    <h2 id="came">What came</h2>
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
      <summary>${counted(streams.length, 'stream')} one by one</summary>
      ${renderStreamTable(streams)}
    </details>
  </section> `;
}

function renderStreamTable(streams: RunSummary['streams']): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Table of streams">
    <table>
      <caption>
        <span>Of streams that share calls, the first one has them.</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Stream</th>
          <th scope="col" class="n">Records</th>
          <th scope="col" class="n">Calls</th>
          <th scope="col">Not there</th>
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

/** Calls by endpoint, against the budget and what is known of LinkedIn's limits. */
export function renderCalls({ calls, limited }: RunSummary): Html {
  const most = Math.max(1, ...calls.byResource.values());
  const share = (count: number): string => ((count / most) * 100).toFixed(1);
  const budget = calls.max === null ? 'max_calls is not set' : `max_calls allows ${formatCount(calls.max)}`;
  const waits =
    calls.retries === 0
      ? 'None was sent twice'
      : `${counted(calls.retries, 'call')} sent once more, after waits of ${formatSeconds(calls.waitedSeconds)} in all`;
  return html`<section aria-labelledby="calls">
    <h2 id="calls">Calls to LinkedIn</h2>
    <p>
      ${counted(calls.total, 'call')}; ${budget}. ${waits}. Beside them ${counted(calls.forTokens, 'call')} for tokens.
    </p>
    <div class="wide" tabindex="0" role="region" aria-label="Table of calls">
      <table>
        <caption>
          <span
            >LinkedIn counts by endpoint and day, from 00:00 UTC. How many calls it allows it does not tell the tap: the
            app’s Analytics tab in its developer portal shows them.</span
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
  if (limited.includes(resource)) return html`<span class="mark bad">LinkedIn’s reached</span>`;
  const max = calls.maxByResource.get(resource);
  if (max === undefined) return html`not reached`;
  const isUsedUp = (calls.byResource.get(resource) ?? 0) >= max;
  return isUsedUp
    ? html`<span class="mark warn">max_calls ${formatCount(max)} used up</span>`
    : html`max_calls ${formatCount(max)}`;
}

/** What ran: token, versions, settings. */
export function renderRun(facts: RunFacts): Html {
  const { summary, settings, linkedinVersion, startedAt, endedAt, exitCode } = facts;
  return html`<section aria-labelledby="run">
    <h2 id="run">The run</h2>
    <div class="two">
      ${tableOf('Run, versions and token', [
        ['Began', formatMinute(startedAt)],
        ['Ended', formatMinute(endedAt)],
        ['Exit code', String(exitCode)],
        ['tap-linkedin-pages', facts.tapVersion],
        ['Node', facts.nodeVersion],
        ...(linkedinVersion === null
          ? []
          : [['LinkedIn’s API', `${linkedinVersion}, served until ${endOf(linkedinVersion)}`] as const]),
        ...(summary ? describeToken(summary) : []),
      ])}
      ${
        settings
          ? tableOf(
              'Settings, without secrets',
              Object.entries(settings).map(([name, value]) => [name, describeSetting(value)] as const),
            )
          : null
      }
    </div>
  </section> `;
}

function endOf(version: string): string {
  const { date, inferred } = versionEnd(version);
  return `${inferred ? 'about ' : ''}${formatDate(Date.parse(date))}${inferred ? ' (not published)' : ''}`;
}

function describeToken({ token }: RunSummary): (readonly [string, string])[] {
  const end = (ms: number | null): string => (ms === null ? 'not known' : formatDate(ms));
  return [
    ['Access token ends', end(token.accessTokenEndsAt)],
    ...(token.kind === 'oauth' ? [['Refresh token ends', end(token.refreshTokenEndsAt)] as const] : []),
    ['Scopes', token.scopes ? [...token.scopes].sort().join(', ') : 'not known'],
  ];
}

const LONGEST_SETTING = 160;

function describeSetting(value: unknown): string {
  const text =
    Array.isArray(value) && value.length > 12
      ? `${value.length} values`
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
  return text.length > LONGEST_SETTING ? `${text.slice(0, LONGEST_SETTING)}…` : text;
}

function tableOf(caption: string, rows: readonly (readonly [string, string])[]): Html {
  return html`<table class="pairs">
    <caption>
      <span>${caption}</span>
    </caption>
    <tbody>
      ${rows.map(
        ([name, value]) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${value}</td>
          </tr> `,
      )}
    </tbody>
  </table>`;
}
