import { createHash, createHmac } from 'node:crypto';
import type { MemberData } from '../config/config.js';
import { isObject } from '../json-object.js';
import type { Element, Row } from './entry.js';
import { parseLittleText } from './little-text.js';

/** Takes members out of what LinkedIn sends. A member has the same hash wherever it occurs, so that streams still join. */
export interface Pseudonymizer {
  /** An element in which each member's URN holds a hash; `texts` names the fields whose words are a member's. */
  element(element: Element, texts: readonly string[]): Element;
  /** A row of such an element: what `drop` drops is null, but in its keys. */
  row(row: Row, keys: readonly string[]): Row;
  /** A line for the log. */
  readonly text: (text: string) => string;
}

const COLON = '(?::|%(?:25)*3A)';
/** A member's URN as a value, inside another URN, a text or a URL; in a text an underscore has a backslash, in JSON more. */
const MEMBER = new RegExp(String.raw`(urn${COLON}li${COLON})(person|member)(${COLON})((?:[\w-]|\\+_)+)`, 'gi');
/** Mentions of these keep their name. Whatever else is mentioned is taken for a member. */
const PAGE = /^urn:li:(?:organization|organizationBrand|company|school|showcase):\d+$/i;
/** How each mention begins; texts without are not looked through for them. */
const MENTION = /@[[(]/;
/** A mention that the log cuts, or that names nobody by a URN. */
const LOOSE_MENTION = /@\[(?!member\])[^\]…]*(?:\]|…|$)(?!\(urn:li:organi)/g;
const ONE_URN = String.raw`urn:li:(?:(?:person|member):[\w-]+|[a-z]+:\d+)`;
/** Nothing but a URN, or one of two parts such as that of a comment, in which nobody can write words. */
const PLAIN_URN = new RegExp(String.raw`^(?:${ONE_URN}|urn:li:[a-z]+:\(${ONE_URN},(?:${ONE_URN}|\d+)\))$`, 'i');
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
      (_urn, head: string, kind: string, colon: string, id: string) =>
        `${head}${kind}${colon}${digest(`${kind.toLowerCase()}:${id.replaceAll('\\', '')}`)}`,
    );
  const hideMention = (urn: string): string => {
    if (mode === 'drop') return '@[member]';
    const hashed = hashUrns(urn);
    return `@[member](${hashed === urn ? `urn:li:person:${digest(urn)}` : hashed})`;
  };
  const hideUrns = (text: string): string => {
    if (!MENTION.test(text)) return hashUrns(text);
    const pieces = parseLittleText(text).map((piece) =>
      piece.kind === 'mention' && !PAGE.test(piece.urn) ? hideMention(piece.urn) : hashUrns(piece.source),
    );
    return pieces.join('');
  };
  const hideWords = (text: string): string | null => {
    if (PLAIN_URN.test(text)) return hideUrns(text);
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
    text: (text) => hideUrns(text).replaceAll(LOOSE_MENTION, '@[member]'),
  };

  function mapFields(fields: Row, change: (name: string, value: unknown) => unknown): Row {
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [hideUrns(name), change(name, value)]));
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
