import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Proxy } from '../config/config.js';
import { isLoopback } from '../loopback.js';

/** Keeps sockets, one set for each way to a host. */
export interface Agents {
  readonly choose: (url: URL) => HttpAgent;
  close(): void;
}

/** What is behind a proxy is slow to load, and most know none. */
export async function openAgents(proxy: Proxy | null): Promise<Agents> {
  // How many sockets there are follows from how many calls are under way, which is the throttle's business.
  const http = new HttpAgent({ keepAlive: true });
  // NODE_TLS_REJECT_UNAUTHORIZED would hand the token to whoever answers: it is overruled.
  const https = new HttpsAgent({ keepAlive: true, rejectUnauthorized: true });
  const tunnel = proxy && new (await import('./tunnel.js')).TunnelAgent(proxy);
  return {
    choose(url) {
      if (tunnel && needsProxy(url, proxy)) return tunnel;
      return url.protocol === 'http:' ? http : https;
    },
    close() {
      http.destroy();
      https.destroy();
      tunnel?.destroy();
    },
  };
}

/** This machine is never behind a proxy; of other hosts NO_PROXY tells. */
export function needsProxy({ protocol, hostname, port }: URL, { exceptions }: Pick<Proxy, 'exceptions'>): boolean {
  if (protocol !== 'https:' || isLoopback(hostname)) return false;
  return !exceptions.some((exception) => covers(exception, { hostname, port: port || '443' }));
}

/** `example.com` covers the host and all below it, as `.example.com` and `*.example.com` do; a port narrows it. */
function covers(exception: string, { hostname, port }: { hostname: string; port: string }): boolean {
  if (exception === '*') return true;
  const [, pattern = exception, itsPort = port] = /^(.+):(\d+)$/.exec(exception) ?? [];
  const domain = pattern.replace(/^\*?\./, '');
  return domain !== '' && itsPort === port && (hostname === domain || hostname.endsWith(`.${domain}`));
}
