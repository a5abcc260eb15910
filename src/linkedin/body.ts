import { brotliDecompressSync, constants, gunzipSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { FetchError } from 'node-fetch';

type Unpack = (packed: ArrayBuffer, options: ZlibOptions) => Buffer;

/** Only gzip is asked for; what a proxy on the way packs otherwise is read as well. */
const UNPACK: Readonly<Record<string, Unpack>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: (packed, { maxOutputLength }) => brotliDecompressSync(packed, { maxOutputLength: maxOutputLength! }),
};

const UTF_8 = new TextDecoder();

/**
 * The text of a body that came whole. It is unpacked at once: node-fetch's own way, a stream with a thread behind it,
 * takes as much processor time as a third of the call. As there, a packed body that was cut gives the text up to the cut.
 *
 * @throws FetchError as node-fetch's own: `max-size` beyond `limit` bytes, `system` for what cannot be unpacked
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
