import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request as received, nothing decoded. */
export interface WireRequest {
  readonly method: string;
  /** Path and query, raw. */
  readonly url: string;
  readonly path: string;
  /** Without the question mark; `''` if there is none. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export async function readRequest(message: IncomingMessage): Promise<WireRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const url = message.url ?? '/';
  const mark = url.includes('?') ? url.indexOf('?') : url.length;
  return {
    method: message.method ?? 'GET',
    url,
    path: url.slice(0, mark),
    query: url.slice(mark + 1),
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** The bearer token of a request; undefined if there is none. */
export function readBearer({ authorization }: IncomingHttpHeaders): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
}
