import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Proxy } from '../config/config.js';
import { isLoopback } from '../loopback.js';

/** Keeps sockets open, one pool for each route to a host. */
export interface Agents {
  readonly choose: (url: URL) => HttpAgent;
  close(): void;
}

/** Opens the agents. The tunnel is imported only for a proxy: it is slow to load, and most users have none. */
export async function openAgents(proxy: Proxy | null): Promise<Agents> {
  // The number of sockets is not limited here: the throttle limits the calls in flight.
  const http = new HttpAgent({ keepAlive: true });
  // Overrides NODE_TLS_REJECT_UNAUTHORIZED, which would hand the token to whoever answers.
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

/** Whether a host is called through the proxy: never this machine, nor a host that NO_PROXY lists. */
export function needsProxy({ protocol, hostname, port }: URL, { exceptions }: Pick<Proxy, 'exceptions'>): boolean {
  if (protocol !== 'https:' || isLoopback(hostname)) return false;
  return !exceptions.some((exception) => covers(exception, { hostname, port: port || '443' }));
}

/** `example.com` covers the host and its subdomains, as do `.example.com` and `*.example.com`; a port narrows it. */
function covers(exception: string, { hostname, port }: { hostname: string; port: string }): boolean {
  if (exception === '*') return true;
  const [, pattern = exception, itsPort = port] = /^(.+):(\d+)$/.exec(exception) ?? [];
  const domain = pattern.replace(/^\*?\./, '');
  return domain !== '' && itsPort === port && (hostname === domain || hostname.endsWith(`.${domain}`));
}
