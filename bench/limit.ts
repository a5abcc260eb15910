/** One line of the table. */
export interface Finding {
  readonly what: string;
  readonly measured: string;
  /** The limit for the measured value; omitted for values that are only informative. */
  readonly limit?: string;
  readonly met?: boolean;
}

export function atMost(
  what: string,
  { measured, limit, unit }: { measured: number; limit: number; unit: string },
): Finding {
  return { what, measured: format(measured, unit), limit: `<= ${format(limit, unit)}`, met: measured <= limit };
}

export function inform(what: string, { measured, unit }: { measured: number; unit: string }): Finding {
  return { what, measured: format(measured, unit) };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The table, followed by the missed limits. */
export function render(findings: readonly Finding[]): string {
  const rows = findings.map(({ what, measured, limit = '-', met }) => [what, measured, limit, verdict(met)]);
  const all = [['what', 'measured', 'limit', 'met'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]!.length)));
  const lines = all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const missed = findings.filter(({ met }) => met === false).map(({ what }) => what);
  const conclusion = missed.length === 0 ? 'Every limit is met.' : `MISSED: ${missed.join('; ')}`;
  return `${lines.join('\n')}\n\n${conclusion}\n`;
}

const verdict = (met: boolean | undefined): string => (met === undefined ? '-' : met ? 'yes' : 'NO');

function format(value: number, unit: string): string {
  const digits = Number.isInteger(value) ? 0 : unit === '' ? 2 : 1;
  return `${value.toFixed(digits)}${unit && ` ${unit}`}`;
}
