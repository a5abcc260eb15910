import type { AssumptionId } from './assumptions/table.js';

export type Verdict = 'holds' | 'differs' | 'unknown';

/**
 * What was seen, in a form that can be published: statuses, counts of what was asked for or of days, names of fields,
 * and days as offsets. Never a text, URN, counter or token from an answer.
 */
export interface Evidence {
  /** HTTP statuses, in the order of the calls. */
  readonly status?: readonly number[];
  /** LinkedIn's code of a refusal. */
  readonly code?: string;
  readonly counts?: Readonly<Record<string, number>>;
  /** Offsets in days from today, or from the edge of a window. */
  readonly days?: Readonly<Record<string, number>>;
  /** Names of fields or headers. */
  readonly fields?: readonly string[];
  /** Why nothing was seen. */
  readonly note?: string;
}

export interface Finding {
  readonly id: AssumptionId;
  readonly verdict: Verdict;
  readonly evidence: Evidence;
}

export function finding(id: AssumptionId, verdict: Verdict, evidence: Evidence): Finding {
  return { id, verdict, evidence };
}

/** null: nothing could be told. */
export function verdictOf(isSo: boolean | null): Verdict {
  if (isSo === null) return 'unknown';
  return isSo ? 'holds' : 'differs';
}

export function describeEvidence({ status = [], code, counts = {}, days = {}, fields = [], note }: Evidence): string {
  const of = (values: Readonly<Record<string, number>>, write: (value: number) => string): string[] =>
    Object.entries(values).map(([name, value]) => `${name} ${write(value)}`);
  const parts = [
    ...(status.length > 0 ? [[status.join('/'), code].filter(Boolean).join(' ')] : []),
    ...of(counts, String),
    ...of(days, (value) => `${value > 0 ? '+' : ''}${value} d`),
    ...(fields.length > 0 ? [fields.join(' ')] : []),
    ...(note === undefined ? [] : [note]),
  ];
  return parts.join(', ');
}
