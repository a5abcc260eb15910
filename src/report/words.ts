import { DAY_MS } from '../clock.js';
import { organizationId } from '../linkedin/urn.js';
import { FAMILIES } from '../streams/families.js';
import type { DayState } from '../sync/outcome/coverage.js';
import { html, type Html } from './html.js';

export { formatCount } from '../count.js';
export { counted, formatSeconds } from '../sync/outcome/words.js';

const DAY_FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `21 Nov 2026`, of epoch milliseconds. */
export const formatDate = (ms: number): string => DAY_FORMAT.format(ms);

/** The same for a number of days since 1970. */
export const formatDayNumber = (day: number): string => formatDate(day * DAY_MS);

/** `21 Nov 2026, 10:30 UTC`, of epoch milliseconds. */
export const formatMinute = (ms: number): string =>
  `${formatDate(ms)}, ${new Date(ms).toISOString().slice(11, 16)} UTC`;

/** The title of a statistic, which is that of its family. */
export function titleOf(stream: string): string {
  return FAMILIES.find(({ streams }) => streams.some(({ name }) => name === stream))?.title ?? stream;
}

/** The name of a page, or else its number. */
export function callPage(organization: string, name: string | null): string {
  return name ?? `Page ${organizationId(organization) ?? organization}`;
}

/** The name, isolated so that its script does not affect the text around it. */
export const showName = (organization: string, name: string | null): Html =>
  html`<bdi>${callPage(organization, name)}</bdi>`;

/** The label of each state, and what it means to people. */
export const STATE_WORDS: Readonly<Record<DayState, { readonly label: string; readonly meaning: string }>> = {
  read: { label: 'read in this run', meaning: 'Read for the first time.' },
  restated: {
    label: 'read again',
    meaning: 'Recent days, read again in each run because LinkedIn may restate them.',
  },
  'read before': { label: 'read before', meaning: 'Read by an earlier run, according to the bookmark.' },
  quiet: {
    label: 'nothing sent',
    meaning: 'Asked for, but LinkedIn sent nothing: no activity on that day, or left out.',
  },
  'not yet served': {
    label: 'not yet served',
    meaning: 'The newest days, which LinkedIn may serve late. They are asked for again.',
  },
  behind: {
    label: 'missing',
    meaning: 'Should be there. It failed, is left to the next run, or LinkedIn is later than usual.',
  },
  refused: { label: 'refused', meaning: 'LinkedIn does not let the token’s member read it.' },
  'out of reach': { label: 'lost', meaning: 'Wanted, but before the months that LinkedIn serves.' },
};
