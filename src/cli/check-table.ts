import type { CheckKind, CheckRow } from '../check/row.js';
import { organizationId } from '../linkedin/urn.js';
import { layOut, wrap } from '../log/table.js';
import { counted } from '../sync/outcome/words.js';

const WIDTH = 80;

/**
 * Formats the rows for people: groups what is well, lists faults by themselves, then explains them and ends with a
 * verdict.
 */
export function tabulate(rows: readonly CheckRow[]): string[] {
  const folded = fold(rows);
  const head = ['result', 'check', 'calls'];
  const cells = folded.map(({ result, title, calls }) => [result, title, String(calls)]);
  const calls = String(rows.reduce((sum, row) => sum + row.calls, 0));
  const lines = layOut([head, ...cells, ['', 'total', calls]], { left: 2 });
  const found = ['found', ...folded.map((row) => row.found), ''];
  return [
    ...lines.flatMap((line, index) => beside(line.padEnd(lines[0]!.length), found[index]!)),
    ...explain(rows),
    '',
    ...wrap(verdict(rows), { width: WIDTH }),
  ];
}

/** Adds a text in the last column, on as many lines as needed. */
function beside(line: string, text: string): string[] {
  const indent = line.length + 2;
  return wrap(`${line}  ${text}`, { width: WIDTH, indent }).map((each) => each.trimEnd());
}

interface Folded extends Pick<CheckRow, 'result' | 'calls' | 'found'> {
  readonly title: string;
}

/** Combines scopes, endpoints and pages with the same result into one line, unless something is wrong with them. */
function fold(rows: readonly CheckRow[]): Folded[] {
  const groups = new Map<string, CheckRow[]>();
  for (const row of rows) {
    const isAlone = row.kind === 'access' || row.error !== undefined || row.warning !== undefined;
    const key = isAlone ? `${groups.size}` : [row.kind, row.result, row.found].join();
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) => {
    const [{ kind, result, found }] = group as [CheckRow];
    const title = group.length === 1 ? titleOf(group[0]!, rows) : countOf(kind, rows, group);
    const calls = group.reduce((sum, row) => sum + row.calls, 0);
    return { result, title, calls, found: group.length === 1 ? found : (PLURALS[found] ?? found) };
  });
}

const PLURALS: Readonly<Record<string, string>> = { answers: 'answer', 'ADMINISTRATOR (APPROVED)': 'ADMINISTRATOR' };

/** `39 of 40 pages`, `10 endpoints` */
function countOf(kind: CheckKind, rows: readonly CheckRow[], group: readonly CheckRow[]): string {
  const alike = rows.filter((row) => row.kind === kind);
  const all = alike.length;
  // --test=all tries each on every page.
  const isOnMany = kind === 'endpoint' && new Set(alike.map(({ subject }) => subject)).size < all;
  const noun = isOnMany ? 'endpoints by page' : `${kind}s`;
  return group.length === all ? counted(all, noun) : `${group.length} of ${counted(all, noun)}`;
}

/** Names the organization if several rows have the same subject. */
function titleOf({ kind, subject, organization }: CheckRow, rows: readonly CheckRow[]): string {
  if (organization === undefined) return subject;
  const page = `organization ${organizationId(organization)}`;
  if (kind === 'page') return page;
  const isOneOfMany = rows.some((row) => row.subject === subject && row.organization !== organization);
  return isOneOfMany ? `${subject} of ${page}` : subject;
}

/** Each fault, the streams it concerns and what to do, after an empty line. */
function explain(rows: readonly CheckRow[]): string[] {
  return rows.flatMap((row) => {
    const { result, error, warning, streams = [] } = row;
    if (error === undefined && warning === undefined) return [];
    const details = [
      error?.message ?? warning!,
      ...(streams.length > 0 && error ? [`Without it: ${nameStreams(streams)}.`] : []),
      ...(error?.hint ? [`What to do: ${error.hint}`] : []),
    ];
    const head = `${result}: ${titleOf(row, rows)}${error ? ` (${error.code})` : ''}`;
    return ['', head, ...details.flatMap((text) => wrap(`  ${text}`, { width: WIDTH, indent: 2 }))];
  });
}

/** Streams to name; the others are only counted. */
const NAMED = 3;

function nameStreams(streams: readonly string[]): string {
  const more = streams.length - NAMED;
  return `${streams.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more streams` : ''}`;
}

function verdict(rows: readonly CheckRow[]): string {
  const failed = rows.filter(({ result }) => result === 'failed');
  const warnings = rows.filter(({ result }) => result === 'warning').length;
  const pages = rows.filter(({ kind }) => kind === 'page').length;
  if (failed.length === 0) {
    const rest = warnings > 0 ? `, with ${counted(warnings, 'warnings')}` : '';
    return `Ready: a sync with these settings has what it needs${rest}.`;
  }
  const isOfPages = failed.every(({ kind }) => kind === 'page') && failed.length < pages;
  const which = isOfPages
    ? `${pages - failed.length} of ${counted(pages, 'pages')} can be read`
    : `Not ready: ${counted(failed.length, 'checks')} failed`;
  return `${which}. See above for what to do, then run --test again.`;
}
