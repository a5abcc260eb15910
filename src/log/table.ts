/**
 * Lays out a table for people: each column as wide as its widest cell, all but the first `left` columns right-aligned.
 */
export function layOut(rows: readonly (readonly string[])[], { left }: { left: number }): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const pad = (cell: string, column: number): string =>
    column < left ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

/** Breaks a text between words into lines of at most `width` where possible; all but the first are indented. */
export function wrap(text: string, { width, indent = 0 }: { width: number; indent?: number }): string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(' ')) {
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && line.trim() !== '' && longer.length > width) {
      lines.push(line);
      line = ' '.repeat(indent) + word;
    } else line = longer;
  }
  return [...lines, line ?? ''];
}
