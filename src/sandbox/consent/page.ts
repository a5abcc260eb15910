import { contentSecurityPolicy, escapeHtml, renderWebPage } from '../../web-page.js';

/** What the page says: who asks, and for what. */
export interface Question {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/** The consent page: a form that posts the member's decision to its own URL. No scripts and no external resources. */
export function renderQuestion({ clientId, redirectUri, scopes }: Question): string {
  const list = scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('');
  return renderPage(
    'Allow access?',
    `<p>${SANDBOX}</p>
<p>The app <code>${escapeHtml(clientId)}</code> asks a made-up member for:</p>
<ul>${list}</ul>
<form method="post">
<button class="first" name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Cancel</button>
<button name="decision" value="leave">Do not sign in</button>
</form>
<p>Whatever you choose, you return to <code>${escapeHtml(redirectUri)}</code>.</p>`,
  );
}

/** Shown where LinkedIn must not redirect: to an unknown client, or to a URL not registered for the client. */
export function renderRefusal(why: string): string {
  return renderPage('Bummer, something went wrong.', `<p>${escapeHtml(why)}</p>\n<p>${SANDBOX}</p>`);
}

export const PAGE_HEADERS = { 'cache-control': 'no-store', 'content-security-policy': contentSecurityPolicy() };

const SANDBOX =
  'This page belongs to the sandbox of tap-linkedin-pages, which stands in for LinkedIn on this machine. It is not LinkedIn: there is nobody to sign in, and nothing leaves this machine.';

function renderPage(title: string, body: string): string {
  return renderWebPage({ title, sign: 'Sandbox, not LinkedIn', body });
}
