import { isObject } from '../json-object.js';
import type { Fictions } from './fictions.js';
import { replaceUrns } from './urns.js';

/** Entries to leave out: what a limit left undone includes a hash of settings. */
const LEFT_OUT = new Set(['resume']);
/** How often posts were requested again: not one of LinkedIn's counts. */
const OWN_COUNTS = new Set(['repeats']);

/** A state with the same replacements as the answers, so that a replay can continue from it. */
export function replaceState(state: unknown, fictions: Fictions): unknown {
  if (!isObject(state)) return state;
  const entries = Object.entries(state).filter(([name]) => !LEFT_OUT.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, replaceIn(value, { name, fictions })]));
}

function replaceIn(value: unknown, { name, fictions }: { name: string; fictions: Fictions }): unknown {
  if (typeof value === 'string') return replaceText(value, fictions);
  if (typeof value === 'number') return value >= 1e12 ? fictions.instant(value) : fictions.counter(value);
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, { name, fictions }));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      replaceUrns(key, fictions),
      OWN_COUNTS.has(name) ? inner : replaceIn(inner, { name: key, fictions }),
    ]),
  );
}

/** Instants keep their precision, seconds or milliseconds. */
function replaceText(text: string, fictions: Fictions): string {
  if (!/^\d{4}-\d\d-\d\dT/.test(text)) return replaceUrns(text, fictions);
  const made = new Date(fictions.instant(Date.parse(text))).toISOString();
  return text.includes('.') ? made : made.replace('.000Z', 'Z');
}
