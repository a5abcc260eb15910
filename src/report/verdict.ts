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

/** How the run ended, and whether all is there. */
export function judge({ exitCode, summary }: RunFacts, standing: Standing | null): Verdict {
  const goesOn = 'The next run goes on where this one stopped.';
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
      const when = until === null ? '' : ` LinkedIn’s limits begin anew at ${formatMinute(until)}.`;
      return { tone: 'warn', title: 'Stopped at a limit', words: `${goesOn}${when}` };
    }
    case 'failed':
      return summary && summary.organizations.length > 0
        ? {
            tone: 'bad',
            title: 'Not everything could be read',
            words: 'What could be read is there. What to do is below.',
          }
        : { tone: 'bad', title: 'Nothing could be read', words: 'What to do is below.' };
    case 'done':
      return judgeDays(standing);
  }
}

function judgeDays(standing: Standing | null): Verdict {
  const { last, pagesBehind = 0, pagesRefused = 0, lostDays = 0 } = standing ?? {};
  if (last) {
    const words = `${callPage(last.organization, last.name)} lacks ${counted(last.days, 'days')}. They are asked for again in each run.`;
    return { tone: 'warn', title: `${counted(pagesBehind, 'pages')} behind`, words };
  }
  if (lostDays > 0)
    return {
      tone: 'warn',
      title: 'Days were lost',
      words: `${counted(lostDays, 'days')} lie before the months that LinkedIn serves.`,
    };
  if (pagesRefused > 0)
    return { tone: 'warn', title: `${counted(pagesRefused, 'pages')} refused`, words: 'What to do is below.' };
  return { tone: 'good', title: 'All is there', words: 'Whatever LinkedIn serves of these pages was read.' };
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
      standing.upTo === null ? 'no page has a day yet' : 'oldest of the last days that are there',
    ],
    ['Pages', formatCount(organizations.length), troubled.length > 0 ? troubled.join(', ') : 'none behind or refused'],
    ['Records', formatCount(records), `of ${counted(streams.length, 'streams')}`],
    [
      'Calls',
      formatCount(calls.total),
      calls.max === null ? 'no budget set' : `of ${formatCount(calls.max)} (max_calls)`,
    ],
    [
      'Time',
      formatSeconds(seconds),
      calls.retries > 0 ? `${counted(calls.retries, 'calls')} sent once more` : 'no call sent twice',
    ],
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
