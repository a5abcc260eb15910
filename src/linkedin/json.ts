import { isObject, type JsonObject } from '../json-object.js';

/** The object in a body, or what came instead. */
export type ParsedBody = { readonly body: JsonObject } | { readonly fault: string };

/**
 * Reads a body that must be one JSON object. Integers beyond 2^53 become strings, so that no id loses a digit:
 * JSON.parse would round 7390345678901234567 to …4600.
 */
export function parseObject(text: string): ParsedBody {
  if (text.trim() === '') return { fault: 'an empty body' };
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (MAY_HOLD_LONG_INTEGER.test(text)) value = JSON.parse(quoteLongIntegers(text));
  } catch {
    return { fault: 'a body that is not JSON' };
  }
  return isObject(value) ? { body: value } : { fault: 'JSON that is not an object' };
}

/**
 * 2^53 has sixteen digits. A number stands after a key's quote and colon, or in an array: digits inside a URN do neither,
 * so nearly all answers are parsed only once.
 */
const MAY_HOLD_LONG_INTEGER = /(?:"\s*:|[[,])\s*-?\d{16,}\s*[,\]}]/;

/**
 * Whole strings match first, so that digits inside them are never taken for numbers; the text is known to be valid
 * JSON.
 */
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const INTEGER = /^-?\d+$/;

function quoteLongIntegers(text: string): string {
  return text.replaceAll(STRING_OR_NUMBER, (token) =>
    INTEGER.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );
}
