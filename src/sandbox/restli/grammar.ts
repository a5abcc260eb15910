/** A Rest.li value: text, list or record. */
export type RestliValue = string | readonly RestliValue[] | RestliRecord;
export interface RestliRecord {
  readonly [key: string]: RestliValue;
}

/** The raw text is not valid Rest.li 2.0. */
export class RestliSyntaxError extends Error {}

const LIST = 'List(';

/**
 * Reads one raw value of protocol 2.0.0: `List(a,b)`, `(key:value)`, or percent-encoded text. Only raw characters are
 * structure; an encoded bracket, colon or comma is part of a text (protocol-version, read 2026-11-22).
 */
export function parseValue(raw: string): RestliValue {
  if (!raw.startsWith(LIST) && !raw.startsWith('(')) return decodeText(raw);
  const { value, end } = parseFrom(raw, 0);
  if (end !== raw.length) throw new RestliSyntaxError(raw);
  return value;
}

interface Parsed {
  readonly value: RestliValue;
  /** Index of the first character after the value. */
  readonly end: number;
}

function parseFrom(raw: string, start: number): Parsed {
  if (raw.startsWith(LIST, start)) return parseList(raw, start + LIST.length);
  if (raw[start] === '(') return parseRecord(raw, start + 1);
  const end = findTextEnd(raw, start);
  return { value: decodeText(raw.slice(start, end)), end };
}

function parseList(raw: string, start: number): Parsed {
  const items: RestliValue[] = [];
  if (raw[start] === ')') return { value: items, end: start + 1 };
  for (let position = start; ; position++) {
    const { value, end } = parseFrom(raw, position);
    items.push(value);
    if (raw[end] === ')') return { value: items, end: end + 1 };
    // A raw colon, as in an unencoded URN, ends an item's text but cannot follow it.
    if (raw[end] !== ',') throw new RestliSyntaxError(raw);
    position = end;
  }
}

function parseRecord(raw: string, start: number): Parsed {
  const record: Record<string, RestliValue> = {};
  if (raw[start] === ')') return { value: record, end: start + 1 };
  for (let position = start; ; position++) {
    const colon = findTextEnd(raw, position);
    if (raw[colon] !== ':') throw new RestliSyntaxError(raw);
    const { value, end } = parseFrom(raw, colon + 1);
    record[decodeText(raw.slice(position, colon))] = value;
    if (raw[end] === ')') return { value: record, end: end + 1 };
    if (raw[end] !== ',') throw new RestliSyntaxError(raw);
    position = end;
  }
}

function findTextEnd(raw: string, start: number): number {
  let end = start;
  while (end < raw.length && !'(),:'.includes(raw[end] ?? '')) end++;
  if (end === start) throw new RestliSyntaxError(raw);
  return end;
}

/** Percent-decodes a text; `''` stands for the empty text. */
export function decodeText(raw: string): string {
  if (raw === "''") return '';
  try {
    return decodeURIComponent(raw);
  } catch {
    throw new RestliSyntaxError(raw);
  }
}
