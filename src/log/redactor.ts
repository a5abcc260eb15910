/** Shorter values would blacken ordinary words. */
const SHORTEST = 4;
/** So many characters of a secret in a row are taken for it: whoever echoes one may have cut it. */
const WINDOW = 12;
const MASK = '***';

/** Keeps secrets out of text, whatever form they take there. */
export class Redactor {
  /** Pieces of secrets in plain form, by their length. */
  readonly #pieces = new Map<number, Set<string>>();

  add(secret: string): void {
    if (secret.length < SHORTEST) return;
    for (const form of [secret, ...inBase64(secret)]) this.#addPieces(decode(form).plain);
  }

  /** The text with `***` in the place of every secret, and of every piece of one that is long enough to tell. */
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

  /** Where secrets are, from left to right; pieces that touch are one. */
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

/** A text, one character for each byte of UTF-8, and where each of them starts in the text it was made of. */
interface Bytes {
  readonly plain: string;
  readonly starts: readonly number[];
}

/** What stands for something else, and for what. A plus is a space in a form, and backslashes only ever escape. */
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
 * Takes off encodings until there are none, however they are nested. Secrets go through the same, so that it does no
 * harm to take a plain text for an encoded one.
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

/** One character for each byte. */
const utf8 = (character: string): string =>
  character <= '\x7F' ? character : Buffer.from(character, 'utf8').toString('latin1');

/** What of a secret is the same wherever in a longer text, such as `user:password`, base64 turned it into letters. */
function inBase64(secret: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(secret, 'utf8')]);
    const [first, last] = [Math.ceil((offset * 4) / 3), Math.floor((bytes.length * 4) / 3)];
    return (['base64', 'base64url'] as const)
      .map((form) => bytes.toString(form).slice(first, last))
      .filter(({ length }) => length >= SHORTEST);
  });
}
