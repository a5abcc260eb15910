import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { constants, gzipSync } from 'node:zlib';
import type { Answer } from './answer.js';

export interface Sending {
  readonly answer: Answer;
  readonly response: ServerResponse;
  /** Whether to compress the body, unless it is short. */
  readonly gzip: boolean;
  readonly integerEngagement: '0' | '0.0';
}

/** In bytes; shorter bodies gain nothing from compression. */
const LEAST_COMPRESSED = 1000;
const PIECES = 10;
const DEFAULT_PAUSE_MS = 100;

/** Sends an answer as its `delivery` says. Returns the status sent, 0 if none was. */
export async function send({ answer, response, gzip, integerEngagement }: Sending): Promise<number> {
  const { delivery = 'whole', ms } = answer;
  if (delivery === 'reset-before-answer') {
    response.socket?.resetAndDestroy();
    return 0;
  }
  if (delivery === 'stall' && !(await pause(response, ms))) return 0;

  const plain = Buffer.from(serialize(answer, integerEngagement));
  const cut = delivery === 'truncated-json' ? plain.subarray(0, plain.length / 2) : plain;
  const compressed = delivery === 'truncated-gzip' || (gzip && cut.length >= LEAST_COMPRESSED);
  const body = compressed ? gzipSync(cut, { level: constants.Z_BEST_SPEED }) : cut;
  response.writeHead(answer.status, {
    ...makeHeaders(answer),
    ...(compressed && { 'content-encoding': 'gzip' }),
    // Without a length, a body that ends early looks complete.
    ...(delivery !== 'truncated-gzip' && { 'content-length': body.length }),
  });
  switch (delivery) {
    case 'truncated-gzip':
      response.end(body.subarray(0, body.length / 2));
      break;
    case 'reset-mid-body':
      // Closed, not reset: a reset could overtake the half already sent.
      response.write(body.subarray(0, body.length / 2), () => response.destroy());
      break;
    case 'slow-body':
      await trickle(response, body, ms ?? DEFAULT_PAUSE_MS);
      break;
    default:
      response.end(body);
  }
  return answer.status;
}

function serialize({ json, text }: Answer, integerEngagement: '0' | '0.0'): string {
  if (text !== undefined) return text;
  const plain = json === undefined ? '' : JSON.stringify(json);
  return integerEngagement === '0' ? plain : plain.replaceAll(/"engagement":(-?\d+)(?=[,}])/g, '"engagement":$1.0');
}

function makeHeaders({ text, headers }: Answer): Record<string, string> {
  return {
    'content-type': text?.startsWith('<') ? 'text/html; charset=utf-8' : 'application/json',
    'x-li-uuid': Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64'),
    'x-li-fabric': 'prod-lor1',
    'x-li-pop': 'sandbox',
    'x-li-proto': 'http/1.1',
    'x-restli-protocol-version': '2.0.0',
    ...headers,
  };
}

async function trickle(response: ServerResponse, body: Buffer, ms: number): Promise<void> {
  const size = Math.ceil(body.length / PIECES);
  for (let start = 0; start < body.length; start += size) {
    response.write(body.subarray(start, start + size));
    if (!(await pause(response, ms))) return;
  }
  response.end();
}

/** Waits, forever without `ms`; false if the client disconnected meanwhile. */
export async function pause(response: ServerResponse, ms: number | undefined): Promise<boolean> {
  if (response.destroyed) return false;
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  response.once('close', leave);
  try {
    if (ms !== undefined) await delay(ms, undefined, { signal: gone.signal });
    else await new Promise((resolve) => gone.signal.addEventListener('abort', resolve));
  } catch {
    // The wait was aborted; the signal tells whether the client is still there.
  } finally {
    response.off('close', leave);
  }
  return !gone.signal.aborted;
}
