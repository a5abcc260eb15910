import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { packageRoot } from '../../../src/package.js';
import { violationsOf } from '../browser/axe.js';
import { useBrowser } from '../browser/chromium.js';
import { needChromium, needSite } from '../support/needs.js';
import { useFiles } from './server.js';

const INPUT = '#localsearch-input';

describe('interop: the documentation site, built by npm run site', () => {
  needSite();
  needChromium();
  const browser = useBrowser();
  const url = useFiles(fileURLToPath(new URL('site/dist/', packageRoot)));

  /** Opens a page, and records which hosts are called. */
  async function open(path: string): Promise<{ page: Page; others: () => string[] }> {
    const page = await browser().newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`${url()}${path}`, { waitUntil: 'networkidle0' });
    return { page, others: () => asked.filter((each) => !each.startsWith(url()) && !each.startsWith('data:')) };
  }

  /** Searches the site, and returns where each of the first results leads. */
  async function search(page: Page, words: string): Promise<string[]> {
    await page.click('.VPNavBarSearch button');
    await page.waitForSelector(INPUT);
    await page.type(INPUT, words);
    await page.waitForSelector('.results .result');
    await page.waitForNetworkIdle();
    return await page.$$eval('.results a.result', (all) => all.map((each) => each.getAttribute('href')!));
  }

  for (const [words, place] of [
    ['429', '/errors.html#daily_limit'],
    ['skip_empty_streams', '/settings.html'],
  ] as const) {
    it(`leads from a search for "${words}" to ${place}, and calls no other host`, async () => {
      const { page, others } = await open('/');
      const [first = ''] = await search(page, words);
      expect(first).to.include(place);
      await page.keyboard.press('Enter');
      await page.waitForFunction(`location.href.includes(${JSON.stringify(place)})`);
      expect(await page.$eval('main', (main) => main.textContent)).to.include(words);
      expect(others()).to.deep.equal([]);
      await page.close();
    });
  }

  for (const path of ['/', '/streams/shares.html', '/errors.html', '/sample-report.html']) {
    for (const value of ['light', 'dark']) {
      it(`has no faults that axe-core finds: ${path}, ${value}`, async () => {
        const page = await browser().newPage();
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        await page.goto(`${url()}${path}`, { waitUntil: 'networkidle0' });
        expect(await page.evaluate('matchMedia("(prefers-color-scheme: dark)").matches')).to.equal(value === 'dark');
        expect(await violationsOf(page)).to.deep.equal([]);
        await page.close();
      });
    }
  }

  it('shows the report of a run on the sandbox, which calls no other host', async () => {
    const { page, others } = await open('/');
    const link = await page.$eval('.VPSidebar a[href="/sample-report.html"]', (each) => each.getAttribute('target'));
    expect(link).to.equal('_blank');
    const report = await open('/sample-report.html');
    expect(await report.page.$eval('main', (main) => main.textContent)).to.include('Northwind Turbines');
    expect([...others(), ...report.others()]).to.deep.equal([]);
    await Promise.all([page.close(), report.page.close()]);
  });
});
