import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { packageRoot } from '../../../src/package.js';
import { makeFolder } from '../../support/folders.js';
import { useBrowser } from '../browser/chromium.js';
import { keepPicture } from '../browser/picture.js';
import { scriptOf } from '../readme/blocks.js';
import { needChromium, needTools } from '../support/needs.js';
import { linkPrograms } from '../support/path.js';
import { runProgram } from '../support/program.js';
import { whileServed } from './server.js';

/** The views whose pictures are in the docs, with the last heading of each. */
const PICTURES = {
  'Data health': { picture: 'dashboard-data-health', last: 'The last snapshot' },
  Overview: { picture: 'dashboard-overview', last: 'Pages' },
};

describe('the dashboard in a browser, by the commands of docs/analytics.md', () => {
  needTools('dbt', 'streamlit');
  needChromium();
  const browser = useBrowser();

  it('shows numbers and lines, within the width of the page, and calls no other host', async () => {
    const folder = makeFolder();
    for (const part of ['dbt', 'examples/dashboard'])
      cpSync(new URL(part, packageRoot), join(folder, part), { recursive: true });
    const cwd = join(folder, 'examples/dashboard');
    const env = { PATH: linkPrograms(makeFolder()), HOME: folder, LANG: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1' };
    const [prepare, serve] = scriptOf('docs/analytics.md', 'dashboard').trimEnd().split('\n');
    const made = await runProgram('bash', { args: ['-c', prepare!], cwd, env });
    expect(made.exitCode, made.stderr).to.equal(0);
    await whileServed(serve!, { cwd, env, use: look });
  });

  async function look(url: string): Promise<void> {
    const page = await browser().newPage();
    const asked = new Set<string>();
    page.on('request', (request) => asked.add(new URL(request.url()).host));
    await page.setViewport({ width: 1280, height: 1000 });
    await page.goto(url);
    for (const [view, { picture, last }] of Object.entries(PICTURES)) {
      await open(page, { view, last });
      expect(await page.$$eval('[data-testid="stException"]', (all) => all.length)).to.equal(0);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.be.true;
      await keepPicture(page, picture);
    }
    expect(
      await page.$$eval('[data-testid="stMetricValue"]', (all) => all.map((one) => one.textContent)),
    ).to.have.length(5);
    expect(await page.$$eval('.vega-embed canvas, .vega-embed svg', (all) => all.length)).to.be.at.least(2);
    expect([...asked].filter((host) => host !== '' && host !== new URL(url).host)).to.deep.equal([]);
    await page.close();
  }
});

/** Opens a view and waits until it is complete: nothing is left of the previous one, and its last part is drawn. */
async function open(page: Page, { view, last }: { view: string; last: string }): Promise<void> {
  await page.waitForSelector('[data-testid="stRadio"] label');
  const labels = await page.$$('[data-testid="stRadio"] label');
  const names = await Promise.all(labels.map(async (label) => await label.evaluate(({ textContent }) => textContent)));
  await labels[names.indexOf(view)]!.click();
  await page.waitForFunction(`document.querySelector('h1')?.textContent === ${JSON.stringify(view)}`);
  await page.waitForFunction(`[...document.querySelectorAll('h3')].at(-1)?.textContent === ${JSON.stringify(last)}`);
  await page.waitForFunction('!document.querySelector("[data-stale=true], [data-testid=stStatusWidget]")');
  await page.waitForFunction('document.querySelector("[data-testid=stDataFrame]:last-of-type canvas")');
  // Charts are still animated after they have their data.
  await page.waitForNetworkIdle({ idleTime: 1000 });
}
