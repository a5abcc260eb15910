import { contentSecurityPolicy, escapeHtml, renderWebPage } from '../web-page.js';

/** The user's next commands, as shell lines. */
export interface NextCommands {
  /** Says where the tokens are. */
  readonly kept: string;
  /** After success. */
  readonly afterwards: readonly string[];
  /** After failure. */
  readonly again: string;
}

const SIGN = 'tap-linkedin-pages login';

/** Pages for requests that are not the awaited answer. No secret, no script. */
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

/** `reason` is shown as it is: the caller must remove secrets from it. */
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
