import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import { HttpsProxyAgent } from 'https-proxy-agent';
import type { Proxy } from '../config/config.js';

/** The variant for a proxy over TLS has the options of both. */
type AnyAgent = HttpsProxyAgent<'https:'>;
type Destination = Parameters<AnyAgent['connect']>[1];

/** Reaches https hosts through a proxy's CONNECT; the proxy cannot read the TLS inside. */
export class TunnelAgent extends HttpsProxyAgent<'https:'> {
  readonly #stop: AbortController;

  constructor({ url, credentials }: Proxy) {
    const stop = new AbortController();
    const options = {
      keepAlive: true,
      rejectUnauthorized: true,
      // Not in the URL, which the library's own debug output prints.
      headers: credentials === null ? {} : { 'Proxy-Authorization': `Basic ${toBase64(credentials)}` },
      // Otherwise a proxy that accepts a connection and says nothing would keep the process alive.
      signal: stop.signal,
    };
    super(new URL(url), options);
    this.#stop = stop;
  }

  override async connect(request: ClientRequest, to: Destination): Promise<Socket> {
    // The library would pass on a proxy's 403 as if it were LinkedIn's.
    request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      if (statusCode !== 200) request.destroy(new ProxyRefusal(statusCode));
    });
    const strictly = { ...to, rejectUnauthorized: true };
    return await super.connect(request, strictly);
  }

  override destroy(): void {
    super.destroy();
    this.#stop.abort();
  }
}

/** Recognized by its code: node-fetch passes on nothing else of an error. */
class ProxyRefusal extends Error {
  readonly code: string;

  constructor(status: number) {
    super(`the proxy answered HTTP ${status}`);
    this.code = `PROXY_ANSWERED_${status}`;
  }
}

function toBase64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
