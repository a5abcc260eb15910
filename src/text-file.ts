import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { FileFault } from './errors.js';

/** No settings are larger; a device such as /dev/zero never ends. */
const MOST_BYTES = 64 * 2 ** 20;
const CHUNK_BYTES = 2 ** 20;
/** Bytes needed to detect the encoding. */
const MARK_BYTES = 4;

/** Supported encodings; PowerShell's `>` writes UTF-16 with a byte order mark. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  /** Includes its byte order mark, if any. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a user's file, without its byte order mark.
 *
 * @throws FileFault, or the system's error
 */
export async function readTextFile(path: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of readChunks(path)) {
    size += chunk.length;
    if (size > MOST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return withoutMark(decodeText(Buffer.concat(chunks)).text);
}

/**
 * The bytes of a file in chunks; of a device at most MOST_BYTES.
 *
 * @throws FileFault, or the system's error
 */
export async function* readChunks(path: string): AsyncGenerator<Buffer> {
  const isDevice = (await stat(path)).isCharacterDevice();
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (isDevice && size > MOST_BYTES) throw tooLarge();
    yield chunk;
  }
}

/**
 * Decodes text in chunks: UTF-8 is passed on, UTF-16 with a byte order mark is decoded. Other encodings are passed on
 * too, and `onOther` is called.
 */
export async function* decodeChunks(
  chunks: AsyncIterable<Buffer>,
  onOther: () => void,
): AsyncGenerator<Buffer | string> {
  let start: Buffer | null = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  const begin = (bytes: Buffer): void => {
    const encoding = encodingOf(bytes);
    if (encoding === null) onOther();
    else if (encoding !== 'utf-8') decoder = new TextDecoder(encoding);
  };
  const decode = (bytes: Buffer): Buffer | string => decoder?.decode(bytes, { stream: true }) ?? bytes;

  for await (const chunk of chunks) {
    if (start === null) {
      yield decode(chunk);
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < MARK_BYTES) continue;
    begin(start);
    yield decode(start);
    start = null;
  }
  if (start === null) return;
  begin(start);
  yield decode(start);
}

/** @throws FileFault if it is not text in one of the encodings */
export function decodeText(bytes: Uint8Array): DecodedText {
  const encoding = encodingOf(bytes);
  if (encoding === null) throw otherEncoding();
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    throw otherEncoding();
  }
}

export function encodeText({ text, encoding }: DecodedText): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf-16le' ? bytes : bytes.swap16();
}

export const withoutMark = (text: string): string => (text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text);

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The encoding, judged by the first bytes; null: another one. Text that is read here never contains NUL, but text in
 * other encodings does.
 */
function encodingOf(bytes: Uint8Array): Encoding | null {
  const [first, second] = bytes;
  const marked = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const start = bytes.subarray(0, MARK_BYTES);
  if (marked) return start.length === MARK_BYTES && start[2] === 0 && start[3] === 0 ? null : marked;
  return start.includes(0) ? null : 'utf-8';
}

const tooLarge = (): FileFault => new FileFault(`has more than ${MOST_BYTES / 2 ** 20} MiB`);

/** What is wrong with a file in another encoding. */
export const OTHER_ENCODING = 'is neither in UTF-8 nor in UTF-16 with a byte order mark: save it as UTF-8';

const otherEncoding = (): FileFault => new FileFault(OTHER_ENCODING);
