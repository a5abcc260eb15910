/** Lines of a table for people: columns padded to their widest cell, all but the first `left` of them to the right. */
export function layOut(rows: readonly (readonly string[])[], { left }: { left: number }): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const pad = (cell: string, column: number): string =>
    column < left ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

/** Breaks lines between words so that none is wider than that, where words allow; those that follow are indented. */
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
