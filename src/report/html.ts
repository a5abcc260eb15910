import { escapeHtml } from '../web-page.js';

/** Text that is HTML. Whatever comes from elsewhere goes through `html`, which escapes it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Piece = Html | string | number | null | readonly Piece[];

/** A template of HTML: strings and numbers in it are escaped, lists are joined, null is left out. */
export function html(literals: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let text = literals[0] ?? '';
  for (const [place, piece] of pieces.entries()) text += render(piece) + (literals[place + 1] ?? '');
  return new Html(text);
}

function render(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Html) return piece.text;
  return typeof piece === 'object' ? piece.map(render).join('') : escapeHtml(String(piece));
}

/** A value as JSON that is safe inside a script element. */
export function jsonForScript(value: unknown): Html {
  return new Html(JSON.stringify(value).replaceAll('<', String.raw`\u003c`));
}
