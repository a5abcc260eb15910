import { isObject } from '../../src/json-object.js';

/** Text stands in for a place as it is, whether it is JSON or not; a name is one more under which its value is found. */
export type Change = { readonly text: string } | { readonly gone: true } | { readonly name: string };

export interface PlacedChange {
  /** Counted from 0 through all places of the JSON, around and around. */
  readonly place: number;
  readonly change: Change;
}

/** JSON with some of its places changed; a body that is none stays as it is. */
export function distort(body: string, changes: readonly PlacedChange[]): string {
  let root: unknown;
  try {
    root = JSON.parse(body);
  } catch {
    return body;
  }
  const top = { root };
  const places = placesOf(top, 'root');
  const texts: string[] = [];
  for (const { place, change } of changes) {
    const { holder, key } = places[place % places.length]!;
    if ('gone' in change) delete holder[key];
    else if ('text' in change) holder[key] = `${MARK}${texts.push(change.text) - 1}`;
    else Object.defineProperty(holder, change.name, { value: holder[key], enumerable: true, configurable: true });
  }
  // Only now: what nests too deep for JSON.stringify is put in as text.
  return (JSON.stringify(top.root) ?? '').replaceAll(MARKED, (_, index: string) => texts[Number(index)]!);
}

const MARK = '\uE000';
const MARKED = new RegExp(`"${MARK}(\\d+)"`, 'g');

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesOf(holder: Record<string, unknown>, key: string): Place[] {
  const value = holder[key];
  const inner = isObject(value) || Array.isArray(value) ? (value as Record<string, unknown>) : {};
  return [{ holder, key }, ...Object.keys(inner).flatMap((each) => placesOf(inner, each))];
}
