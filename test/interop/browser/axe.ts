import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Result {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe-core finds wrong with the page as it is now (WCAG 2 A and AA, and best practices), one line each. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(SOURCE, 'utf8'));
  const { violations } = (await page.evaluate('axe.run(document)')) as Result;
  return violations.map(({ id, nodes }) => `${id}, ${nodes.length} times, for instance ${nodes[0]?.html ?? ''}`);
}
