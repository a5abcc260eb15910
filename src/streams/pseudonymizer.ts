import { createHash, createHmac } from 'node:crypto';
import type { MemberData } from '../config/config.js';
import { isObject } from '../json-object.js';
import type { Element, Row } from './entry.js';
import { parseLittleText } from './little-text.js';

/** Removes members from LinkedIn's data. A member has the same hash everywhere, so that streams still join. */
export interface Pseudonymizer {
  /** The element with each member's URN hashed; `texts` names the fields with text that members wrote. */
  element(element: Element, texts: readonly string[]): Element;
  /** A row of such an element, where `drop` leaves null except in keys. */
  row(row: Row, keys: readonly string[]): Row;
  /** A line of the log without members. */
  readonly text: (text: string) => string;
}

const COLON = '(?::|%(?:25)*3A)';
/**
 * A member's URN as a value, or inside another URN, a text or a URL. In a text its underscores have a backslash, in
 * JSON more.
 */
const MEMBER = new RegExp(String.raw`(urn${COLON}li${COLON})(person|member)(${COLON})((?:[\w-]|\\+_)+)`, 'gi');
/** Mentions of these keep their name. Any other mention is treated as a member. */
const PAGE = /^urn:li:(?:organization|organizationBrand|company|school|showcase):\d+$/i;
/** The start of any mention; texts without one are not parsed. */
const MENTION = /@[[(]/;
/** A mention that the log cuts off, or that has no URN. */
const LOOSE_MENTION = /@\[(?!member\])[^\]…]*(?:\]|…|$)(?!\(urn:li:organi)/g;
const ONE_URN = String.raw`urn:li:(?:(?:person|member):[\w-]+|[a-z]+:\d+)`;
/** A plain URN, or one of two parts such as that of a comment: neither can contain words. */
const PLAIN_URN = new RegExp(String.raw`^(?:${ONE_URN}|urn:li:[a-z]+:\(${ONE_URN},(?:${ONE_URN}|\d+)\))$`, 'i');
/** In hexadecimal digits: 128 bits. */
const HASH_LENGTH = 32;
/** No record is deeper than this. */
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

  /** Maps every text in a value. A text that becomes null is removed from its list. */
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
