import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ElementHandle, Page } from 'puppeteer-core';
import { packageRoot } from '../../../src/package.js';

/** Whether `npm run screenshots` is making new pictures for the docs. */
export const takesPictures = process.env['SCREENSHOTS'] === 'true';

/** Saves a picture of the page, or of a part of it, as docs/images/NAME.png, if pictures are wanted. */
export async function keepPicture(shown: Page | ElementHandle, name: string): Promise<void> {
  if (!takesPictures) return;
  const folder = fileURLToPath(new URL('docs/images/', packageRoot));
  mkdirSync(folder, { recursive: true });
  await shown.screenshot({ path: `${folder}${name}.png` as `${string}.png` });
}
