/** Lines of a table for people: columns padded to their widest cell, all but the first `left` of them to the right. */
export function layOut(rows: readonly (readonly string[])[], { left }: { left: number }): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const pad = (cell: string, column: number): string =>
    column < left ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}
