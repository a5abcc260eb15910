import { createHmac } from 'node:crypto';
import { DAY_MS } from '../clock.js';
import { NOBODYS } from '../recorded.js';

const KEPT: ReadonlySet<string> = new Set(Object.values(NOBODYS));
/** Shorter ids would have too few replacements. */
const LEAST_DIGITS = 6;
/** Digits that a double represents exactly. */
const MOST_DIGITS = 15;

/**
 * The replacements of one recording: the same value always gets the same one, and it cannot be reversed without the
 * key, which is not kept.
 */
export class Fictions {
  readonly #key: Buffer;
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** Endless bytes derived from a value. */
  *bytes(kind: string, value: string): Generator<number, never> {
    for (let round = 0; ; round += 1) {
      yield* createHmac('sha256', this.#key).update(`${kind}\n${round}\n${value}`).digest();
    }
  }

  /** An id of as many digits, but at least six. */
  digits(id: string): string {
    if (KEPT.has(id)) return id;
    const length = Math.max(id.length, LEAST_DIGITS);
    // Keeps 19 digits below the largest 64-bit number.
    const firsts = length === 19 ? 8 : 9;
    return this.#unlike('digits', id, (bytes) =>
      Array.from({ length }, (_, place) => (place === 0 ? 1 + (next(bytes) % firsts) : next(bytes) % 10)).join(''),
    );
  }

  /** An id with each letter and digit replaced by another of its kind. */
  opaque(id: string): string {
    return this.#unlike('opaque', id, (bytes) =>
      id.replaceAll(/[a-z]|[A-Z]|\d/g, (sign) => {
        const alphabet = /\d/.test(sign) ? DIGITS : sign < 'a' ? UPPER : LOWER;
        return alphabet[next(bytes) % alphabet.length]!;
      }),
    );
  }

  /** A different count with as many digits; 0 stays, and so does the sign. */
  counter(count: number): number {
    if (count === 0 || !Number.isFinite(count)) return count;
    const size = Math.abs(count);
    const bytes = this.bytes('counter', String(size));
    const make = Number.isInteger(size) ? () => makeWhole(size, bytes) : () => makeFraction(size, bytes);
    let made = make();
    for (let tries = 0; made === size && tries < 99; tries += 1) made = make();
    return count < 0 ? -made : made;
  }

  /**
   * A different instant of the same UTC day, in epoch milliseconds. The order of two instants is kept, but they may
   * become equal; midnight stays, because windows and days start there.
   */
  instant(ms: number): number {
    const day = Math.floor(ms / DAY_MS) * DAY_MS;
    if (ms === day || !Number.isInteger(ms)) return ms;
    const exponent = 0.7 + (0.7 * next(this.bytes('instant', ''))) / 255;
    const bent = Math.floor(((ms - day) / DAY_MS) ** exponent * DAY_MS);
    return day + Math.min(Math.max(bent, 1), DAY_MS - 1);
  }

  #unlike(kind: string, id: string, make: (bytes: Generator<number, never>) => string): string {
    const known = this.#ids.get(`${kind}\n${id}`);
    if (known !== undefined) return known;
    const bytes = this.bytes(kind, id);
    let made = make(bytes);
    for (let tries = 0; (made === id || this.#taken.has(made)) && tries < 99; tries += 1) made = make(bytes);
    this.#ids.set(`${kind}\n${id}`, made);
    this.#taken.add(made);
    return made;
  }
}

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();

const next = (bytes: Generator<number, never>): number => bytes.next().value;

function digitsOf(bytes: Generator<number, never>, length: number): string {
  return Array.from({ length }, (_, place) => (place === 0 ? 1 + (next(bytes) % 9) : next(bytes) % 10)).join('');
}

function makeWhole(size: number, bytes: Generator<number, never>): number {
  return Number(digitsOf(bytes, Math.min(String(size).length, MOST_DIGITS)));
}

/** A fraction with as many digits, the last of which is not 0. */
function makeFraction(size: number, bytes: Generator<number, never>): number {
  const [mantissa = '', exponent = '0'] = size.toExponential().split('e');
  const [, decimals = ''] = mantissa.split('.');
  const made = `${1 + (next(bytes) % 9)}.${digitsOf(bytes, Math.max(decimals.length, 1)).replace(/0$/, '5')}`;
  const value = Number(`${made}e${exponent}`);
  return Number.isInteger(value) ? value + 0.5 : value;
}
