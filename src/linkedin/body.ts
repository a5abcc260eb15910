import { brotliDecompressSync, constants, gunzipSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { FetchError } from 'node-fetch';

type Unpack = (packed: ArrayBuffer, options: ZlibOptions) => Buffer;

/** Only gzip is requested, but a proxy may use another encoding. */
const UNPACK: Readonly<Record<string, Unpack>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: (packed, { maxOutputLength }) => brotliDecompressSync(packed, { maxOutputLength: maxOutputLength! }),
};

const UTF_8 = new TextDecoder();

/**
 * Decodes a whole body. It is unpacked synchronously: node-fetch's stream, with a thread behind it, takes as much CPU
 * time as a third of the call. As in node-fetch, a truncated body gives the text up to the cut.
 *
 * @throws FetchError as node-fetch does: `max-size` beyond `limit` bytes, `system` for a body that cannot be unpacked
 */
export function decodeBody(body: ArrayBuffer, { coding, limit }: { coding: string | null; limit: number }): string {
  const unpack = UNPACK[coding ?? ''];
  if (!unpack || body.byteLength === 0) return UTF_8.decode(body);
  try {
    return UTF_8.decode(unpack(body, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: limit }));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new FetchError(`more than ${limit} bytes unpacked`, 'max-size');
    throw new FetchError(`a body that cannot be unpacked: ${message}`, 'system', { code });
  }
}
