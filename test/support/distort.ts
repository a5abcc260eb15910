import { isObject } from '../../src/json-object.js';

/** `text` replaces a place as is, whether or not it is JSON; `name` is an additional name for its value. */
export type Change = { readonly text: string } | { readonly gone: true } | { readonly name: string };

export interface PlacedChange {
  /** Counted from 0 through all places in the JSON, wrapping around. */
  readonly place: number;
  readonly change: Change;
}

/** JSON with some of its places changed; a body that is not JSON stays as it is. */
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
  // Inserted only now, as text, since it may be nested too deeply for JSON.stringify.
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
