/** What the page tells: who asks, and for what. */
export interface Question {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
}

/** The consent page: a form that posts the member's decision to its own URL. No script, nothing from elsewhere. */
export function renderQuestion({ clientId, redirectUri, scopes }: Question): string {
  const list = scopes.map((scope) => `<li>${escapeHtml(scope)}</li>`).join('');
  return renderPage(
    'Allow access?',
    `<p>The app ${escapeHtml(clientId)} asks, in the name of a made-up member, for:</p>
<ul>${list}</ul>
<form method="post">
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Cancel</button>
<button name="decision" value="leave">Do not sign in</button>
</form>
<p>Either way you go on to ${escapeHtml(redirectUri)}.</p>`,
  );
}

/** Shown where LinkedIn must not redirect: to a client it does not know, or a URL that is none of the client's. */
export function renderRefusal(why: string): string {
  return renderPage('Bummer, something went wrong.', `<p>${escapeHtml(why)}</p>`);
}

function renderPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title} (sandbox)</title>
<h1>${title}</h1>
${body}
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
