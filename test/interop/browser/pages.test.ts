import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { packageRoot } from '../../../src/package.js';
import { useSandbox } from '../../sandbox/client.js';
import { makeFolder } from '../../support/folders.js';
import { findPage } from '../../support/login.js';
import { spawnTap, until, type TapProcess } from '../../support/process.js';
import { needChromium } from '../support/needs.js';
import { violationsOf } from './axe.js';
import { useBrowser } from './chromium.js';
import { keepPicture, takesPictures } from './picture.js';

const TAP = fileURLToPath(new URL('bin/tap-linkedin-pages.js', packageRoot));

/** A property set by the pages' own style. */
const BORDER = 'getComputedStyle(document.querySelector("main")).borderTopStyle';

describe('interop: the pages of login and of the sandbox', () => {
  needChromium();
  const sandbox = useSandbox();
  const browser = useBrowser();

  /** Starts login in a folder with a config.json, and opens the consent page that it leads to. */
  async function start(): Promise<{ page: Page; done: TapProcess['done'] }> {
    const folder = makeFolder();
    const { client_id, client_secret, oauth_url } = sandbox().oauthConfig;
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ client_id, client_secret, oauth_url }));
    const port = takesPictures ? '8722' : '0';
    const { child, done } = spawnTap(
      { args: ['login', '--no-browser', '--port', port, '--config', 'config.json'] },
      { command: ['/bin/sh', '-c', 'cd "$0" && exec "$@"', folder, process.execPath, TAP] },
    );
    let told = '';
    child.stderr!.on('data', (text: string) => (told += text));
    await until(() => told.includes('Waiting...'));
    const page = await browser().newPage();
    await page.setViewport({ width: 720, height: 480 });
    await page.goto(findPage(told)!);
    return { page, done };
  }

  const choose = async (page: Page, button: string): Promise<void> => {
    await Promise.all([page.waitForNavigation(), page.click(`button[value=${button}]`)]);
  };

  /** Checks that the page's style applies, that it fits a phone, and that axe finds nothing, in light and dark mode. */
  async function inspect(page: Page, picture: string): Promise<string> {
    await keepPicture(page, picture);
    for (const value of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      expect(await violationsOf(page), value).to.deep.equal([]);
    }
    expect(await page.evaluate(BORDER)).to.equal('solid');
    await page.setViewport({ width: 320, height: 600 });
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).to.be.true;
    return await page.$eval('main', (main) => main.textContent);
  }

  it('the consent page says that it is not LinkedIn’s, and the last page which command comes next', async () => {
    const { page, done } = await start();
    expect(await inspect(page, 'login-consent'))
      .to.include('Sandbox, not LinkedIn')
      .and.include('r_organization_social');
    await page.setViewport({ width: 720, height: 480 });
    await choose(page, 'allow');
    expect(await inspect(page, 'login-done')).to.include('tap-linkedin-pages --config config.json --test');
    expect((await done).exitCode).to.equal(0);
  });

  it('a failure is shown with its reason and remedy', async () => {
    const { page, done } = await start();
    await choose(page, 'deny');
    const text = await inspect(page, 'login-failed');
    expect(text).to.include('The consent was denied').and.include('tap-linkedin-pages login --config config.json');
    expect((await done).exitCode).to.equal(1);
  });

  it('text from the address is not treated as HTML', async () => {
    const { page, done } = await start();
    const asked = new URL(page.url()).searchParams;
    const back = new URL(asked.get('redirect_uri')!);
    back.searchParams.set('state', asked.get('state')!);
    back.searchParams.set('error', '<script>document.title="x"</script><b>');
    await page.goto(back.href);
    expect(await page.$$eval('main b, script', (all) => all.length)).to.equal(0);
    expect(await page.$eval('main', (main) => main.textContent)).to.include('<script>');
    expect((await done).exitCode).to.equal(1);
  });
});
