import type { Fictions } from './fictions.js';

/** Kinds of URNs that are the same for everybody. */
const STANDARD = new Set([
  'function',
  'industry',
  'seniority',
  'geo',
  'country',
  'region',
  'title',
  'skill',
  'degree',
  'fieldOfStudy',
  'locale',
  'currency',
]);

/** The start of a URN; a list in brackets or one id follows. */
const URN = /urn:li:([A-Za-z]+):/g;
const ID = /[\w.=%~\\-]+/y;

/** A text with the ids of all URNs replaced, including nested ones. */
export function replaceUrns(
  text: string,
  fictions: Fictions,
  other: (text: string) => string = (same) => same,
): string {
  let replaced = '';
  let place = 0;
  for (const match of text.matchAll(URN)) {
    if (match.index < place) continue;
    const [head, kind = ''] = match;
    const begin = match.index + head.length;
    const end = text[begin] === '(' ? closingOf(text, begin) : endOfId(text, begin);
    const id = text.slice(begin, end);
    const made = id.startsWith('(')
      ? `(${replaceParts(id.slice(1, -1), fictions)})`
      : replaceId(id, { kind, fictions });
    replaced += other(text.slice(place, match.index)) + head + made;
    place = end;
  }
  return replaced + other(text.slice(place));
}

function endOfId(text: string, begin: number): number {
  ID.lastIndex = begin;
  return ID.test(text) ? ID.lastIndex : begin;
}

/** The position after the bracket that closes the one at `begin`. */
function closingOf(text: string, begin: number): number {
  let depth = 0;
  for (let place = begin; place < text.length; place += 1) {
    if (text[place] === '(') depth += 1;
    if (text[place] === ')') depth -= 1;
    if (depth === 0) return place + 1;
  }
  return text.length;
}

/** Replaces the parts between brackets: URNs, and plain ids. */
function replaceParts(inside: string, fictions: Fictions): string {
  return partsOf(inside)
    .map((part) => (part.startsWith('urn:li:') ? replaceUrns(part, fictions) : replaceId(part, { kind: '', fictions })))
    .join(',');
}

function partsOf(inside: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of inside) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (sign === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** LinkedIn escapes ids within texts, where an id must get the same replacement as elsewhere. */
function replaceId(id: string, { kind, fictions }: { kind: string; fictions: Fictions }): string {
  if (STANDARD.has(kind) || id === '') return id;
  const bare = id.replaceAll('\\', '');
  const made = /^\d+$/.test(bare) ? fictions.digits(bare) : fictions.opaque(bare);
  return id === bare ? made : escapeAs(made);
}

const escapeAs = (made: string): string => made.replaceAll('_', '\\_');
