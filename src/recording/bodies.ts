import { isObject, type JsonObject } from '../json-object.js';
import { isCall, makeAddress, replaceAddress } from './addresses.js';
import type { Fictions } from './fictions.js';
import { makeText } from './texts.js';
import { replaceUrns } from './urns.js';

export interface BodyOptions {
  readonly fictions: Fictions;
  /** Removes known secrets from what is kept. */
  readonly scrub: (text: string) => string;
  /** Whether it is standardized data, whose ids are the same for everybody. */
  readonly standard: boolean;
  /** Whether it is a refusal: its words are LinkedIn's. */
  readonly refused: boolean;
}

/** Where a value is. */
interface Place extends BodyOptions {
  /** Name of the field, which list items share. */
  readonly key: string;
  /** Name of the field that holds its object. */
  readonly parent: string;
}

/** A body with persons, names, texts, ids and numbers replaced, and its fields, types and order kept. */
export function replaceBody(body: unknown, options: BodyOptions): unknown {
  const replaced = replaceValue(body, { ...options, key: '', parent: '' });
  return isObject(body) && isObject(replaced) ? withTotal(body, replaced) : replaced;
}

function replaceValue(value: unknown, place: Place): unknown {
  if (typeof value === 'string') return replaceString(value, place);
  if (typeof value === 'number') return replaceNumber(value, place);
  if (Array.isArray(value)) return value.map((item) => replaceValue(item, place));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const refused = place.refused || place.key === 'errors';
      return [replaceKey(key, place), replaceValue(inner, { ...place, refused, key, parent: place.key })];
    }),
  );
}

/** Maps whose keys are ids. */
const BY_ID = new Set(['results', 'statuses', 'errors']);

function replaceKey(key: string, { key: parent, fictions, standard }: Place): string {
  if (!BY_ID.has(parent)) return /^[\w$.-]{1,80}$/.test(key) ? key : replaceString(key, { ...NOWHERE, fictions });
  if (/^\d+$/.test(key)) return standard ? key : fictions.digits(key);
  if (!/^urn%3A/i.test(key)) return replaceString(key, { ...NOWHERE, fictions });
  return encodeURIComponent(replaceUrns(decodeURIComponent(key), fictions));
}

const NOWHERE = { key: '', parent: '', standard: false, refused: false, scrub: (text: string) => text };

const SECRETS = new Set(['access_token', 'refresh_token', 'id_token', 'client_id', 'client_secret', 'token']);
const WORDS_OF_REFUSALS = new Set([
  'message',
  'description',
  'error',
  'error_description',
  'fieldPath',
  'code',
  'errorDetailType',
]);
/** Fields with words from LinkedIn's lists. */
const LISTED =
  /^(?:role|state|status|action|actions|visibility|lifecycleState|feedDistribution|commentsState|relationshipStatus|organizationStatus|mediaCategory|code|scope|auth_type|timeGranularityType|associationType|staffCountRange|\w*Type|\w*Status|\w*Category|\w*Distribution|\w*Channels)$/;
const SCOPES = /^(?:(?:r|w|rw)_[a-z_]+|openid|profile|email)(?:[ ,]+(?:(?:r|w|rw)_[a-z_]+|openid|profile|email))*$/;
const LANGUAGE = /^(?:language|country|countryCode)$/;
const OF_LINKS = new Set(['next', 'prev', 'application/json']);

function replaceString(text: string, { key, fictions, scrub, standard, refused }: Place): string {
  if (text === '') return text;
  if (SECRETS.has(key)) return fictions.opaque(text);
  if (refused && WORDS_OF_REFUSALS.has(key)) return replaceWordsOfRefusal(scrub(text), fictions);
  if (key === 'scope' && SCOPES.test(text)) return text;
  if (LISTED.test(key) && /^[A-Z][A-Z0-9_]*$/.test(text)) return text;
  if (key === 'status' && /^[a-z]+$/.test(text)) return text;
  if (LANGUAGE.test(key) && /^[A-Za-z]{2}$/.test(text)) return text;
  if ((key === 'rel' || key === 'type') && OF_LINKS.has(text)) return text;
  if (key === 'href' && isCall(text)) return replaceAddress(text, fictions);
  if (/^\d+$/.test(text)) return standard ? text : fictions.digits(text);
  if (/^urn:li:[^\s]*$/.test(text)) return replaceUrns(text, fictions);
  return /^https?:\/\/\S*$/.test(text) ? makeAddress(text, fictions) : makeText(text, fictions);
}

/** Keeps versions, limits and parameters, and replaces only what could be an id. */
function replaceWordsOfRefusal(words: string, fictions: Fictions): string {
  const outsideUrns = (part: string): string =>
    part.replaceAll(/(?<![\w.])\d{5,}(?!\w)/g, (digits) => (isVersionOrDay(digits) ? digits : fictions.digits(digits)));
  return replaceUrns(words, fictions, outsideUrns);
}

const isVersionOrDay = (digits: string): boolean =>
  /^20\d\d[01]\d(?:01)?$/.test(digits) || (digits.length === 13 && Number(digits) % 86_400_000 === 0);

/** Fields about the call, not the page, with their largest values. */
const OF_CALLS: Readonly<Record<string, number>> = {
  status: 599,
  statuses: 599,
  serviceErrorCode: 99_999,
  start: 99_999,
  count: 1000,
  expires_in: 63_072_000,
  refresh_token_expires_in: 63_072_000,
};
/** Fields of tokens in epoch seconds. */
const SECONDS = new Set(['created_at', 'expires_at', 'authorized_at']);
const LEAST_INSTANT = 1e12;
const MOST_INSTANT = 1e15;

/** Whether a number is about the call. `start` and `count` are so only in paging: elsewhere a count is a counter. */
function isOfCall(value: number, { key, parent }: { key: string; parent: string }): boolean {
  const most = OF_CALLS[parent === 'statuses' ? parent : key];
  const isOfPages = key === 'start' || key === 'count';
  return most !== undefined && (!isOfPages || parent === 'paging') && value >= 0 && value <= most;
}

function replaceNumber(value: number, { key, parent, fictions, standard }: Place): number {
  if (isOfCall(value, { key, parent })) return value;
  if (SECONDS.has(key)) return Math.floor(value / 86_400) * 86_400;
  if (/(?:^i|I)d$/.test(key) && Number.isSafeInteger(value) && value > 0) {
    return standard ? value : Number(fictions.digits(String(value)).slice(0, 15));
  }
  if (value >= LEAST_INSTANT && value < MOST_INSTANT) return fictions.instant(value);
  return fictions.counter(value);
}

/** Replaces a total so that it still says whether the walk continues. */
function withTotal(body: JsonObject, replaced: JsonObject): JsonObject {
  const { paging, elements } = body;
  const made = replaced['paging'];
  if (!isObject(paging) || !isObject(made) || typeof paging['total'] !== 'number' || !Array.isArray(elements)) {
    return replaced;
  }
  const { start = 0, count = 0, total } = paging as { start?: number; count?: number; total: number };
  const shown = start + Math.max(count, elements.length);
  const isEnd = total <= shown;
  const least = start + elements.length;
  return { ...replaced, paging: { ...made, total: isEnd ? least : shown + 1 + Math.abs(made['total'] as number) } };
}
