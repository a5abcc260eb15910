import { readFileSync } from 'node:fs';
import type { Sandbox, SandboxPatch } from '../../src/sandbox/index.js';
import type { StateValue } from '../../src/singer/state.js';
import type { TapRun } from '../support/output.js';
import { daysLater, LABS, settingsOf, TURBINES, urn } from '../support/sandboxes.js';
import { runTap } from '../support/tap.js';
import { placeFor, readSummary, type Summary } from './runs.js';

export const KITES = 104_729_402;
export const REVOKED = 104_730_003;
export const NEW = 104_730_010;
export const FORGOTTEN = 104_730_021;

export const SHARES = 'share_statistics_time_bound';
export const RESOURCE = 'organizationalEntityShareStatistics';

/** Pages of an eventful night. Names are made up. */
export const STORY: SandboxPatch = {
  organizations: [
    { id: TURBINES, name: 'Meridian Turbines' },
    { id: LABS, name: 'Northwind Labs' },
    { id: KITES, name: 'Harbourlight Kite School' },
    { id: REVOKED, name: 'Cobalt Orchard Ropewalk' },
    { id: NEW, name: 'Tidewater Observatory' },
    { id: FORGOTTEN, name: 'Quillfeather Bindery' },
  ],
};

/** Days between the two nights of the story. */
const LATER = 12;

/** Days that LinkedIn leaves out of its answer for the new page; `to` excluded. */
export const HOLE = { from: '2026-06-08', to: '2026-06-29' };
/** Bookmark of the page that has not been read for a long time. */
export const FORGOTTEN_SINCE = '2025-11-10';
export const NIGHT = daysLater(LATER);

export interface Story {
  readonly run: TapRun;
  readonly html: string;
  readonly path: string;
  readonly summary: Summary;
}

/**
 * Two nights: between them, a page's numbers become late and a role is revoked; one page is new and has a hole in its
 * year, and one has not been read for over twelve months.
 */
export async function tell(sandbox: Sandbox): Promise<Story> {
  const ids = [TURBINES, LABS, KITES, REVOKED, NEW, FORGOTTEN];
  const settings = { start_date: 'last run', organization_ids: ids, max_calls: 500 };
  const first = await runTap({ config: settingsOf(sandbox, settings) });
  sandbox.set({
    now: NIGHT,
    lateDays: { [LABS]: { [RESOURCE]: 11 } },
    roles: { [REVOKED]: { role: 'ANALYST', state: 'APPROVED' } },
  });
  const config = settingsOf(sandbox, settings);
  await leaveOut(sandbox, config['access_token'] as string);
  sandbox.clearRequests();
  const [path, summaryPath] = [placeFor('report.html'), placeFor('summary.json')];
  const state = rewrite(first.state);
  const run = await runTap({ config, state, args: ['--report', path, '--summary', summaryPath] });
  return { run, path, html: readFileSync(path, 'utf8'), summary: readSummary(summaryPath) };
}

/** Removes the new page's bookmark, and gives the forgotten one an old one. */
function rewrite({ bookmarks, ...rest }: StateValue): StateValue {
  const changed = Object.entries(bookmarks).map(([stream, entries]) => {
    const { [urn(NEW)]: _new, [urn(FORGOTTEN)]: old, ...others } = entries;
    const forgotten = { 'timeRange.end': `${FORGOTTEN_SINCE}T00:00:00Z`, time_granularity: 'DAY' };
    const isOfDays = typeof old === 'object' && old !== null && 'timeRange.end' in old;
    return [stream, { ...others, [urn(FORGOTTEN)]: isOfDays ? forgotten : old }] as const;
  });
  return { ...rest, bookmarks: Object.fromEntries(changed) };
}

/** Makes the sandbox leave the days of the hole out of its answer for the new page. */
async function leaveOut(sandbox: Sandbox, token: string): Promise<void> {
  const [start, end] = [
    Date.parse(`${NIGHT.slice(0, 10)}T00:00:00Z`) - 365 * 86_400_000,
    Date.parse(`${NIGHT.slice(0, 10)}T00:00:00Z`),
  ];
  const query = `q=organizationalEntity&organizationalEntity=${encodeURIComponent(urn(NEW))}&timeIntervals=(timeRange:(start:${start},end:${end}),timeGranularityType:DAY)`;
  const answer = await fetch(`${sandbox.url}/rest/${RESOURCE}?${query}`, {
    headers: { authorization: `Bearer ${token}`, 'linkedin-version': '202609', 'x-restli-protocol-version': '2.0.0' },
  });
  const body = (await answer.json()) as { elements: { timeRange: { start: number } }[] };
  const [from, to] = [Date.parse(HOLE.from), Date.parse(HOLE.to)];
  const elements = body.elements.filter(({ timeRange }) => timeRange.start < from || timeRange.start >= to);
  sandbox.set({
    faults: [
      {
        kind: 'status',
        status: 200,
        body: { ...body, elements },
        match: { resource: RESOURCE, organization: NEW, path: 'timeIntervals' },
      },
    ],
  });
}
