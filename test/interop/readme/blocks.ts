import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { packageRoot } from '../../../src/package.js';

/** The fenced blocks that a page marks with `<!-- runs: name -->`, in order, as one script. */
export function scriptOf(page: string, name: string): string {
  return markedBlocks(page, `runs: ${name}`).join('\n');
}

/** What such a script prints according to the page, marked with `<!-- prints: name -->`. */
export function printedOf(page: string, name: string): string {
  return markedBlocks(page, `prints: ${name}`).join('\n');
}

function markedBlocks(page: string, mark: string): string[] {
  const text = readFileSync(new URL(page, packageRoot), 'utf8');
  const blocks = [...text.matchAll(/^<!-- (.+) -->\n+```\w+\n([^]+?)^```$/gm)]
    .filter(([, found]) => found === mark)
    .map(([, , block]) => block!);
  if (blocks.length === 0) throw new Error(`${page} has no block marked <!-- ${mark} -->.`);
  return blocks;
}

/**
 * Compares ends only, since installers print lines of their own first; ignores the spaces that psql puts at the ends of
 * lines.
 */
export function expectEnd(printed: string, end: string): void {
  const lines = end.trimEnd().split('\n');
  const last = printed.trimEnd().split('\n').slice(-lines.length);
  expect(last.map((line) => line.trimEnd())).to.deep.equal(lines);
}
