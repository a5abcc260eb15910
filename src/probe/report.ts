import { ASSUMPTIONS } from './assumptions/table.js';
import { wrap } from '../log/table.js';
import { describeEvidence } from './evidence.js';
import type { ProbeReport } from './probe.js';

/** Widths of the columns: assumption, what is assumed, result, evidence. 80 columns with two spaces between them. */
const WIDTHS = [19, 26, 7, 22] as const;

export function asTable({ calls, findings }: ProbeReport): string {
  const assumedOf = new Map<string, string>(ASSUMPTIONS.map(({ id, assumed }) => [id, assumed]));
  const rows = findings.map(({ id, verdict, evidence }) => [
    id,
    assumedOf.get(id)!,
    verdict,
    describeEvidence(evidence),
  ]);
  const count = (which: string): number => findings.filter(({ verdict }) => verdict === which).length;
  return [
    ...[['assumption', 'assumed', 'result', 'evidence'], ...rows].flatMap(layOutRow),
    '',
    `${count('holds')} hold, ${count('differs')} differ, ${count('unknown')} unknown; ${calls} calls.`,
  ].join('\n');
}

export function asJson(
  { calls, findings }: ProbeReport,
  { version, linkedinVersion }: { version: string; linkedinVersion: string },
): string {
  const assumedOf = new Map<string, string>(ASSUMPTIONS.map(({ id, assumed }) => [id, assumed]));
  const rows = findings.map(({ id, verdict, evidence }) => ({
    assumption: id,
    assumed: assumedOf.get(id),
    result: verdict,
    evidence,
  }));
  return JSON.stringify({ tap: version, linkedin_version: linkedinVersion, calls, findings: rows }, null, 2);
}

/** Lays out a row, with its cells wrapped to the widths of their columns. */
function layOutRow(cells: readonly string[]): string[] {
  const wrapped = cells.map((cell, column) => fold(cell, WIDTHS[column]!));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, column) => (lines[line] ?? '').padEnd(WIDTHS[column]!))
      .join('  ')
      .trimEnd(),
  );
}

/** Wraps a text; a word that is too long for a line is split. */
function fold(text: string, width: number): string[] {
  const words = text.split(' ').flatMap((word) => pieces(word, width));
  return wrap(words.join(' '), { width });
}

function pieces(word: string, width: number): string[] {
  return word.length <= width ? [word] : [word.slice(0, width), ...pieces(word.slice(width), width)];
}
