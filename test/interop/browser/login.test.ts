import { readFileSync, statSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'puppeteer-core';
import { useSandbox } from '../../sandbox/client.js';
import { writeTemporary } from '../../support/files.js';
import { findPage } from '../../support/login.js';
import { spawnTap, until, type TapProcess } from '../../support/process.js';
import { needChromium } from '../support/needs.js';
import { useBrowser } from './chromium.js';

describe('interop: login in a real browser', () => {
  needChromium();
  const sandbox = useSandbox();
  const browser = useBrowser();

  interface Walk {
    readonly file: string;
    readonly page: Page;
    readonly done: TapProcess['done'];
  }

  /** Starts login as a user does, and opens the page that it prints. */
  async function start(): Promise<Walk> {
    const { client_id, client_secret, oauth_url, api_url } = sandbox().oauthConfig;
    const file = writeTemporary({ client_id, client_secret, oauth_url, api_url, an_unknown: { one: 1 } });
    const { child, done } = spawnTap({ args: ['login', '--no-browser', '--port', '0', '--config', file] });
    let told = '';
    child.stderr!.on('data', (text: string) => (told += text));
    await until(() => told.includes('Waiting...'));
    const page = await browser().newPage();
    await page.goto(findPage(told)!);
    return { file, page, done };
  }

  async function choose(page: Page, button: string): Promise<void> {
    await Promise.all([page.waitForNavigation(), page.click(`button[value=${button}]`)]);
  }

  const titleOf = async (page: Page): Promise<string> => await page.$eval('h1', (heading) => heading.textContent);
  const read = (file: string): Record<string, unknown> =>
    JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;

  it('allowed: the tokens are stored in the file, readable only by its owner, and the tap syncs with them', async () => {
    const { file, page, done } = await start();
    expect(await page.content()).to.include('r_organization_social');
    await choose(page, 'allow');
    expect(await titleOf(page)).to.equal('Login done');
    expect(await page.evaluate('document.scripts.length')).to.equal(0);
    const { exitCode, stdout } = await done;
    expect([exitCode, stdout]).to.deep.equal([0, '']);
    expect(statSync(file).mode & 0o777).to.equal(0o600);
    const { access_token, refresh_token, an_unknown } = read(file);
    expect(access_token).to.match(/^AQX-sandbox/);
    expect(refresh_token).to.equal(sandbox().oauthConfig.refresh_token);
    expect(an_unknown).to.deep.equal({ one: 1 });
    const sync = await spawnTap({ args: ['--config', file] }).done;
    expect(sync.exitCode, sync.stderr).to.equal(0);
    expect(sync.records('organization_lookup')).not.to.deep.equal([]);
  });

  for (const button of ['deny', 'leave']) {
    it(`denied (${button}): browser and terminal say so, and the file is unchanged`, async () => {
      const { file, page, done } = await start();
      const before = readFileSync(file, 'utf8');
      await choose(page, button);
      expect(await titleOf(page)).to.equal('Login failed');
      const { exitCode, stderr } = await done;
      expect(exitCode).to.equal(1);
      expect(stderr).to.include('The consent was denied: LinkedIn answered "user_cancelled_');
      expect(readFileSync(file, 'utf8')).to.equal(before);
    });
  }

  it('wrong state: refused, and its code is not used', async () => {
    const { file, page, done } = await start();
    const forged = new URL(page.url());
    forged.searchParams.set('state', 'of-somebody-else');
    await page.goto(forged.href);
    await choose(page, 'allow');
    expect(await titleOf(page)).to.equal('Login failed');
    const { exitCode, stderr } = await done;
    expect(exitCode).to.equal(1);
    expect(stderr).to.include('a different state than login had sent');
    expect(read(file)).not.to.have.any.keys('access_token', 'refresh_token');
    expect(
      sandbox()
        .requests()
        .filter(({ resource }) => resource === 'accessToken'),
    ).to.deep.equal([]);
  });
});
