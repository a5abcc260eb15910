import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { imagine, YEAR } from '../../report/big.js';
import { placeFor } from '../../report/runs.js';
import { FORGOTTEN_SINCE, HOLE, NIGHT, SHARES, STORY, tell, type Story } from '../../report/story.js';
import { renderReport } from '../../../src/report/report-page.js';
import { startSandbox } from '../../../src/sandbox/index.js';
import { NOW } from '../../support/sandboxes.js';
import { needChromium } from '../support/needs.js';
import { writeFileSync } from 'node:fs';
import { violationsOf } from './axe.js';
import { useBrowser } from './chromium.js';
import { keepPicture } from './picture.js';

const DAY = 86_400_000;

describe('interop: the report in a real browser', () => {
  needChromium();
  const browser = useBrowser();
  let story: Story;

  before(async () => {
    const sandbox = await startSandbox({ now: NOW, ...STORY });
    story = await tell(sandbox);
    await sandbox.close();
  });

  interface Opened {
    readonly page: Page;
    /** Console messages, and requests for anything but the file itself. */
    readonly trouble: string[];
  }

  async function open(path: string, { width = 1280, height = 900 } = {}): Promise<Opened> {
    const page = await browser().newPage();
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => trouble.push(`error: ${String(error)}`));
    page.on('request', (request) => {
      if (request.url() !== `file://${path}`) trouble.push(`request: ${request.url()}`);
    });
    await page.setViewport({ width, height });
    await page.goto(`file://${path}`);
    return { page, trouble };
  }

  /** Color of a day in a page's row, as the screen shows it. */
  async function colourAt(page: Page, { row, day }: { row: number; day: string }): Promise<string> {
    const number = Date.parse(day) / DAY;
    const place = (await page.evaluate(`(() => {
      const figure = [...document.querySelectorAll('figure.cover')].find((each) => each.querySelector('code').textContent === '${SHARES}');
      const svg = figure.querySelector('svg');
      svg.scrollIntoView({ block: 'center' });
      const box = svg.getBoundingClientRect();
      const first = Number(figure.dataset.from);
      return { x: box.left + (${number} + 0.5 - first) / (figure.dataset.to - first) * box.width, y: scrollY + box.top + ${row} * 22 + 11 };
    })()`)) as { x: number; y: number };
    const shot = await page.screenshot({ clip: { ...place, width: 1, height: 1 }, encoding: 'base64' });
    return (await page.evaluate(`(async () => {
      const image = new Image();
      const data = Uint8Array.from(atob('${shot}'), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([data], { type: 'image/png' }));
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 1;
      const context = canvas.getContext('2d');
      context.drawImage(bitmap, 0, 0);
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part.toString(16).padStart(2, '0')).join('');
    })()`)) as string;
  }

  const rowOf = async (page: Page, name: string): Promise<number> =>
    (await page.evaluate(`(() => {
      const figure = [...document.querySelectorAll('figure.cover')].find((each) => each.querySelector('code').textContent === '${SHARES}');
      return [...figure.querySelectorAll('.name')].findIndex((each) => each.textContent.includes('${name}'));
    })()`)) as number;

  it('shows what is missing in the right place and color', async () => {
    const { page, trouble } = await open(story.path);
    const night = Date.parse(`${NIGHT.slice(0, 10)}T00:00:00Z`);
    const before = (days: number): string => new Date(night - days * DAY).toISOString();
    const after = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString();
    const expected = [
      ['Tidewater', HOLE.from, 'eadfc4'],
      ['Tidewater', after(HOLE.to, -1), 'eadfc4'],
      ['Tidewater', after(HOLE.from, -1), '2873b8'],
      ['Tidewater', HOLE.to, '2873b8'],
      ['Quillfeather', FORGOTTEN_SINCE, '3b3b4a'],
      ['Northwind', before(5), 'e8731a'],
      ['Page 104730003', before(5), 'b3261e'],
      ['Meridian', before(5), '2873b8'],
      ['Meridian', '2026-11-18', '1a9a8a'],
      ['Meridian', '2026-05-01', 'b4cbe0'],
    ] as const;
    for (const [name, day, colour] of expected) {
      const row = await rowOf(page, name);
      expect(await colourAt(page, { row, day }), `${name} on ${day}`).to.equal(colour);
    }
    expect(trouble).to.deep.equal([]);
    await page.close();
  });

  it('has the numbers of the run, where people look for them', async () => {
    const { page } = await open(story.path);
    const { summary, run } = story;
    const facts = await page.$$eval('.facts div', (all) =>
      all.map((each) => each.textContent.replaceAll(/\s+/g, ' ').trim()),
    );
    const records = run.messages.filter(({ type }) => type === 'RECORD').length;
    expect(facts[0]).to.include('20 Nov 2026');
    expect(summary.oldest_day).to.equal('2026-11-20');
    expect(facts[2]).to.include(records.toLocaleString('en-US'));
    expect(facts[3]).to.include(`${summary.calls!.total}of 500`);
    const cells = (section: string): Promise<string[][]> =>
      page.$$eval(`section[aria-labelledby="${section}"] tbody tr`, (rows) =>
        rows.map((row) => [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim())),
      );
    const streams = new Map((await cells('came')).map(([name, count, calls]) => [name, `${count} ${calls}`]));
    for (const { stream, records: count, calls } of summary.streams) {
      expect(streams.get(stream), stream).to.equal(`${count.toLocaleString('en-US')} ${calls}`);
    }
    const endpoints = new Map((await cells('calls')).map(([name, count]) => [name, count]));
    for (const { endpoint, calls } of summary.calls!.by_endpoint) {
      expect(endpoints.get(endpoint), endpoint).to.equal(calls.toLocaleString('en-US'));
    }
    const pages = new Map((await cells('pages')).map(([, number, followers]) => [number, followers]));
    for (const { organization, incremental } of summary.organizations) {
      const upTo = incremental['follower_statistics_time_bound']!.up_to!;
      const shown = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(upTo));
      expect(pages.get(organization.split(':').at(-1)), organization).to.match(new RegExp(`^${shown}`));
    }
    await page.close();
  });

  it('describes the day under the pointer, or selected with the arrow keys', async () => {
    const { page, trouble } = await open(story.path);
    const figures = await page.$$('figure.cover');
    const svg = (await figures[1]!.$('svg'))!;
    await svg.scrollIntoView();
    const box = (await svg.boundingBox())!;
    await page.mouse.move(box.x + box.width - 2, box.y + 11);
    expect(await page.$eval('#tip', (tip) => tip.textContent)).to.match(
      /^Quillfeather Bindery, Thu,? 3 Dec 2026: read in this run$/,
    );
    await page.mouse.move(box.x + 2, box.y + 11);
    expect(await page.$eval('#tip', (tip) => tip.textContent)).to.match(/: lost$/);
    await figures[1]!.$eval('.scroll', (scroll) => (scroll as unknown as { focus(): void }).focus());
    for (const key of ['End', 'ArrowDown', 'ArrowDown', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'] as const)
      await page.keyboard.press(key);
    expect(await page.$eval('#said', (said) => said.textContent)).to.match(
      /^Northwind Labs, Mon,? 30 Nov 2026: missing$/,
    );
    expect(trouble).to.deep.equal([]);
    await page.close();
  });

  it('fits a phone, and axe finds nothing, in light and dark mode', async () => {
    for (const width of [1280, 390]) {
      const { page, trouble } = await open(story.path, { width });
      for (const value of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        expect(await violationsOf(page), `${value} ${width}`).to.deep.equal([]);
        if (width === 1280 && value === 'light') await keepTop(page);
      }
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.be.true;
      expect(trouble).to.deep.equal([]);
      await page.close();
    }
  });

  it('shows 300 pages within two seconds, and even ten thousand', async () => {
    for (const pages of [300, 10_000]) {
      const path = placeFor('report.html');
      writeFileSync(path, renderReport(imagine({ pages, came: (page) => [{ ...YEAR, to: YEAR.to - (page % 50) }] })));
      const startedAt = Date.now();
      const { page, trouble } = await open(path);
      expect(Date.now() - startedAt).to.be.below(2000);
      expect(trouble).to.deep.equal([]);
      await page.close();
    }
  });

  it('says the same without scripts, and on paper', async () => {
    const page = await browser().newPage();
    await page.setJavaScriptEnabled(false);
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`file://${story.path}`);
    await page.emulateMediaType('print');
    expect((await page.pdf({ format: 'A4' })).length).to.be.above(10_000);
    expect(await page.$$eval('figure.cover svg', (all) => all.length)).to.equal(3);
    await page.close();
  });

  /** Saves pictures for the docs: the top of the page, and the days. */
  async function keepTop(page: Page): Promise<void> {
    await page.setViewport({ width: 1100, height: 900 });
    await keepPicture((await page.$('header.top'))!, 'report-top');
    await keepPicture((await page.$('section[aria-labelledby="days"]'))!, 'report-days');
    await page.setViewport({ width: 1280, height: 900 });
  }
});
