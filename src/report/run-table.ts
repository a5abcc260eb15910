import { versionEnd } from '../linkedin/version.js';
import type { RunSummary } from '../sync/outcome/run-summary.js';
import { html, type Html } from './html.js';
import type { RunFacts } from './run-facts.js';
import { formatDate, formatMinute } from './words.js';

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
