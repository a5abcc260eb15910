import { Readable } from 'node:stream';
import { brotliDecompressSync, constants, gunzipSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { FetchError, type Response } from 'node-fetch';

type Unpack = (packed: Buffer, options: ZlibOptions) => Buffer;

/** Only gzip is requested, but a proxy may use another encoding. */
const UNPACK: Readonly<Record<string, Unpack>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: (packed, { maxOutputLength }) => brotliDecompressSync(packed, { maxOutputLength: maxOutputLength! }),
};

/**
 * Reads a body to its end, by its events: node-fetch's own reading, by async iteration, takes a tenth of the call's CPU
 * time.
 *
 * @throws FetchError as node-fetch does: `max-size` beyond `limit` bytes, `system` for a body that breaks off
 */
export function readBody(body: Response['body'], limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (!(body instanceof Readable) || body.destroyed) return reject(breakOf(null));
    const chunks: Buffer[] = [];
    let length = 0;
    body.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) body.destroy(new FetchError(`more than ${limit} bytes`, 'max-size'));
    });
    body.on('end', () => resolve(Buffer.concat(chunks, length)));
    body.on('error', (error) => reject(error instanceof FetchError ? error : breakOf(error)));
    body.on('close', () => body.readableEnded || reject(breakOf(body.errored)));
  });
}

function breakOf(cause: NodeJS.ErrnoException | null): FetchError {
  const { code = 'ERR_STREAM_PREMATURE_CLOSE', message = 'closed' } = cause ?? {};
  return new FetchError(`a body that breaks off: ${message}`, 'system', { code });
}

const UTF_8 = new TextDecoder();

/**
 * Decodes a whole body. It is unpacked synchronously: node-fetch's stream, with a thread behind it, takes as much CPU
 * time as a third of the call. As in node-fetch, a truncated body gives the text up to the cut.
 *
 * @throws FetchError as node-fetch does: `max-size` beyond `limit` bytes, `system` for a body that cannot be unpacked
 */
export function decodeBody(body: Buffer, { coding, limit }: { coding: string | null; limit: number }): string {
  const unpack = UNPACK[coding ?? ''];
  if (!unpack || body.length === 0) return UTF_8.decode(body);
  try {
    return UTF_8.decode(unpack(body, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: limit }));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new FetchError(`more than ${limit} bytes unpacked`, 'max-size');
    throw new FetchError(`a body that cannot be unpacked: ${message}`, 'system', { code });
  }
}
