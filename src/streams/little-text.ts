/** A piece of a text. `source` is the piece as written: joined, the sources of all pieces give the text again. */
export type Piece = { readonly source: string } & (
  | { readonly kind: 'text'; readonly text: string }
  /** Without `#`. */
  | { readonly kind: 'hashtag'; readonly text: string }
  /** `text` is the displayed name, or empty if there is none. */
  | { readonly kind: 'mention'; readonly text: string; readonly urn: string }
);

/** A piece to be written. */
export type NewPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hashtag'; readonly text: string }
  | { readonly kind: 'mention'; readonly text: string; readonly urn: string };

const RESERVED = String.raw`\\|{}@[\]()<>#*_~`;
const ESCAPED = new RegExp(String.raw`\\([${RESERVED}])`, 'g');
const TO_ESCAPE = new RegExp(`[${RESERVED}]`, 'g');

/** Ends at the `}`. Backslashes are optional, because people who write templates by hand forget them. */
const TEMPLATE = String.raw`\{hashtag\\?\|(?:\\?#|＃)\\?\|(?<word>(?:\\[^]|[^\\{}\n])+)\}`;
const HASHTAG = String.raw`(?<![^\s(])#(?<tag>(?:[\p{L}\p{M}\p{N}]|\\_|_)+)`;
/** A name ends where a URN follows. Brackets in it should have a backslash, but do not end it without one either. */
const NAME = String.raw`\[(?<name>(?:\\[^]|(?!@\[)[^\\\n])*?)\]\s?`;
const URN = String.raw`\(\s*(?<urn>urn(?:\\[^]|[^\\\s()]|\((?:\\[^]|[^\\()])*\))+)\s*\)`;
const MARKUP = new RegExp(`${TEMPLATE}|${HASHTAG}|@(?:${NAME})?${URN}`, 'giu');

/**
 * Parses LinkedIn's "little text": `{hashtag|\#|Word}`, `#Word`, `@[Name](urn)`, `@(urn)`; reserved characters have a
 * backslash, also inside URNs (learn.microsoft.com/linkedin/marketing, little-text-format). Any text can be parsed:
 * whatever is not markup is text.
 */
export function parseLittleText(text: string): Piece[] {
  const pieces: Piece[] = [];
  const addText = (source: string): void => {
    if (source !== '') pieces.push({ kind: 'text', source, text: unescape(source) });
  };
  let end = 0;
  for (const { 0: source, index, groups = {} } of text.matchAll(MARKUP)) {
    const { word, tag, name, urn } = groups;
    addText(text.slice(end, index));
    end = index + source.length;
    if (urn === undefined) pieces.push({ kind: 'hashtag', source, text: unescape((word ?? tag)!) });
    else pieces.push({ kind: 'mention', source, text: unescape(name ?? ''), urn: unescape(urn) });
  }
  addText(text.slice(end));
  return pieces;
}

/** The pieces as LinkedIn writes them. */
export function printLittleText(pieces: readonly NewPiece[]): string {
  return pieces.map(printPiece).join('');
}

function printPiece(piece: NewPiece): string {
  switch (piece.kind) {
    case 'text':
      return escape(piece.text);
    case 'hashtag':
      return String.raw`{hashtag|\#|${escape(piece.text)}}`;
    case 'mention':
      return `@[${escape(piece.text)}](${escape(piece.urn)})`;
  }
}

const escape = (text: string): string => text.replaceAll(TO_ESCAPE, String.raw`\$&`);

const unescape = (text: string): string => text.replaceAll(ESCAPED, '$1');
