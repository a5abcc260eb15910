import type { Fictions } from './fictions.js';
import { replaceUrns } from './urns.js';

const WORD = /[\p{L}\p{N}\p{M}\p{RI}\p{Extended_Pictographic}]+/gu;
/** Markup of LinkedIn's little text; the parts around it are what people wrote. */
const TEMPLATE = /(\{hashtag\|)/;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A text with other words: as many, of similar length, with the same characters in between. */
export function makeText(text: string, fictions: Fictions): string {
  const bytes = fictions.bytes('text', text);
  const next = (): number => bytes.next().value;
  const words = (part: string): string => part.replaceAll(WORD, (word) => makeWord(word, next));
  const outsideUrns = (part: string): string =>
    part
      .split(TEMPLATE)
      .map((piece) => (TEMPLATE.test(piece) ? piece : words(piece)))
      .join('');
  return replaceUrns(text, fictions, outsideUrns);
}

function makeWord(word: string, next: () => number): string {
  if (/^\d+$/.test(word)) return word.replaceAll(/\d/g, () => String(next() % 10));
  if (!/^[\dA-Za-z]+$/.test(word)) return word.replaceAll(/./gsu, (sign) => makeSign(sign, next));
  const length = Math.max(1, word.length + (next() % 5) - 2);
  const letters = Array.from({ length }, () => LETTERS[next() % LETTERS.length]!).join('');
  if (word === word.toUpperCase()) return letters.toUpperCase();
  return /^[A-Z]/.test(word) ? letters[0]!.toUpperCase() + letters.slice(1) : letters;
}

const TWO_BYTES = ['é', 'ø', 'ñ', 'ç', 'à', 'ü', 'ß', 'š', 'ł', 'ğ'];
const THREE_BYTES = ['字', '語', '文', '本', '紙', '木', '水', '火', '山', '川'];
const FOUR_BYTES = ['🙂', '🙃', '😀', '😃', '😄', '😁', '😆', '😅', '😊', '😉'];

/** A character with as many bytes: code may fail on non-ASCII letters only. */
function makeSign(sign: string, next: () => number): string {
  if (/\d/.test(sign)) return String(next() % 10);
  const size = Buffer.byteLength(sign);
  if (size === 1) return LETTERS[next() % LETTERS.length]!;
  const like = size === 2 ? TWO_BYTES : size === 3 ? THREE_BYTES : FOUR_BYTES;
  return like[next() % like.length]!;
}
