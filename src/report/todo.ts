import { DAY_MS } from '../clock.js';
import { versionEnd } from '../linkedin/version.js';
import type { DayState } from '../sync/outcome/coverage.js';
import type { FaultSummary, RunSummary } from '../sync/outcome/run-summary.js';
import { html, type Html } from './html.js';
import { streamsOfDays } from './rows.js';
import type { RunFacts } from './run-facts.js';
import { counted, formatCount, formatDate, showName } from './words.js';

/** The most pages that a fault names. */
const NAMED = 6;
const TOKEN_NOTICE_DAYS = 30;
const VERSION_NOTICE_DAYS = 60;

const LEVELS: Readonly<
  Record<FaultSummary['level'], { readonly word: string; readonly tone: 'bad' | 'warn'; readonly rank: number }>
> = {
  critical: { word: 'Ended the run', tone: 'bad', rank: 0 },
  error: { word: 'Failed', tone: 'bad', rank: 1 },
  limit: { word: 'Limit', tone: 'warn', rank: 2 },
  warning: { word: 'Warning', tone: 'warn', rank: 3 },
};

/** What went wrong, each cause once with its remedy, and what ends soon. */
export function renderTodo(facts: RunFacts): Html {
  const { summary } = facts;
  const faults = [...facts.faults, ...(summary?.faults ?? [])];
  const items = [
    ...faults
      .toSorted((one, other) => LEVELS[one.level].rank - LEVELS[other.level].rank)
      .map((fault) => renderFault(fault, summary)),
    ...(summary ? renderDays(summary) : []),
    ...renderEnds(facts),
  ];
  const body =
    items.length === 0
      ? html`<p>Nothing.</p>`
      : html`<ul class="todo">
          ${items}
        </ul>`;
  return html`<section aria-labelledby="todo">
    <h2 id="todo">What to do</h2>
    ${body}
  </section> `;
}

function renderFault(fault: FaultSummary, summary: RunSummary | null): Html {
  const { level, code, message, remedy, streams, organizations } = fault;
  const { word, tone } = LEVELS[level];
  return html`<li class="${tone}">
    <p><span class="mark ${tone}">${word}</span> ${namePages(organizations, summary)} ${costOf(streams)}</p>
    <p class="lines">${message}</p>
    ${remedy === '' ? null : html`<p class="do">${remedy}</p>`}
    <details>
      <summary>${code}</summary>
      <p>
        ${
          streams.length === 0
            ? 'docs/errors.md explains this code.'
            : html`Affected streams: ${streams.join(', ')}. docs/errors.md explains this code.`
        }
      </p>
    </details>
  </li>`;
}

function namePages(organizations: readonly string[], summary: RunSummary | null): Html {
  const shown = organizations.slice(0, NAMED).map((organization, place) => {
    return html`${place > 0 ? ', ' : ''}<b>${showName(organization, summary?.nameOf(organization) ?? null)}</b>`;
  });
  const more = organizations.length - NAMED;
  return html`${shown}${more > 0 ? ` and ${formatCount(more)} more` : ''}`;
}

const costOf = (streams: readonly string[]): string =>
  streams.length === 0 ? '' : `· ${counted(streams.length, 'streams')}`;

/**
 * What no fault reports: days that LinkedIn does not have yet, although they are due, and days that it no longer has.
 */
function renderDays(summary: RunSummary): Html[] {
  const { late, lost } = findUnexplained(summary);
  return [
    late.length === 0
      ? null
      : html`<li class="warn">
          <p><span class="mark warn">Late</span> ${namePages(late, summary)}</p>
          <p>LinkedIn answered, but does not have the newest days yet. Usually it is at most two days late.</p>
          <p class="do">Nothing for now: each run asks for them again.</p>
        </li>`,
    lost.length === 0
      ? null
      : html`<li class="warn">
          <p><span class="mark warn">Lost</span> ${namePages(lost, summary)}</p>
          <p>Some days that were wanted are before the months LinkedIn serves: no later run can read them.</p>
          <p class="do">Read each page at least once every twelve months.</p>
        </li>`,
  ].filter((item) => item !== null);
}

function findUnexplained(summary: RunSummary): { late: string[]; lost: string[] } {
  const streams = streamsOfDays(summary);
  const has = (organization: string, state: DayState): boolean =>
    streams.some((stream) => {
      const isLeft = summary.fateOf(stream, organization) !== 'read';
      if (state === 'behind' && isLeft) return false;
      return summary.coverageOf(stream, organization)?.stretches.some((stretch) => stretch.state === state);
    });
  return {
    late: summary.organizations.filter((organization) => has(organization, 'behind')),
    lost: summary.organizations.filter((organization) => has(organization, 'out of reach')),
  };
}

function renderEnds({ summary, linkedinVersion, endedAt }: RunFacts): Html[] {
  const ends: Html[] = [];
  const tell = (what: string, remedy: string): void => {
    ends.push(
      html`<li class="warn">
        <p><span class="mark warn">Soon</span> ${what}</p>
        <p class="do">${remedy}</p>
      </li>`,
    );
  };
  const isNear = (end: number, days: number): boolean => end - endedAt < days * DAY_MS;
  const { accessTokenEndsAt = null, refreshTokenEndsAt = null, kind } = summary?.token ?? {};
  const tokenEnd = kind === 'oauth' ? refreshTokenEndsAt : accessTokenEndsAt;
  if (tokenEnd !== null && isNear(tokenEnd, TOKEN_NOTICE_DAYS))
    tell(
      `The ${kind === 'oauth' ? 'refresh' : 'access'} token ends on ${formatDate(tokenEnd)}.`,
      'Get a new one before then: tap-linkedin-pages login.',
    );
  const versionEnds = linkedinVersion === null ? null : Date.parse(versionEnd(linkedinVersion).date);
  if (versionEnds !== null && isNear(versionEnds, VERSION_NOTICE_DAYS))
    tell(
      `LinkedIn’s API version ${linkedinVersion!} ends about ${formatDate(versionEnds)}.`,
      'Set linkedin_version to a newer month.',
    );
  return ends;
}
