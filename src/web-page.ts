import { createHash } from 'node:crypto';

/** A self-contained page for people: no script, nothing loaded from elsewhere. */
export interface WebPage {
  /** Plain text, as is `sign`. */
  readonly title: string;
  /** Names the program that shows the page, above the title. */
  readonly sign: string;
  /** `good` and `bad` say how something ended. */
  readonly tone?: 'plain' | 'good' | 'bad';
  /** HTML. */
  readonly body: string;
}

/** For dark and light mode, narrow and wide screens; each pair of colours has a contrast of at least 4.5. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1b2733; --soft: #4a5763; --paper: #fff; --back: #eef2f5; --edge: #5b6b78; --tone: #24578a; --on: #fff }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf2; --soft: #b3bfca; --paper: #1c252d; --back: #12181e; --edge: #8494a1; --tone: #8fc1f2; --on: #10202f }
}
body { margin: 0; padding: 2rem 1rem; background: var(--back); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { box-sizing: border-box; max-width: 38rem; margin: 0 auto; padding: 1.5rem; background: var(--paper); border-top: 4px solid var(--tone); border-radius: 4px; overflow-wrap: anywhere }
main.good { --tone: #1d6b3c } main.bad { --tone: #a3281f }
@media (prefers-color-scheme: dark) { main.good { --tone: #8ddba6 } main.bad { --tone: #ffa79e } }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25 }
.sign { margin: 0 0 .25rem; color: var(--soft); font-size: .875rem }
pre { margin: 1rem 0; padding: .75rem; background: var(--back); border-radius: 4px; white-space: pre-wrap }
code, pre { font-family: ui-monospace, monospace; font-size: .875rem }
button { margin: 0 .5rem .5rem 0; padding: .5rem 1rem; border: 1px solid var(--edge); border-radius: 4px; background: var(--paper); color: var(--ink); font: inherit; cursor: pointer }
button.first { border-color: var(--tone); background: var(--tone); color: var(--on) }
:focus-visible { outline: 3px solid var(--tone); outline-offset: 2px }
`;

/** Allows the style and nothing else. Forms have their own directive, and may be sent to their targets. */
export function contentSecurityPolicy(): string {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'`;
}

export function renderWebPage({ title, sign, tone = 'plain', body }: WebPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${title} · ${sign}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<main class="${tone}">
<p class="sign">${escapeHtml(sign)}</p>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
