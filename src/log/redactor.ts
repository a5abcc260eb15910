/** Shorter values would mask ordinary words. */
const SHORTEST = 4;
/** This many characters of a secret in a row are masked: an echoed secret may have been truncated. */
const WINDOW = 12;
const MASK = '***';

/** Keeps secrets out of text, in whatever encoding they appear. */
export class Redactor {
  /** Decoded pieces of secrets, by length. */
  readonly #pieces = new Map<number, Set<string>>();

  add(secret: string): void {
    if (secret.length < SHORTEST) return;
    for (const form of [secret, ...inBase64(secret)]) this.#addPieces(decode(form).plain);
  }

  /** The text with `***` in place of every secret, and of every piece of one that is long enough to recognize. */
  redact(text: string): string {
    if (this.#pieces.size === 0) return text;
    const { plain, starts } = decode(text);
    let redacted = '';
    let end = 0;
    for (const [from, to] of this.#find(plain)) {
      redacted += text.slice(end, starts[from]) + MASK;
      end = starts[to] ?? text.length;
    }
    return redacted + text.slice(end);
  }

  #addPieces(plain: string): void {
    const length = Math.min(plain.length, WINDOW);
    const pieces = this.#pieces.get(length) ?? new Set();
    this.#pieces.set(length, pieces);
    for (let start = 0; start + length <= plain.length; start++) pieces.add(plain.slice(start, start + length));
  }

  /** Ranges of secrets from left to right, with adjacent pieces joined. */
  #find(plain: string): [from: number, to: number][] {
    const found: [number, number][] = [];
    for (let start = 0; start < plain.length; start++) {
      for (const [length, pieces] of this.#pieces) {
        if (!pieces.has(plain.slice(start, start + length))) continue;
        const last = found.at(-1);
        if (last && start <= last[1]) last[1] = Math.max(last[1], start + length);
        else found.push([start, start + length]);
      }
    }
    return found;
  }
}

/** A text as one character per UTF-8 byte, and where each byte starts in the original text. */
interface Bytes {
  readonly plain: string;
  readonly starts: readonly number[];
}

/** Escape sequences and their meaning. A plus is a space in a form, and backslashes only ever escape. */
const ENCODINGS: readonly (readonly [RegExp, (code: string) => string])[] = [
  [/%([\da-f]{2})/gi, (code) => String.fromCharCode(Number.parseInt(code, 16))],
  [/\\+u([\da-f]{4})/gi, (code) => utf8(String.fromCharCode(Number.parseInt(code, 16)))],
  [/&#x([\da-f]{1,4});/gi, (code) => utf8(String.fromCharCode(Number.parseInt(code, 16)))],
  [/&#(\d{1,5});/g, (code) => utf8(String.fromCharCode(Number(code)))],
  [/&(amp|lt|gt|quot|apos);/g, (code) => NAMED[code]!],
  [/\\+[nrt]|[^\S ]|\+/g, () => ' '],
  [/\\+/g, () => ''],
];

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Removes encodings until none are left, however deeply nested. Secrets are decoded in the same way, so it does no harm
 * if plain text looks encoded.
 */
function decode(text: string): Bytes {
  let bytes = toBytes(text);
  for (;;) {
    const before = bytes.plain;
    for (const encoding of ENCODINGS) bytes = replaceAll(bytes, encoding);
    if (bytes.plain === before) return bytes;
  }
}

function toBytes(text: string): Bytes {
  const starts: number[] = [];
  let plain = '';
  let index = 0;
  for (const character of text) {
    const bytes = utf8(character);
    plain += bytes;
    for (let count = 0; count < bytes.length; count++) starts.push(index);
    index += character.length;
  }
  return { plain, starts };
}

function replaceAll(bytes: Bytes, [pattern, meaning]: (typeof ENCODINGS)[number]): Bytes {
  if (bytes.plain.search(pattern) === -1) return bytes;
  let plain = '';
  const starts: number[] = [];
  const copy = (from: number, to: number): void => {
    plain += bytes.plain.slice(from, to);
    for (let position = from; position < to; position++) starts.push(bytes.starts[position]!);
  };
  let end = 0;
  for (const { index, 0: found, 1: code = '' } of bytes.plain.matchAll(pattern)) {
    copy(end, index);
    for (const byte of meaning(code)) {
      plain += byte;
      starts.push(bytes.starts[index]!);
    }
    end = index + found.length;
  }
  copy(end, bytes.plain.length);
  return { plain, starts };
}

/** One character per byte. */
const utf8 = (character: string): string =>
  character <= '\x7F' ? character : Buffer.from(character, 'utf8').toString('latin1');

/** The base64 characters of a secret that do not depend on the text around it, such as `user:password`. */
function inBase64(secret: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret, 'utf8')]);
    const [first, last] = [Math.ceil((offset * 4) / 3), Math.floor((bytes.length * 4) / 3)];
    return (['base64', 'base64url'] as const)
      .map((form) => bytes.toString(form).slice(first, last))
      .filter(({ length }) => length >= SHORTEST);
  });
}
