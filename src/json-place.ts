import { parse, type ParseError } from 'jsonc-parser';

/** Where a text stops being JSON, as `line 3, column 14`: without quoting the text, which may hold secrets. */
export function placeOfFault(text: string): string {
  const faults: ParseError[] = [];
  try {
    parse(text, faults, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (error) {
    // The parser recurses for each level.
    if (error instanceof RangeError) return 'a place that is nested too deep to locate';
    throw error;
  }
  const lines = text.slice(0, faults[0]?.offset ?? text.length).split(/\r\n|\r|\n/);
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
