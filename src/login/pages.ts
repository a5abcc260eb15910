import { contentSecurityPolicy, escapeHtml, renderWebPage } from '../web-page.js';

/** What the user types next, as lines of a shell. */
export interface NextCommands {
  /** Where the tokens are, in words. */
  readonly kept: string;
  /** When there are tokens. */
  readonly afterwards: readonly string[];
  /** When there are none. */
  readonly again: string;
}

const SIGN = 'tap-linkedin-pages login';

/** What the browser shows at the end, and where it came by mistake. No secret, no script. */
export const PAGES = {
  notFound: show('Nothing here', 'tap-linkedin-pages waits for LinkedIn’s answer at another address.'),
  foreign: show('Wrong address', 'tap-linkedin-pages answers at its own address on this machine only.'),
};

export function renderDone({ kept, afterwards }: NextCommands): string {
  const body = `<p>${escapeHtml(kept)} You can close this page.</p>
<p>Check that they reach your pages, then read them:</p>
${commands(afterwards)}`;
  return renderWebPage({ title: 'Login done', sign: SIGN, tone: 'good', body });
}

/** `reason` is shown as it is: whoever calls takes secrets out of it. */
export function renderFailed(reason: string, { again }: Pick<NextCommands, 'again'>): string {
  const body = `<p>${escapeHtml(reason)}</p>
<p>To try again:</p>
${commands([again])}`;
  return renderWebPage({ title: 'Login failed', sign: SIGN, tone: 'bad', body });
}

export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': contentSecurityPolicy(),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

const commands = (lines: readonly string[]): string => `<pre><code>${escapeHtml(lines.join('\n'))}</code></pre>`;

function show(title: string, text: string): string {
  return renderWebPage({ title, sign: SIGN, body: `<p>${escapeHtml(text)}</p>` });
}
