/** What stands in the text of a post beside its words. */
export interface Commentary {
  /** Without `#`. */
  readonly hashtags: readonly string[];
  readonly mentions: readonly { readonly name: string; readonly urn: string }[];
}

const HASHTAG = /\{hashtag\|(?:\\?#|＃)\|((?:[^\\}]|\\.)+)\}/g;
const MENTION = /@\[((?:[^\\\]]|\\.)*)\]\((urn:li:[^\s()]+(?:\([^()]*\))?)\)/g;
const ESCAPED = /\\([\\|{}@[\]()<>#*_~])/g;

/**
 * Reads LinkedIn's "little text": `{hashtag|\#|Word}`, `@[Name](urn)`, reserved characters escaped by a backslash
 * (learn.microsoft.com/linkedin/marketing, little-text-format).
 */
export function readCommentary(text: unknown): Commentary {
  if (typeof text !== 'string') return { hashtags: [], mentions: [] };
  return {
    hashtags: Array.from(text.matchAll(HASHTAG), ([, word]) => unescape(word!)),
    mentions: Array.from(text.matchAll(MENTION), ([, name, urn]) => ({ name: unescape(name!), urn: urn! })),
  };
}

function unescape(text: string): string {
  return text.replaceAll(ESCAPED, '$1');
}
