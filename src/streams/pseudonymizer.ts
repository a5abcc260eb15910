import { createHash, createHmac } from 'node:crypto';
import type { MemberData } from '../config/config.js';
import { isObject } from '../json-object.js';
import type { Element, Row } from './entry.js';

/** Takes members out of what LinkedIn sends. A member has the same hash wherever it occurs, so that streams still join. */
export interface Pseudonymizer {
  /** An element in which each member's URN holds a hash; `texts` names the fields whose words are a member's. */
  element(element: Element, texts: readonly string[]): Element;
  /** A row of such an element: what `drop` drops is null, but in its keys. */
  row(row: Row, keys: readonly string[]): Row;
  /** A line for the log. */
  readonly text: (text: string) => string;
}

/** A member's URN as a value, inside another URN, a text or a URL. */
const MEMBER = /urn(:|%3A|%253A)li\1(person|member)\1([\w-]+)/gi;
/** A member who is mentioned in a text, with the name. */
const MENTION = /@\[(?:[^\\\]]|\\.)*\]\((urn:li:(?:person|member):[\w-]+)\)/gi;
/** Nothing but a URN: whoever begins a comment with `urn:li:` does not keep it so. */
const URN = /^urn:li:[a-z]+:[\w():,%=.-]+$/i;
/** Hexadecimal digits, 128 bits. */
const HASH_LENGTH = 32;
/** Deeper than this no record goes. */
const DEEPEST = 200;

export function createPseudonymizer({ mode, key }: MemberData): Pseudonymizer {
  const digest = (text: string): string =>
    (key === null ? createHash('sha256') : createHmac('sha256', key)).update(text).digest('hex').slice(0, HASH_LENGTH);
  const hashUrns = (text: string): string =>
    text.replaceAll(
      MEMBER,
      (_urn, colon: string, kind: string, id: string) =>
        `urn${colon}li${colon}${kind}${colon}${digest(`${kind.toLowerCase()}:${id}`)}`,
    );
  const hideUrns = (text: string): string =>
    hashUrns(text.replaceAll(MENTION, mode === 'drop' ? '@[member]' : '@[member]($1)'));
  const hideWords = (text: string): string | null => {
    if (URN.test(text)) return hideUrns(text);
    return mode === 'drop' ? null : digest(text);
  };
  const dropUrns = (text: string): string | null => (text.search(MEMBER) === -1 ? text : null);

  return {
    element: (element, texts) =>
      mapFields(element, (name, value) => mapTexts(value, texts.includes(name) ? hideWords : hideUrns)),
    row(row, keys) {
      if (mode === 'hash') return row;
      return mapFields(row, (name, value) => (keys.includes(name) ? value : mapTexts(value, dropUrns)));
    },
    text: (text) => hideUrns(text),
  };

  function mapFields(fields: Row, change: (name: string, value: unknown) => unknown): Row {
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [hashUrns(name), change(name, value)]));
  }

  /** Changes every text in a value. One that becomes null in a list leaves it. */
  function mapTexts(value: unknown, change: (text: string) => string | null, depth = 0): unknown {
    if (typeof value === 'string') return change(value);
    if (depth > DEEPEST) return null;
    if (Array.isArray(value)) {
      const items = value.map((item: unknown) => mapTexts(item, change, depth + 1));
      return items.filter((item, index) => item !== null || typeof value[index] !== 'string');
    }
    return isObject(value) ? mapFields(value, (_name, inner) => mapTexts(inner, change, depth + 1)) : value;
  }
}
