/** What the browser shows at the end. Plain words of our own: nothing that came in, no secret, no script. */
export const PAGES = {
  done: renderPage('Login done', 'tap-linkedin-pages has got its tokens. You can close this page.'),
  failed: renderPage('Login failed', 'tap-linkedin-pages got no tokens. The terminal where it runs says why.'),
  notFound: renderPage('Nothing here', 'tap-linkedin-pages waits for LinkedIn’s answer at another address.'),
  foreign: renderPage('Wrong address', 'tap-linkedin-pages answers at its own address on this machine only.'),
};

export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
};

function renderPage(title: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<h1>${title}</h1>
<p>${text}</p>
</html>
`;
}
