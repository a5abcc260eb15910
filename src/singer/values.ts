import { cutShort } from '../quote.js';

/** ECMAScript's range of instants is wider than what targets take: years 0001 to 9999. */
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
/** Accepts the same ranges as Date.parse, which allows 30 February too and takes four times as long. */
const ISO_INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z$/;
const SUSPECT_ESCAPE = /\\u(?:0000|d[89a-f])/i;

/**
 * JSON text of a string, without NUL, which PostgreSQL cannot store, and lone surrogates, which Python cannot encode.
 */
export function encodeText(text: string): string {
  return JSON.stringify(cleanText(text));
}

export function cleanText(text: string): string {
  const formed = text.isWellFormed() ? text : text.toWellFormed();
  return formed.includes('\u0000') ? formed.replaceAll('\u0000', '') : formed;
}

/** Python targets give up on JSON nested a thousand levels deep, JSON.stringify itself at a few thousand. */
const DEEPEST = 200;

/**
 * JSON text of any value from `JSON.parse`, with strings and keys cleaned as `encodeText` does. Anything nested too
 * deep to be loaded becomes null.
 */
export function encodeFree(value: unknown): string {
  const text = stringify(value);
  if (text === null || (text.length > DEEPEST && isDeeper(value, DEEPEST))) return encodeFree(cut(value, DEEPEST));
  return SUSPECT_ESCAPE.test(text) ? JSON.stringify(cleanDeep(value)) : text;
}

/** Characters of a value quoted in a message. */
const LONGEST_QUOTE = 100;

/** The value as JSON for a message, cut short. */
export function quoteValue(value: unknown): string {
  return cutShort(encodeFree(value), LONGEST_QUOTE);
}

/** Whether targets, or JSON.stringify itself, would give up on the value. */
export function isTooDeep(value: unknown): boolean {
  return isDeeper(value, DEEPEST);
}

/** null where the value is too deep for the stack. */
function stringify(value: unknown): string | null {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}

function cut(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return null;
  if (Array.isArray(value)) return value.map((item) => cut(item, levels - 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item, levels - 1)]));
}

function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanDeep);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [cleanText(key), cleanDeep(item)]));
}

/** Whether a value is an instant that records can hold: epoch milliseconds in the years 0001 to 9999. */
export function isInstant(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= FIRST_INSTANT && (value as number) <= LAST_INSTANT;
}

/**
 * JSON text of an instant: epoch milliseconds become `….123Z`, an ISO 8601 string in UTC stays as it is; null for
 * anything else.
 */
export function formatInstant(value: unknown): string | null {
  if (typeof value === 'string') return ISO_INSTANT.test(value) ? `"${value}"` : null;
  return isInstant(value) ? `"${new Date(value).toISOString()}"` : null;
}

/** A whole second in UTC, `YYYY-MM-DDTHH:MM:SSZ`: the spelling of `timeRange` and its bookmarks. */
export function formatSecond(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** A UTC day, `YYYY-MM-DD`. */
export function formatDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
