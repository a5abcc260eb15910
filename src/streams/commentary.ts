import { parseLittleText } from './little-text.js';

/** What the text of a post contains besides words. */
export interface Commentary {
  /** Without `#`. */
  readonly hashtags: readonly string[];
  readonly mentions: readonly { readonly name: string; readonly urn: string }[];
}

/** The hashtags and mentions of a post's commentary, in order. */
export function readCommentary(text: unknown): Commentary {
  const pieces = typeof text === 'string' ? parseLittleText(text) : [];
  return {
    hashtags: pieces.flatMap((piece) => (piece.kind === 'hashtag' ? [piece.text] : [])),
    mentions: pieces.flatMap((piece) => (piece.kind === 'mention' ? [{ name: piece.text, urn: piece.urn }] : [])),
  };
}
