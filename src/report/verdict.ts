import type { Standing } from '../sync/outcome/standing.js';
import { countPages } from '../sync/outcome/standing.js';
import { html, type Html } from './html.js';
import { outcomeOf, type RunFacts } from './run-facts.js';
import { counted, formatCount, formatDate, formatMinute, formatSeconds, callPage } from './words.js';

interface Verdict {
  readonly tone: 'good' | 'warn' | 'bad';
  readonly title: string;
  readonly words: string;
}

/** How the run ended, and whether everything is there. */
export function judge({ exitCode, summary }: RunFacts, standing: Standing | null): Verdict {
  const goesOn = 'The next run continues where this one stopped.';
  switch (outcomeOf(exitCode)) {
    case 'interrupted':
    case 'reader_gone': {
      const { done, left } = pagesOf(summary);
      return {
        tone: 'warn',
        title: 'Interrupted',
        words: `${counted(done, 'pages')} done, ${formatCount(left)} left. ${goesOn}`,
      };
    }
    case 'limit': {
      const until = summary?.resumeAfter ?? null;
      const when = until === null ? '' : ` LinkedIn’s limits are reset at ${formatMinute(until)}.`;
      return { tone: 'warn', title: 'Stopped at a limit', words: `${goesOn}${when}` };
    }
    case 'failed':
      return summary && summary.organizations.length > 0
        ? {
            tone: 'bad',
            title: 'Not everything could be read',
            words: 'What could be read was written. See below for what to do.',
          }
        : { tone: 'bad', title: 'Nothing could be read', words: 'See below for what to do.' };
    case 'done':
      return judgeDays(standing);
  }
}

function judgeDays(standing: Standing | null): Verdict {
  const { last, pagesBehind = 0, pagesRefused = 0, lostDays = 0 } = standing ?? {};
  if (last) {
    const words = `${callPage(last.organization, last.name)} lacks ${counted(last.days, 'days')}. Each run asks for them again.`;
    return { tone: 'warn', title: `${counted(pagesBehind, 'pages')} behind`, words };
  }
  if (lostDays > 0)
    return {
      tone: 'warn',
      title: 'Days were lost',
      words: `${counted(lostDays, 'days')} before the months that LinkedIn serves cannot be read any more.`,
    };
  if (pagesRefused > 0)
    return { tone: 'warn', title: `${counted(pagesRefused, 'pages')} refused`, words: 'See below for what to do.' };
  return {
    tone: 'good',
    title: 'Everything is there',
    words: 'Everything that LinkedIn serves for these pages was read.',
  };
}

function pagesOf(summary: RunFacts['summary']): { done: number; left: number } {
  return summary
    ? countPages(
        summary,
        summary.streams.map(({ name }) => name),
      )
    : { done: 0, left: 0 };
}

/** The top of the page: the verdict, and the numbers that people ask for first. */
export function renderTop(facts: RunFacts, standing: Standing | null): Html {
  const { tone, title, words } = judge(facts, standing);
  const { summary, settings, startedAt, endedAt } = facts;
  const shard = settings?.['shard'];
  const seen = summary ? summary.now : endedAt;
  return html`<header class="top ${tone}">
    <p class="sign">
      tap-linkedin-pages · ${formatMinute(seen)}${typeof shard === 'string' ? ` · shard ${shard}` : ''}
    </p>
    <h1>${title}</h1>
    <p>${words}</p>
    ${summary && standing ? renderFacts({ summary, standing, seconds: (endedAt - startedAt) / 1000 }) : null}
  </header> `;
}

function renderFacts({
  summary,
  standing,
  seconds,
}: {
  summary: NonNullable<RunFacts['summary']>;
  standing: Standing;
  seconds: number;
}): Html {
  const { organizations, streams, calls } = summary;
  const records = streams.reduce((sum, stream) => sum + stream.records, 0);
  const troubled = [
    standing.pagesBehind > 0 ? `${formatCount(standing.pagesBehind)} behind` : null,
    standing.pagesRefused > 0 ? `${formatCount(standing.pagesRefused)} refused` : null,
  ].filter((text) => text !== null);
  const facts = [
    [
      'Every page up to',
      standing.upTo === null ? '–' : formatDate(standing.upTo),
      standing.upTo === null ? 'no page has any days yet' : 'the earliest last day of any page',
    ],
    ['Pages', formatCount(organizations.length), troubled.length > 0 ? troubled.join(', ') : 'none behind or refused'],
    ['Records', formatCount(records), `from ${counted(streams.length, 'streams')}`],
    [
      'Calls',
      formatCount(calls.total),
      calls.max === null ? 'no budget set' : `of ${formatCount(calls.max)} (max_calls)`,
    ],
    ['Time', formatSeconds(seconds), calls.retries > 0 ? counted(calls.retries, 'retries') : 'no retries'],
  ] as const;
  return html`<dl class="facts">
    ${facts.map(
      ([name, value, more]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}<span>${more}</span></dd>
        </div>`,
    )}
  </dl>`;
}
