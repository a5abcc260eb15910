import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser } from 'puppeteer-core';

/** Where Debian and others install it. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Keeps Chromium quiet: no first-run pages, no updates, no calls of its own. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function findChromium(): string | undefined {
  return PLACES.find((path) => existsSync(path));
}

/** A headless Chromium with its own profile, for all tests of the describe block. */
export function useBrowser(): () => Browser {
  let browser: Browser | undefined;
  let profile: string | undefined;
  before(async () => {
    profile = mkdtempSync(join(tmpdir(), 'tap-linkedin-pages-browser-'));
    browser = await launch({
      executablePath: findChromium()!,
      headless: true,
      userDataDir: profile,
      args: ARGUMENTS,
    });
  });
  after(async () => {
    await browser?.close();
    if (profile !== undefined) rmSync(profile, { recursive: true, force: true });
  });
  return () => browser!;
}
