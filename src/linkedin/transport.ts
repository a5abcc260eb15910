import fetch, { FetchError, isRedirect } from 'node-fetch';
import type { Proxy } from '../config/config.js';
import type { Logger } from '../log/logger.js';
import { needsProxy, openAgents, type Agents } from './agents.js';
import { decodeBody, readBody } from './body.js';
import { createInFlight } from './in-flight.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A complete answer of any status, its body read to the end. */
export interface HttpAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: { get(name: string): string | null; keys(): Iterable<string> };
  readonly text: string;
}

/** What came instead of a complete answer. */
export interface BrokenAnswer {
  readonly kind: 'time-out' | 'connection' | 'certificate' | 'proxy' | 'redirect' | 'too-large' | 'long-headers';
  /** Known if at least the headers came. */
  readonly status: number | null;
  readonly reason: string;
  readonly cause: unknown;
}

export type Outcome = HttpAnswer | BrokenAnswer;

/** The only place where the tap talks HTTP. */
export interface Transport {
  /** Rejects only when the run is aborted, or on a bug; any network failure is an outcome. */
  send(request: HttpRequest): Promise<Outcome>;
  close(): void;
}

export interface TransportOptions {
  /** For the complete answer, body included. */
  readonly timeoutMs: number;
  /** Ends calls in flight when the run is aborted. */
  readonly signal: AbortSignal;
  readonly logger: Pick<Logger, 'debug'>;
  readonly proxy: Proxy | null;
}

/** LinkedIn's largest answers are a few MB; a larger body than this would only exhaust memory. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

export function createTransport({ timeoutMs, signal, logger, proxy }: TransportOptions): Transport {
  let opened: Promise<Agents> | undefined;
  const inFlight = createInFlight({ timeoutMs, signal });

  async function exchange(request: HttpRequest): Promise<Outcome> {
    const call = inFlight.begin();
    let whole = false;
    let status: number | null = null;
    try {
      const agents = await (opened ??= openAgents(proxy));
      const response = await fetch(request.url, {
        method: request.method,
        headers: { 'Accept-Encoding': 'gzip', ...request.headers },
        body: request.body ?? null,
        // A token must not be sent to a host that nobody configured.
        redirect: 'manual',
        agent: agents.choose,
        signal: call.signal,
        // decodeBody unpacks.
        compress: false,
      });
      status = response.status;
      const { headers } = response;
      const body = await readBody(response.body, MAX_BODY_BYTES);
      whole = true;
      const text = decodeBody(body, { coding: headers.get('content-encoding'), limit: MAX_BODY_BYTES });
      if (!isRedirect(status)) return { kind: 'answer', status, headers, text };
      const reason = `a redirect to ${hostOf(headers.get('location'), request.url)}`;
      return { kind: 'redirect', status, reason, cause: null };
    } catch (error) {
      if (call.isTimedOut)
        return { kind: 'time-out', status, reason: `no answer within ${timeoutMs / 1000} s`, cause: error };
      signal.throwIfAborted();
      return broken(error, { status, proxy, url: request.url });
    } finally {
      call.end({ whole });
    }
  }

  return {
    async send(request) {
      signal.throwIfAborted();
      const outcome = await exchange(request);
      const came = outcome.kind === 'answer' ? outcome.status : outcome.reason;
      logger.debug(`${request.method} ${request.url}: ${came}`);
      return outcome;
    },
    close() {
      inFlight.close();
      void opened?.then((agents) => agents.close());
    },
  };
}

/** A call that brought no complete answer. */
interface FailedCall {
  readonly status: number | null;
  readonly url: string;
  readonly proxy: Proxy | null;
}

function broken(error: unknown, { status, url, proxy }: FailedCall): BrokenAnswer {
  if (!(error instanceof FetchError)) throw error;
  const code = error.code ?? '';
  const host = new URL(url).host;
  const through = proxy && needsProxy(new URL(url), proxy) ? ` through the proxy ${proxy.url}` : '';
  const [, refusal = null] = PROXY_REFUSAL.exec(code) ?? [];
  if (refusal !== null) {
    const reason = `the proxy ${proxy?.url} answered HTTP ${refusal} when asked for ${host}`;
    return { kind: 'proxy', status: Number(refusal), reason, cause: error };
  }
  if (UNTRUSTED.test(code)) {
    const reason = `${host} has no certificate that can be trusted (${code})${through}`;
    return { kind: 'certificate', status, reason, cause: error };
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return { kind: 'long-headers', status, reason: 'response headers longer than Node reads', cause: error };
  }
  switch (error.type) {
    case 'max-size':
      return { kind: 'too-large', status, reason: `a body of more than ${MAX_BODY_BYTES} bytes`, cause: error };
    default:
      return {
        kind: 'connection',
        status,
        reason: `${describeBreak(error, host)}${through}`,
        cause: error,
      };
  }
}

/** The system's most common codes, in words. */
function describeBreak({ code, message }: FetchError, host: string): string {
  if (code === 'ECONNREFUSED') return `connection refused by ${host}`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `no address found for ${host} (${code})`;
  return `connection broken (${code ?? message})`;
}

/** The tunnel's code for a proxy that will not connect. */
const PROXY_REFUSAL = /^PROXY_ANSWERED_(\d+)$/;
/** OpenSSL's and Node's codes for a certificate that is untrusted, not valid now, or for another host. */
const UNTRUSTED = /CERT|SIGNATURE|^INVALID_CA$|^HOSTNAME_MISMATCH$/;

/**
 * The host that a redirect leads to: it shows whether a proxy, a login page or another name of the host is behind it.
 */
function hostOf(location: string | null, from: string): string {
  return location !== null && URL.canParse(location, from) ? new URL(location, from).host : 'an unknown host';
}
