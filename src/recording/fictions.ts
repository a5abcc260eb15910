import { createHmac } from 'node:crypto';
import { DAY_MS } from '../clock.js';
import { NOBODYS } from '../recorded.js';

const KEPT: ReadonlySet<string> = new Set(Object.values(NOBODYS));
/** Shorter ids would have too few others to stand for them. */
const LEAST_DIGITS = 6;
/** What a double can tell apart. */
const MOST_DIGITS = 15;

/**
 * What stands for what in one recording: the same for the same, and not to be reckoned back without the key, which
 * nobody keeps.
 */
export class Fictions {
  readonly #key: Buffer;
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** Bytes that follow from a value. */
  *bytes(kind: string, value: string): Generator<number, never> {
    for (let round = 0; ; round += 1) {
      yield* createHmac('sha256', this.#key).update(`${kind}\n${round}\n${value}`).digest();
    }
  }

  /** An id of digits, as many or six at least. */
  digits(id: string): string {
    if (KEPT.has(id)) return id;
    const length = Math.max(id.length, LEAST_DIGITS);
    // Below the largest number of 64 bits.
    const firsts = length === 19 ? 8 : 9;
    return this.#unlike('digits', id, (bytes) =>
      Array.from({ length }, (_, place) => (place === 0 ? 1 + (next(bytes) % firsts) : next(bytes) % 10)).join(''),
    );
  }

  /** An id of letters and digits: other ones of the same kinds in their places. */
  opaque(id: string): string {
    return this.#unlike('opaque', id, (bytes) =>
      id.replaceAll(/[a-z]|[A-Z]|\d/g, (sign) => {
        const alphabet = /\d/.test(sign) ? DIGITS : sign < 'a' ? UPPER : LOWER;
        return alphabet[next(bytes) % alphabet.length]!;
      }),
    );
  }

  /** A count: another one of as many digits; 0 stays, and so does the sign. */
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
   * An instant in epoch milliseconds: another one of the same UTC day. Of two instants the earlier stays the earlier, or
   * becomes the same; midnight stays, because windows and days begin there.
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

/** With as many digits, the last of which is no 0. */
function makeFraction(size: number, bytes: Generator<number, never>): number {
  const [mantissa = '', exponent = '0'] = size.toExponential().split('e');
  const [, decimals = ''] = mantissa.split('.');
  const made = `${1 + (next(bytes) % 9)}.${digitsOf(bytes, Math.max(decimals.length, 1)).replace(/0$/, '5')}`;
  const value = Number(`${made}e${exponent}`);
  return Number.isInteger(value) ? value + 0.5 : value;
}
